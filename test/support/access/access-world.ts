import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { tenantTables } from '../../integration/platform/sample-rows.ts';
import { addMissingRows } from './access-rows.ts';

/** Maps names of parameters to tables, with the path where a name has two meanings. */
const tableOf: Readonly<Record<string, string>> = {
  accountId: 'account',
  allergyId: 'allergy',
  appointmentId: 'appointment',
  attachmentId: 'chat_attachment',
  certificateId: 'signing_credential',
  claimId: 'dispensing_claim',
  codeId: 'one_time_code',
  decisionId: 'knowledge_decision',
  departmentId: 'department',
  dispenseId: 'dispense',
  doctorId: 'practitioner',
  documentId: 'clinical_document',
  'patients documentId': 'chart_document',
  draftId: 'intake_draft',
  entryId: 'allergy',
  'waitlist-entries entryId': 'waitlist_entry',
  exportId: 'record_export',
  factorId: 'second_factor',
  figureNoteId: 'figure_note',
  guardianshipId: 'guardianship',
  holdId: 'record_hold',
  hospitalId: 'hospital',
  invitationId: 'call_invitation',
  'pharmacies invitationId': 'pharmacy_invitation',
  'staff-invitations invitationId': 'staff_invitation',
  keyId: 'call_key',
  listId: 'hospital_list',
  messageId: 'demo_message',
  notificationId: 'notification',
  passkeyId: 'sign_in_passkey',
  patientId: 'patient',
  pharmacyId: 'pharmacy',
  pictureId: 'intake_picture',
  practitionerId: 'practitioner',
  prescriptionId: 'prescription',
  priceListId: 'price_list',
  pushSubscriptionId: 'push_subscription',
  releaseId: 'knowledge_release',
  requestId: 'repeat_request',
  reviewId: 'review',
  sessionId: 'session',
  snippetId: 'note_snippet',
  statementId: 'medication_statement',
  templateId: 'prescription_template',
  trustedDeviceId: 'trusted_device',
  visitId: 'visit',
};

/** Parameters that identify no row. */
const plain = new Set([
  'code',
  'face',
  'icon',
  'kind',
  'nodeId',
  'productId',
  'rule',
  'sha256',
  'size',
  'table',
  'template',
  'version',
]);

/** The rows of one hospital that requests refer to, of one patient where possible. */
export class AccessWorld {
  readonly slug: string;
  readonly patientId: string;
  /** Ids of every row about the patient. */
  readonly privateIds: ReadonlySet<string>;
  /** Ids of every row of the hospital. */
  readonly allIds: ReadonlySet<string>;
  readonly #ids: ReadonlyMap<string, string>;
  /** The patient of each row that is about one. */
  readonly #patientOf: ReadonlyMap<string, string>;

  private constructor(
    given: Pick<AccessWorld, 'slug' | 'patientId' | 'privateIds' | 'allIds'>,
    ids: ReadonlyMap<string, string>,
    patientOf: ReadonlyMap<string, string>,
  ) {
    this.slug = given.slug;
    this.patientId = given.patientId;
    this.privateIds = given.privateIds;
    this.allIds = given.allIds;
    this.#ids = ids;
    this.#patientOf = patientOf;
  }

  static async of(db: Pool, slug: string): Promise<AccessWorld> {
    const one = async (sql: string, values: unknown[]) =>
      (await db.query<{ id: string }>(sql, values)).rows[0]?.id ?? '';
    const hospitalId = await one('SELECT id FROM hospital WHERE slug = $1', [slug]);
    const patientId = await one(
      `SELECT v.patient_id AS id FROM visit v JOIN patient t ON t.id = v.patient_id
         LEFT JOIN prescription p ON p.patient_id = t.id LEFT JOIN review r ON r.prescription_id = p.id
       WHERE v.hospital_id = $1 AND t.account_id IS NOT NULL
       ORDER BY (p.status = 'dispensed') DESC NULLS LAST, r.id DESC NULLS LAST, v.id DESC LIMIT 1`,
      [hospitalId],
    );
    await addMissingRows(db, await tenantTables(db), { hospitalId, patientId });
    const { rows: columns } = await db.query<{ table: string; columns: string[] }>(
      `SELECT table_name AS table, array_agg(column_name::text) AS columns FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = 'public') GROUP BY 1`,
    );
    const ids = new Map<string, string>([['hospital', hospitalId]]);
    const privateIds = new Set<string>();
    const allIds = new Set<string>();
    const patientOf = new Map<string, string>();
    for (const { table, columns: names } of columns) {
      if (!names.includes('id') || !names.includes('hospital_id')) continue;
      const patient = names.includes('patient_id')
        ? 'patient_id'
        : names.includes('visit_id')
          ? '(SELECT v.patient_id FROM visit v WHERE v.id = visit_id)'
          : table === 'patient'
            ? 'id'
            : 'NULL::uuid';
      const { rows } = await db.query<{ id: string; patient: string | null }>(
        `SELECT id::text, (${patient})::text AS patient FROM ${table} WHERE hospital_id = $1
         ORDER BY ((${patient}) = $2) IS TRUE DESC, id DESC`,
        [hospitalId, patientId],
      );
      for (const { id, patient: of } of rows) {
        if (!isUuid(id)) continue;
        allIds.add(id);
        if (of !== null) patientOf.set(id, of);
        if (of === patientId) privateIds.add(id);
      }
      if (rows[0]) ids.set(table, rows[0].id);
    }
    const doctor = 'SELECT practitioner_id AS id FROM visit WHERE patient_id = $1 ORDER BY id DESC LIMIT 1';
    ids.set('practitioner', await one(doctor, [patientId]));
    ids.set('account', await one('SELECT account_id AS id FROM practitioner WHERE id = $1', [ids.get('practitioner')]));
    return new AccessWorld({ slug, patientId, privateIds, allIds }, ids, patientOf);
  }

  /** Fills the row parameters of a path with ids of the hospital; uses a random id when it has no such row. */
  paramsOf(path: string): Record<string, string> {
    const area = path.split('/')[2] ?? '';
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
    return Object.fromEntries(
      names.flatMap((name) => {
        if (name === 'hospital') return [[name, this.slug]];
        const table = tableOf[`${area} ${name}`] ?? tableOf[name];
        return table ? [[name, this.#ids.get(table) ?? randomUUID()]] : [];
      }),
    );
  }

  /** Returns the patients whom rows with these ids are about. */
  patientsIn(ids: ReadonlySet<string>): Set<string> {
    return new Set([...ids].flatMap((id) => this.#patientOf.get(id) ?? []));
  }

  /** Replaces each id in a body by one of this hospital. */
  bodyOf(body: unknown): unknown {
    if (Array.isArray(body)) return body.map((each) => this.bodyOf(each));
    if (typeof body !== 'object' || body === null) return body;
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => {
        const table = tableOf[name];
        const id = typeof value === 'string' && table ? this.#ids.get(table) : undefined;
        return [name, id ?? this.bodyOf(value)];
      }),
    );
  }

  /** Returns the tables to which a path refers and in which the hospital has no row. */
  emptyFor(path: string): string[] {
    const area = path.split('/')[2] ?? '';
    const tables = [...path.matchAll(/:(\w+)/g)].flatMap(
      ([, name = '']) => tableOf[`${area} ${name}`] ?? tableOf[name] ?? [],
    );
    return tables.filter((table) => !this.#ids.has(table));
  }

  /** Returns the parameters of a path that this world does not know. */
  static unknownIn(path: string): string[] {
    return [...path.matchAll(/:(\w+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'hospital' && !plain.has(name) && !(name in tableOf));
  }
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

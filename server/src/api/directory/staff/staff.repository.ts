import type {
  PractitionerDetails,
  PractitionerDraft,
  StaffSort,
  StaffState,
} from '@yunzhen/shared/directory/staff.contract';
import type { MailState } from '@yunzhen/shared/notifications/notifications.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Role } from '@yunzhen/shared/core/permission';
import {
  licenceWarningDays,
  staffRoles,
  type LicenceState,
  type PractitionerKind,
} from '@yunzhen/shared/directory/staff';
import {
  holdsWords,
  instantKey,
  nameKey,
  placeValues,
  sortedBy,
  timeKey,
  type SortedFilter,
} from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { mailStateSql } from '../../notifications/index.ts';
import { practitionerEntity } from '../doctors/practitioner.entity.ts';

export interface StaffRow {
  id: string;
  version: number;
  name: string;
  nameLatin: string;
  email: string;
  roles: Role[];
  status: 'active' | 'disabled';
  state: StaffState;
  createdAt: Date;
  lastSeenAt: Date | null;
  hasSecondFactor: boolean;
  sortValue: string;
  practitionerId: string | null;
  kind: PractitionerKind;
  title: LocalizedText;
  bio: LocalizedText;
  languages: string[];
  licenceNumber: string;
  licenceValidUntil: string;
  yearsOfPractice: number;
  departmentIds: string[];
  certificateUntil: Date | null;
  /** What an applicant becomes by the confirmation; null for everyone else, also for the following four. */
  kindWanted: PractitionerKind | null;
  draft: PractitionerDraft | null;
  submittedAt: Date | null;
  returnedAt: Date | null;
  note: string | null;
  /** Digest of an applicant’s picture. */
  portrait: string | null;
  /** Of an invitation without an answer. */
  invitationUntil: Date | null;
  mail: MailState | null;
}

export interface StaffFilter extends SortedFilter<StaffSort> {
  role: Role | null;
  state: StaffState | null;
  licence: LicenceState | null;
  /** A day in the hospital’s time zone, for licences. */
  today: string;
}

const keys: Record<StaffSort, string> = {
  name: nameKey('s.name', 's."nameLatin"'),
  created: instantKey('s."createdAt"'),
  // People who never signed in sort first.
  'last-seen': timeKey('s."lastSeenAt"'),
  // People without a licence sort last.
  licence: `coalesce(s."licenceValidUntil", '9999')`,
};

const staff = `ARRAY['applicant', ${staffRoles.map((role) => `'${role}'`).join(', ')}]`;

/** Accounts of staff. Of an applicant with the roles that the confirmation grants. */
const accountsSql = `SELECT a.id, a.version, a.display_name AS name, a.display_name_latin AS "nameLatin", a.email,
  coalesce(sa.roles, a.roles) AS roles, a.status,
  CASE WHEN a.status <> 'active' THEN 'disabled' WHEN sa.account_id IS NULL THEN 'active'
    WHEN sa.submitted_at IS NULL THEN 'joining' ELSE 'to-confirm' END AS state,
  a.created_at AS "createdAt", (SELECT max(s.last_seen_at) FROM session s WHERE s.account_id = a.id) AS "lastSeenAt",
  EXISTS (SELECT 1 FROM second_factor f WHERE f.account_id = a.id AND f.removed_at IS NULL AND f.confirmed_at IS NOT NULL)
    AS "hasSecondFactor",
  p.id AS "practitionerId", p.kind, p.title, p.bio, p.languages, p.licence_number AS "licenceNumber",
  to_char(p.licence_valid_until, 'YYYY-MM-DD') AS "licenceValidUntil", p.years_of_practice AS "yearsOfPractice",
  coalesce((SELECT json_agg(pd.department_id ORDER BY d.position, d.id) FROM practitioner_department pd
    JOIN department d ON d.id = pd.department_id WHERE pd.practitioner_id = p.id), '[]') AS "departmentIds",
  (SELECT max(c.not_after) FROM signing_credential c WHERE c.practitioner_id = p.id AND c.revoked_at IS NULL
    AND c.superseded_at IS NULL) AS "certificateUntil",
  CASE WHEN 'doctor' = ANY (sa.roles) THEN 'doctor' WHEN sa.account_id IS NOT NULL THEN 'pharmacist' END AS "kindWanted",
  sa.draft, sa.submitted_at AS "submittedAt", sa.returned_at AS "returnedAt", sa.note, sa.portrait_sha256 AS portrait,
  NULL::timestamptz AS "invitationUntil", NULL::text AS mail
  FROM account a LEFT JOIN practitioner p ON p.account_id = a.id
  LEFT JOIN staff_application sa ON sa.account_id = a.id AND sa.confirmed_at IS NULL
  WHERE a.roles && ${staff}`;

/** Invitations without an answer, in the same columns. */
const invitedSql = `SELECT i.id, 0, i.name, i.name_latin, i.email, i.roles, 'active', 'invited', i.invited_at, NULL, false,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  i.expires_at, ${mailStateSql('i.delivery_id')}
  FROM staff_invitation i WHERE i.used_at IS NULL AND i.withdrawn_at IS NULL`;

/** Staff: accounts, and the details of practitioners. */
export class StaffRepository {
  list(tx: Tx, filter: StaffFilter): Promise<StaffRow[]> {
    const sorted = sortedBy(keys[filter.sort], 's.id', filter.order, 7);
    return tx.query<StaffRow>(
      `SELECT s.*, ${sorted.key} AS "sortValue" FROM (${accountsSql} UNION ALL ${invitedSql}) s
       WHERE ${holdsWords('$1', 's.name', 's."nameLatin"', 's.email', 's."licenceNumber"')}
         AND ($2::text IS NULL OR $2 = ANY (s.roles)) AND ($3::text IS NULL OR s.state = $3)
         AND ($4::text IS NULL OR $4 = CASE WHEN s."licenceValidUntil" < $5 THEN 'ended'
           WHEN s."licenceValidUntil"::date <= $5::date + ${licenceWarningDays} THEN 'ending'
           WHEN s."practitionerId" IS NOT NULL THEN 'valid' END)
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $6`,
      [
        filter.q,
        filter.role,
        filter.state,
        filter.licence,
        filter.today,
        filter.limit + 1,
        ...placeValues(filter.after),
      ],
    );
  }

  /** Everyone who works here or is about to, by name, for the export. */
  exported(tx: Tx): Promise<StaffRow[]> {
    return tx.query<StaffRow>(
      `SELECT s.*, '' AS "sortValue" FROM (${accountsSql}) s WHERE s.status = 'active' ORDER BY s."nameLatin", s.name, s.id`,
    );
  }

  /** Active accounts that have not set up a second factor. */
  async withoutSecondFactor(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT s.id FROM (${accountsSql}) s WHERE s.status = 'active' AND NOT s."hasSecondFactor" ORDER BY s.id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of departments by their code in small letters. */
  async departmentCodes(tx: Tx): Promise<Map<string, string>> {
    const rows = await tx.query<{ code: string; id: string }>('SELECT lower(code) AS code, id FROM department');
    return new Map(rows.map(({ code, id }) => [code, id]));
  }

  /** Which of these addresses have a staff account, or an invitation without an answer. Patients’ accounts are not revealed. */
  knownAddresses(tx: Tx, emails: readonly string[]): Promise<{ email: string; rule: 'taken' | 'invited' }[]> {
    return tx.query(
      `SELECT lower(i.email) AS email, 'invited' AS rule FROM staff_invitation i
       WHERE lower(i.email) = ANY ($1) AND i.used_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > $2
       UNION ALL SELECT lower(a.email), 'taken' FROM account a WHERE lower(a.email) = ANY ($1) AND a.roles && ${staff}`,
      [emails, tx.now],
    );
  }

  async byId(tx: Tx, accountId: string): Promise<StaffRow | null> {
    const [row] = await tx.query<StaffRow>(`SELECT s.*, '' AS "sortValue" FROM (${accountsSql} AND a.id = $1) s`, [
      accountId,
    ]);
    return row ?? null;
  }

  /** Loads and locks an account, to serialise its changes. */
  async lock(tx: Tx, accountId: string): Promise<StaffRow | null> {
    await tx.query('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [accountId]);
    return this.byId(tx, accountId);
  }

  /** Returns and locks administrators who can sign in. When two remove each other’s role, the second one fails as the last administrator. */
  async lockAdministrators(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM account WHERE 'administrator' = ANY (roles) AND status = 'active' ORDER BY id FOR UPDATE`,
    );
    return rows.map(({ id }) => id);
  }

  async addPractitioner(
    tx: Tx,
    person: { id: string; accountId: string; kind: PractitionerKind; name: string; nameLatin: string },
    details: PractitionerDetails,
  ): Promise<void> {
    const nameLatin = person.nameLatin || person.name;
    const practitioner = { ...columnsOfDetails(details), ...person, nameLatin, hospitalId: tx.hospitalId };
    await tx.manager.insert(practitionerEntity, practitioner);
  }

  async savePractitioner(tx: Tx, id: string, details: PractitionerDetails): Promise<void> {
    await tx.manager.update(practitionerEntity, { id }, columnsOfDetails(details));
  }

  /** Returns false when one does not belong to the hospital. */
  async knowsDepartments(tx: Tx, departmentIds: readonly string[]): Promise<boolean> {
    const known = await tx.query('SELECT id FROM department WHERE id = ANY ($1) FOR SHARE', [departmentIds]);
    return known.length === new Set(departmentIds).size;
  }

  /** Sets the departments. Returns false when one does not belong to the hospital. */
  async setDepartments(tx: Tx, practitionerId: string, departmentIds: readonly string[]): Promise<boolean> {
    if (!(await this.knowsDepartments(tx, departmentIds))) return false;
    await tx.query(
      'DELETE FROM practitioner_department WHERE practitioner_id = $1 AND NOT (department_id = ANY ($2))',
      [practitionerId, departmentIds],
    );
    await tx.query(
      `INSERT INTO practitioner_department (hospital_id, practitioner_id, department_id)
       SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING`,
      [tx.hospitalId, practitionerId, departmentIds],
    );
    return true;
  }
}

/** Without departments, which have their own table. */
function columnsOfDetails({
  departmentIds: _,
  ...details
}: PractitionerDetails): Omit<PractitionerDetails, 'departmentIds'> {
  return details;
}

import type { PractitionerDetails, StaffSort } from '@yunzhen/shared/directory/staff.contract';
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
import { practitionerEntity } from '../doctors/practitioner.entity.ts';

export interface StaffRow {
  id: string;
  version: number;
  name: string;
  nameLatin: string;
  email: string;
  roles: Role[];
  status: 'active' | 'disabled';
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
}

export interface StaffFilter extends SortedFilter<StaffSort> {
  role: Role | null;
  status: StaffRow['status'] | null;
  licence: LicenceState | null;
  /** A day in the hospital’s time zone, for licences. */
  today: string;
}

const lastSeen = `(SELECT max(s.last_seen_at) FROM session s WHERE s.account_id = a.id)`;

const keys: Record<StaffSort, string> = {
  name: nameKey('a.display_name', 'a.display_name_latin'),
  created: instantKey('a.created_at'),
  // Accounts that never signed in sort first.
  'last-seen': timeKey(lastSeen),
  // Accounts without a licence sort last.
  licence: `coalesce(to_char(p.licence_valid_until, 'YYYY-MM-DD'), '9999')`,
};

const staff = `ARRAY[${staffRoles.map((role) => `'${role}'`).join(', ')}]`;

const columns = `a.id, a.version, a.display_name AS name, a.display_name_latin AS "nameLatin", a.email, a.roles, a.status,
  a.created_at AS "createdAt", ${lastSeen} AS "lastSeenAt",
  EXISTS (SELECT 1 FROM second_factor f WHERE f.account_id = a.id AND f.removed_at IS NULL AND f.confirmed_at IS NOT NULL)
    AS "hasSecondFactor",
  p.id AS "practitionerId", p.kind, p.title, p.bio, p.languages, p.licence_number AS "licenceNumber",
  to_char(p.licence_valid_until, 'YYYY-MM-DD') AS "licenceValidUntil", p.years_of_practice AS "yearsOfPractice",
  coalesce((SELECT json_agg(pd.department_id ORDER BY d.position, d.id) FROM practitioner_department pd
    JOIN department d ON d.id = pd.department_id WHERE pd.practitioner_id = p.id), '[]') AS "departmentIds",
  (SELECT max(c.not_after) FROM signing_credential c WHERE c.practitioner_id = p.id AND c.revoked_at IS NULL
    AND c.superseded_at IS NULL) AS "certificateUntil"`;
const from = `FROM account a LEFT JOIN practitioner p ON p.account_id = a.id WHERE a.roles && ${staff}`;

/** Staff: accounts, and the details of practitioners. */
export class StaffRepository {
  list(tx: Tx, filter: StaffFilter): Promise<StaffRow[]> {
    const sorted = sortedBy(keys[filter.sort], 'a.id', filter.order, 7);
    return tx.query<StaffRow>(
      `SELECT ${columns}, ${sorted.key} AS "sortValue" ${from}
         AND ${holdsWords('$1', 'a.display_name', 'a.display_name_latin', 'a.email', 'p.licence_number')}
         AND ($2::text IS NULL OR $2 = ANY (a.roles)) AND ($3::text IS NULL OR a.status = $3)
         AND ($4::text IS NULL OR $4 = CASE WHEN p.licence_valid_until < $5::date THEN 'ended'
           WHEN p.licence_valid_until <= $5::date + ${licenceWarningDays} THEN 'ending' WHEN p.id IS NOT NULL THEN 'valid' END)
         AND ${sorted.where} ORDER BY ${sorted.order} LIMIT $6`,
      [
        filter.q,
        filter.role,
        filter.status,
        filter.licence,
        filter.today,
        filter.limit + 1,
        ...placeValues(filter.after),
      ],
    );
  }

  async byId(tx: Tx, accountId: string): Promise<StaffRow | null> {
    const [row] = await tx.query<StaffRow>(`SELECT ${columns}, '' AS "sortValue" ${from} AND a.id = $1`, [accountId]);
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

  /** Sets the departments. Returns false when one does not belong to the hospital. */
  async setDepartments(tx: Tx, practitionerId: string, departmentIds: readonly string[]): Promise<boolean> {
    const known = await tx.query('SELECT id FROM department WHERE id = ANY ($1) FOR SHARE', [departmentIds]);
    if (known.length !== new Set(departmentIds).size) return false;
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

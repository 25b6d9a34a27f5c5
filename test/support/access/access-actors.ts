import type { Pool } from 'pg';
import type { Role } from '../../../shared/src/core/permission.ts';
import type { TestPerson } from '../factories.ts';
import type { AccessWorld } from './access-world.ts';

export type ActorRow = Pick<TestPerson, 'hospitalId' | 'accountId' | 'roles' | 'patientId' | 'practitionerId'>;

const actorSql = `SELECT a.hospital_id AS "hospitalId", a.id AS "accountId", a.roles, t.id AS "patientId", p.id AS "practitionerId"
  FROM account a LEFT JOIN patient t ON t.account_id = a.id LEFT JOIN practitioner p ON p.account_id = a.id
  JOIN hospital h ON h.id = a.hospital_id`;

/** The accounts of one hospital, one per role; patient and doctor own the rows of the world. */
export interface AccessActors {
  readonly byRole: ReadonlyMap<Role, ActorRow>;
  /** Another patient, and a doctor without a relationship to the world’s patient. */
  readonly strangers: { readonly patient: ActorRow; readonly doctor: ActorRow };
}

export async function accessActors(db: Pool, world: AccessWorld, guest: ActorRow): Promise<AccessActors> {
  const one = async (where: string, values: unknown[] = []) => {
    const sql = `${actorSql} WHERE h.slug = $1 AND ${where} ORDER BY a.id LIMIT 1`;
    const { rows } = await db.query<ActorRow>(sql, [world.slug, ...values]);
    if (!rows[0]) throw new Error(`no account at ${world.slug} where ${where}`);
    return rows[0];
  };
  const staff = (role: Role) => one(`'${role}' = ANY(a.roles)`);
  const treated = 'SELECT practitioner_id FROM visit WHERE patient_id = $2';
  const byRole = new Map<Role, ActorRow>([
    ['patient', await one('t.id = $2', [world.patientId])],
    [
      'doctor',
      await one(`'doctor' = ANY(a.roles) AND p.id = $2`, [world.paramsOf('/api/doctors/:doctorId')['doctorId']]),
    ],
    ['pharmacist', await one(`a.roles = ARRAY['pharmacist']::text[]`)],
    ['supervisor', await staff('supervisor')],
    ['president', await staff('president')],
    ['administrator', await staff('administrator')],
    ['dispenser', await staff('dispenser')],
    ['applicant', await staff('applicant')],
    ['receptionist', await staff('receptionist')],
    ['department-head', await staff('department-head')],
    ['guest', guest],
  ]);
  const strangers = {
    // A patient who is nobody else’s guardian, because a guardian also owns the child’s rows.
    patient: await one(
      `t.id <> $2 AND NOT EXISTS (SELECT 1 FROM guardianship g WHERE g.patient_id = $2 AND g.guardian_account_id = a.id)`,
      [world.patientId],
    ),
    doctor: await one(`'doctor' = ANY(a.roles) AND p.id NOT IN (${treated})`, [world.patientId]),
  };
  return { byRole, strangers };
}

import type { Client } from 'pg';
import type { DemoHospital } from './demo-plan.ts';

/** A doctor with a history. */
export interface Doctor {
  id: string;
  accountId: string;
  email: string;
  years: number;
  departments: string[];
}

export async function readDepartmentIds(db: Client): Promise<Map<string, string>> {
  const { rows } = await db.query<{ code: string; id: string }>(
    'SELECT code, id FROM department WHERE hospital_id = current_hospital()',
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** Reads the doctors of the plan, without those added later. */
export async function readDoctors(db: Client, plan: DemoHospital): Promise<Doctor[]> {
  const { rows } = await db.query<Doctor>(
    `SELECT p.id, p.account_id AS "accountId", a.email, p.years_of_practice AS years,
       (SELECT array_agg(d.code) FROM practitioner_department pd JOIN department d ON d.id = pd.department_id
        WHERE pd.practitioner_id = p.id) AS departments
     FROM practitioner p JOIN account a ON a.id = p.account_id
     WHERE p.hospital_id = current_hospital() AND p.kind = 'doctor'
       AND (a.email LIKE '%@staff.' || $1 OR a.email = ANY ($2))
     ORDER BY a.email`,
    [plan.mailDomain, plan.signIns.map(({ email }) => email)],
  );
  return rows;
}

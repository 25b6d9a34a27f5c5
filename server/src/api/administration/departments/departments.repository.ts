import type { Department } from '@yunzhen/shared/directory/directory.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { departmentEntity, type DepartmentRow } from './department.entity.ts';

export type { DepartmentRow };

/** A department as read by the statement. */
export type ListedDepartment = Omit<Department, 'pinyin'>;

export class DepartmentsRepository {
  /** Returns departments in the hospital’s order, with today’s doctors on duty and waiting patients. */
  list(tx: Tx, today: string): Promise<ListedDepartment[]> {
    return tx.query<ListedDepartment>(
      `SELECT d.id, d.code, d.name, d.description,
         (SELECT count(*)::int FROM practitioner_department pd JOIN practitioner p ON p.id = pd.practitioner_id
          WHERE pd.department_id = d.id AND p.kind = 'doctor' AND p.on_duty AND p.licence_valid_until >= $1::date)
           AS "doctorsOnDuty",
         (SELECT count(*)::int FROM visit v WHERE v.department_id = d.id AND v.status = 'waiting') AS waiting
       FROM department d WHERE d.active ORDER BY d.position, d.code`,
      [today],
    );
  }

  byId(tx: Tx, id: string): Promise<DepartmentRow | null> {
    return tx.manager.findOneBy(departmentEntity, { id });
  }
}

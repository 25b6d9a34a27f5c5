import type { Department } from '@yunzhen/shared/directory/directory.contract';
import type { Tx } from '../../../platform/db/transaction.ts';
import { departmentEntity, type DepartmentRow } from './department.entity.ts';

export type { DepartmentRow };

/** A department as read by the statement. */
export type ListedDepartment = Omit<Department, 'pinyin' | 'doctorsOnDuty'>;

export class DepartmentsRepository {
  /** Returns departments in the hospital’s order, with waiting patients. */
  list(tx: Tx): Promise<ListedDepartment[]> {
    return tx.query<ListedDepartment>(
      `SELECT d.id, d.code, d.name, d.description,
         (SELECT count(*)::int FROM visit v WHERE v.department_id = d.id AND v.status = 'waiting') AS waiting
       FROM department d WHERE d.active ORDER BY d.position, d.code`,
    );
  }

  byId(tx: Tx, id: string): Promise<DepartmentRow | null> {
    return tx.manager.findOneBy(departmentEntity, { id });
  }
}

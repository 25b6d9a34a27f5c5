import { everyText } from '../../../platform/db/every-text.ts';
import { Not } from 'typeorm';
import type { ManagedDepartment } from '@yunzhen/shared/administration/departments.contract';
import type { departmentSorts } from '@yunzhen/shared/administration/departments.constants';
import { placeValues, sortedBy, type SortedFilter } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { departmentEntity, type DepartmentRow } from './department.entity.ts';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';

export type DepartmentListRow = ManagedDepartment & { sortValue: string };

export interface DepartmentFilter extends SortedFilter<(typeof departmentSorts)[number]> {
  active: boolean | null;
}

export type DepartmentDetails = Pick<DepartmentRow, 'name' | 'description' | 'position' | 'active'>;

const doctors = `(SELECT count(*)::int FROM practitioner_department pd JOIN practitioner p ON p.id = pd.practitioner_id
  WHERE pd.department_id = d.id AND p.kind = 'doctor')`;
const used = `(EXISTS (SELECT 1 FROM practitioner_department pd WHERE pd.department_id = d.id)
  OR EXISTS (SELECT 1 FROM visit v WHERE v.department_id = d.id))`;
const columns = `d.id, d.version, d.code, d.name, d.description, d.position, d.active, ${doctors} AS doctors, ${used} AS used`;

const keys = {
  position: `lpad(d.position::text, 6, '0')`,
  name: `lower(d.name->>'en')`,
  doctors: `lpad(${doctors}::text, 6, '0')`,
};

/** The error code of a foreign key violation. */
const stillReferenced = '23503';

export class DepartmentsAdministrationRepository {
  list(tx: Tx, { q, active, sort, order, after, limit }: DepartmentFilter): Promise<DepartmentListRow[]> {
    const sorted = sortedBy(keys[sort], 'd.id', order, 4);
    return tx.query<DepartmentListRow>(
      `SELECT ${columns}, ${sorted.key} AS "sortValue" FROM department d
       WHERE ($1 = '' OR strpos(lower(concat_ws(' ', d.code, ${everyText('d.name')})), lower($1)) > 0)
         AND ($2::boolean IS NULL OR d.active = $2) AND ${sorted.where}
       ORDER BY ${sorted.order} LIMIT $3`,
      [q, active, limit + 1, ...placeValues(after)],
    );
  }

  async byId(tx: Tx, id: string): Promise<ManagedDepartment | null> {
    const [row] = await tx.query<ManagedDepartment>(`SELECT ${columns} FROM department d WHERE d.id = $1`, [id]);
    return row ?? null;
  }

  lock(tx: Tx, id: string): Promise<DepartmentRow | null> {
    return tx.manager.findOne(departmentEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Inserts the department. Returns `id` when the id exists in any hospital, `code` when the hospital has that code. */
  async insert(tx: Tx, id: string, code: string, details: DepartmentDetails): Promise<'added' | 'id' | 'code'> {
    if (await tx.manager.existsBy(departmentEntity, { code, id: Not(id) })) return 'code';
    const { name, description, position, active } = details;
    const row = { id, hospitalId: tx.hospitalId, code, name, description, position, active };
    return (await insertUnlessThere(tx, departmentEntity, row)) ? 'added' : 'id';
  }

  async save(tx: Tx, id: string, { name, description, position, active }: DepartmentDetails): Promise<void> {
    const changed = { name, description, position, active, version: () => 'version + 1' };
    await tx.manager.update(departmentEntity, { id }, changed);
  }

  /** Deletes the department. Returns false when anything refers to it; the transaction has then failed. */
  async remove(tx: Tx, id: string): Promise<boolean> {
    try {
      await tx.manager.delete(departmentEntity, { id });
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code === stillReferenced) return false;
      throw error;
    }
  }
}

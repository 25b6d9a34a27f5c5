import { departmentSorts, listManagedDepartments } from '@yunzhen/shared/administration/departments.contract';
import { useTable } from '../../core/table/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity fetches the query again.

/** Departments, open and closed, for the administrator. */
export const useManagedDepartments = () =>
  useTable(listManagedDepartments, {
    key: ['departments', 'managed'],
    sorts: departmentSorts,
    filters: { active: ['true', 'false'] },
  });

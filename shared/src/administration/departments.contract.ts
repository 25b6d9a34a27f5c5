import { z } from 'zod';
import { cursorQuery, empty, id, localizedText, page, text, version } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

export const managedDepartment = z.strictObject({
  id,
  version,
  code: z.string(),
  name: localizedText,
  description: localizedText,
  /** Its place among the others, from 0. */
  position: z.int(),
  active: z.boolean(),
  doctors: z.int(),
  /** Whether anything hangs on it, so that it can be closed but not removed. */
  used: z.boolean(),
});
export type ManagedDepartment = z.output<typeof managedDepartment>;

const details = {
  name: z.strictObject({ en: text(80, 1), zh: text(80, 1) }),
  description: z.strictObject({ en: text(400), zh: text(400) }),
  position: z.int().min(0).max(9999),
  active: z.boolean(),
};
const departmentParams = z.strictObject({ departmentId: id });

export const departmentSorts = ['position', 'name', 'doctors'] as const;

export const listManagedDepartments = defineRoute({
  name: 'listManagedDepartments',
  method: 'GET',
  path: '/api/administration/departments',
  summary: 'Departments as the administrator keeps them, closed ones among them; `q` looks in names and codes',
  permission: 'department.manage',
  query: z.strictObject({
    ...cursorQuery,
    q: z.string().trim().max(80).default(''),
    active: z.enum(['true', 'false']).optional(),
    sort: z.enum(departmentSorts).default('position'),
    order: z.enum(['asc', 'desc']).default('asc'),
  }),
  response: page(managedDepartment),
});

export const createDepartment = defineRoute({
  name: 'createDepartment',
  method: 'POST',
  path: '/api/administration/departments',
  summary: 'Open a department',
  permission: 'department.manage',
  body: z.strictObject({
    /** Made by the page, so that a doubled command makes one. */
    id,
    /** A short word for addresses and reports; it never changes. */
    code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    ...details,
  }),
  response: managedDepartment,
  status: 201,
});

export const saveDepartment = defineRoute({
  name: 'saveDepartment',
  method: 'PUT',
  path: '/api/administration/departments/:departmentId',
  summary: 'Change a department; one that is closed is offered to nobody',
  permission: 'department.manage',
  params: departmentParams,
  ifMatch: true,
  body: z.strictObject(details),
  response: managedDepartment,
});

export const removeDepartment = defineRoute({
  name: 'removeDepartment',
  method: 'DELETE',
  path: '/api/administration/departments/:departmentId',
  summary: 'Remove a department that nothing hangs on',
  permission: 'department.manage',
  params: departmentParams,
  ifMatch: true,
  response: empty,
  status: 204,
});

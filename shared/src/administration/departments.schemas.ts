import { z } from 'zod';
import { cursorQuery, empty, id, localizedText, page, text, version } from '../core/common.ts';
import { departmentSorts } from './departments.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

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

export const createDepartmentBody = z.strictObject({
  /** Made by the page, so that a doubled command makes one. */
  id,
  /** A short word for addresses and reports; it never changes. */
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  ...details,
});

export const departmentsSchemas = {
  listManagedDepartments: {
    summary: 'List departments, including closed ones; `q` searches names and codes',
    query: z.strictObject({
      ...cursorQuery,
      q: z.string().trim().max(80).default(''),
      active: z.enum(['true', 'false']).optional(),
      sort: z.enum(departmentSorts).default('position'),
      order: z.enum(['asc', 'desc']).default('asc'),
    }),
    response: page(managedDepartment),
  },
  createDepartment: {
    summary: 'Create a department',
    body: createDepartmentBody,
    response: managedDepartment,
  },
  saveDepartment: {
    summary: 'Change a department; a closed department is not offered to patients',
    params: departmentParams,
    body: z.strictObject(details),
    response: managedDepartment,
  },
  removeDepartment: {
    summary: 'Remove a department that is not in use',
    params: departmentParams,
    response: empty,
  },
} satisfies RouteSchemas;

import type { z } from 'zod';
import type { Locale } from '@yunzhen/shared/core/locale';
import { objectionToRoles, practitionerKindOf, staffRoles, type StaffRole } from '@yunzhen/shared/directory/staff';
import { staffFileColumns } from '@yunzhen/shared/directory/staff-file.constants';
import { invitation } from '@yunzhen/shared/directory/staff.schemas';
import { toFields } from '../../../platform/http/validation.ts';
import { newId } from '../../../platform/ids.ts';
import { blankDraft } from '../staff/blank-draft.ts';
import type { StaffFileRow } from './staff-file-rows.ts';

export type Fault = { column: string; rule: string };
export type CheckedRow = { invitation: z.output<typeof invitation> | null; faults: Fault[] };

/** Names of roles as hospitals write them, beside the codes. */
const roleNames: Readonly<Record<string, StaffRole>> = {
  医生: 'doctor',
  医师: 'doctor',
  科主任: 'department-head',
  科室主任: 'department-head',
  药师: 'pharmacist',
  审方药师: 'pharmacist',
  审方药师组长: 'supervisor',
  审方主管: 'supervisor',
  前台: 'receptionist',
  导诊: 'receptionist',
  院长: 'president',
  管理员: 'administrator',
};

/** Checks one row: the fields as a form would, and that its departments exist. */
export function checkRow(
  row: StaffFileRow,
  known: { departments: ReadonlyMap<string, string>; locale: Locale },
): CheckedRow {
  const { cells, tooLong } = row;
  const faults: Fault[] = tooLong ? [{ column: '', rule: 'row-too-long' }] : [];
  const roles = [...new Set(list(cells.roles).map((name) => roleNames[name] ?? name.toLowerCase()))];
  if (roles.some((role) => !staffRoles.includes(role as StaffRole))) faults.push({ column: 'roles', rule: 'role' });
  else {
    const objection = objectionToRoles(roles as StaffRole[]);
    if (objection) faults.push({ column: 'roles', rule: objection });
  }
  const codes = list(cells.departments);
  const departmentIds = codes.flatMap((code) => known.departments.get(code.toLowerCase()) ?? []);
  if (departmentIds.length < codes.length) faults.push({ column: 'departments', rule: 'department' });
  const years = cells.yearsOfPractice;
  const checked = invitation.safeParse(
    {
      id: newId(),
      name: cells.name,
      nameLatin: cells.nameLatin,
      email: cells.email,
      locale: known.locale,
      roles: roles.some((role) => !staffRoles.includes(role as StaffRole)) ? ['doctor'] : roles,
      practitioner: practitionerKindOf(roles as StaffRole[]) && {
        ...blankDraft,
        title: { en: cells.titleEn, zh: cells.titleZh },
        licenceNumber: cells.licenceNumber,
        licenceValidUntil: isoDay(cells.licenceValidUntil),
        yearsOfPractice: years === '' ? null : /^\d{1,2}$/.test(years) ? Number(years) : Number.NaN,
        languages: list(cells.languages),
        departmentIds: [...new Set(departmentIds)],
      },
    },
    { reportInput: true },
  );
  if (!checked.success)
    for (const { path, rule } of toFields(checked.error)) faults.push({ column: columnOf(path), rule });
  faults.sort((a, b) => positionOf(a) - positionOf(b));
  return { invitation: faults.length === 0 && checked.success ? checked.data : null, faults };
}

/** Parts of a cell, separated as people separate them. */
const list = (cell: string) =>
  cell
    .split(/[;,，、；|]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** Spreadsheets also write 2030/1/9 and 2030.1.9. */
function isoDay(cell: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
}

/** Faults are listed in the order of the columns. */
const positionOf = ({ column }: Fault) => staffFileColumns.findIndex(([name]) => name === column);

const columnNames: Readonly<Record<string, string>> = {
  'title.zh': 'titleZh',
  'title.en': 'titleEn',
  departmentIds: 'departments',
};

/** Returns the column of a field of the invitation. */
function columnOf(path: string): string {
  const [first = '', second = '', third = ''] = path.split('.');
  if (first !== 'practitioner') return first;
  return columnNames[`${second}.${third}`] ?? columnNames[second] ?? second;
}

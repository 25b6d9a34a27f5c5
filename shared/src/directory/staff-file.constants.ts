import type { LocalizedText } from '../core/locale.ts';

/** Columns of a staff file in their order, with the heading in both languages. Import accepts the heading in either, or the key. */
export const staffFileColumns = [
  ['name', { en: 'name', zh: '姓名' }],
  ['nameLatin', { en: 'name_latin', zh: '拉丁字母姓名' }],
  ['email', { en: 'email', zh: '邮箱' }],
  ['roles', { en: 'roles', zh: '角色' }],
  ['titleZh', { en: 'title_zh', zh: '职称（中文）' }],
  ['titleEn', { en: 'title_en', zh: '职称（英文）' }],
  ['licenceNumber', { en: 'licence_number', zh: '执业证号' }],
  ['licenceValidUntil', { en: 'licence_valid_until', zh: '证书有效期至' }],
  ['yearsOfPractice', { en: 'years_of_practice', zh: '独立执业年限' }],
  ['languages', { en: 'languages', zh: '语言' }],
  ['departments', { en: 'departments', zh: '科室代码' }],
] as const satisfies readonly (readonly [string, LocalizedText])[];
export type StaffFileColumn = (typeof staffFileColumns)[number][0];

/** The others may be missing, or empty: the invited person fills them in. */
export const requiredStaffColumns = ['name', 'email', 'roles'] as const satisfies readonly StaffFileColumn[];

/** So many invitations are stored and mailed in one short transaction. */
export const maxStaffRows = 200;

/** Why a staff file cannot be read at all. */
export const staffFileFaults = ['encoding', 'csv', 'columns', 'rows', 'empty'] as const;

import { describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import { checkIdentityBody } from '../accounts/identity.schemas.ts';
import { addChildBody } from '../accounts/family.schemas.ts';
import { signUpBody } from '../accounts/sign-up.schemas.ts';
import { publishBrandBody } from '../administration/brand.schemas.ts';
import { departmentsSchemas } from '../administration/departments.schemas.ts';
import { conductSchemas } from '../calls/conduct.schemas.ts';
import { invitation, staffSchemas } from '../directory/staff.schemas.ts';
import { dispensingSchemas } from '../dispensing/dispensing.schemas.ts';
import { createPharmacyBody, inviteDispenserBody } from '../dispensing/pharmacies.schemas.ts';
import { foundHospitalBody, operatorSchemas } from '../operator/operator.schemas.ts';
import { circumstances } from '../prescribing/rules.schemas.ts';
import { printedName } from './printed-name.ts';

/** Returns the rules that a value breaks. */
const broken = (schema: ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()) ?? [];

describe('a printed name', () => {
  it.each([
    '李伟',
    '𠮷田',
    '葛\u{e0100}城',
    'مۇھەممەت ئەلى',
    'می\u200cخواهم',
    'བཀྲ་ཤིས་རྒྱལ་མཚན',
    'ཧཱུྃ',
    'สมชาย ผู้ใหญ่',
    'क्\u200dष',
    'שָׁלוֹם',
    '김민수',
    'Nguyễn Thị Ánh'.normalize('NFD'),
    'O’Brien-Müller, Jr.',
    'Владимир',
    '第1药房（东）',
    '3',
  ])('may be %s', (name) => {
    expect(broken(printedName(80), name)).toEqual([]);
  });

  it.each([
    ['zero-width spaces only', '\u200b\u200b'],
    ['direction marks only', '\u200e\u202e\u2066'],
    ['Hangul fillers only', '\u3164'],
    ['blanks of Braille only', '\u2800'],
    ['a reversal within', 'Li \u202eieW'],
    ['an isolate within', 'Li\u2067Wei'],
    ['a soft hyphen', 'Li\u00adWei'],
    ['a joiner between Latin letters', 'Li\u200dWei'],
    ['a joiner at the end', 'علی\u200c'],
    ['a variation selector after a Latin letter', 'Li\ufe0fWei'],
    ['tags', 'Li\u{e0041}\u{e0042}'],
    ['private use', '\ue000李'],
    ['two lines', 'Li\nWei'],
    ['a byte order mark within', 'Li\ufeffWei'],
    ['stacked marks', `L${'\u0335'.repeat(6)}i`],
  ])('may not have %s', (_what, name) => {
    expect(broken(printedName(80), name)).toContain('unprintable');
  });

  it.each(['.', '— —', '!?', '\u0301', '（）'])('has a letter or digit, unlike %s', (name) => {
    expect(broken(printedName(80), name)).toContain('name-letters');
  });

  it('may be empty only where it is optional', () => {
    expect(broken(printedName(80, 0), '')).toEqual([]);
    expect(broken(printedName(80), '')).not.toEqual([]);
  });
});

describe('every place where a name enters', () => {
  const hostile = 'Li\u202eieW';
  const person = (of: ZodType) => [of, { name: hostile }, ['name unprintable']] as const;
  const both = (of: ZodType) =>
    [of, { name: hostile, nameLatin: '\u200b' }, ['name unprintable', 'nameLatin unprintable']] as const;
  const bilingual = (of: ZodType) =>
    [of, { name: { en: hostile, zh: '\u200b' } }, ['name.en unprintable', 'name.zh unprintable']] as const;

  it.each([
    ['a patient’s sign-up', ...both(signUpBody)],
    ['a child', ...both(addChildBody)],
    ['an identity document', ...person(checkIdentityBody)],
    ['an invitation of staff', ...both(invitation)],
    ['an accepted invitation', ...both(staffSchemas.acceptStaffInvitation.body)],
    ['an invited guest', ...person(conductSchemas.inviteGuest.body)],
    ['a guest who joins', ...person(conductSchemas.acceptInvitation.body)],
    ['an invited dispenser', ...both(inviteDispenserBody)],
    ['a pharmacy', ...bilingual(createPharmacyBody)],
    ['a hospital', ...bilingual(foundHospitalBody)],
    ['a hospital’s brand', ...bilingual(publishBrandBody)],
    ['a department', ...bilingual(departmentsSchemas.createDepartment.body)],
    ['an operator', ...person(operatorSchemas.acceptOperatorInvitation.body)],
    ['a guardian', circumstances, { guardian: { name: hostile } }, ['guardian.name unprintable']],
    ['who hands out', dispensingSchemas.dispense.body, { by: hostile }, ['by unprintable']],
  ] as const)('refuses hidden characters: %s', (_what, schema, value, faults) => {
    expect(broken(schema, value)).toEqual(expect.arrayContaining([...faults]));
  });
});

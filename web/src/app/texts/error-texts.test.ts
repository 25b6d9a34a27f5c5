import { afterAll, expect, it, vi } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
import { DeadlineError } from '../../core/api/deadline.ts';
import { codeOf, describeError, errorText } from '../../core/i18n/error-texts.ts';
import { callCodes, setHospitalPhone } from '../../core/i18n/hospital-phone.ts';
import { needTexts, provideTexts, setLocale } from '../../core/i18n/i18n.ts';
import en from './en/errors.ts';
import enPatient from './en/patient-errors.ts';
import enStaff from './en/staff-errors.ts';
import zh from './zh-CN/errors.ts';
import zhPatient from './zh-CN/patient-errors.ts';
import zhStaff from './zh-CN/staff-errors.ts';
import { appTexts } from './texts.ts';

vi.stubGlobal('document', { documentElement: { lang: '' } });
afterAll(() => vi.unstubAllGlobals());

it('A page on the way to the call that meets another error fetches its text, which follows a change of language', async () => {
  const codes = ['review.own-prescription', 'family.full'] as const;
  provideTexts(appTexts);
  await setLocale('en');
  expect(codes.map(errorText)).toEqual([en.internal, en.internal]);
  await expect.poll(() => codes.map(errorText)).toEqual([enStaff[codes[0]], enPatient[codes[1]]]);
  await setLocale('zh-CN');
  expect(codes.map(errorText)).toEqual([zhStaff[codes[0]], zhPatient[codes[1]]]);
  await needTexts();
  expect([errorText(codes[0]), errorText('call.busy')]).toEqual([zhStaff[codes[0]], zh['call.busy']]);
});

it('A timeout has its own text, which tells commands that the outcome is unknown; pages treat it as a lost answer', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  expect(describeError(new DeadlineError('GET'))).toEqual(en.late);
  expect(describeError(new DeadlineError('POST'))).toEqual(en['late-change']);
  await setLocale('zh-CN');
  expect(describeError(new DeadlineError('PUT'))).toEqual(zh['late-change']);
  expect(codeOf(new DeadlineError('PUT'))).toBe('offline');
});

it('The text about a wrong clock fits every action that the clock stops, also signing in', () => {
  for (const text of [en['clock.unreliable'].text, zh['clock.unreliable'].text])
    expect(text).not.toMatch(/signed|started|签名|通话/);
});

it('Every error whose text asks for a call has the hospital’s number, and no other', async () => {
  const asking = Object.entries({ ...en, ...enPatient, ...enStaff }).filter(([, { text }]) =>
    /(call|contact) the hospital\b/i.test(text),
  );
  expect(asking.map(([code]) => code).toSorted()).toEqual([...callCodes].toSorted());
  provideTexts(appTexts);
  await setLocale('en');
  expect(describeError(new AppError('family.full')).phone).toBeUndefined();
  setHospitalPhone('+86 573 0000 0120');
  expect(describeError(new AppError('family.full')).phone).toBe('+86 573 0000 0120');
  expect(describeError(new AppError('call.busy')).phone).toBeUndefined();
  setHospitalPhone(null);
});

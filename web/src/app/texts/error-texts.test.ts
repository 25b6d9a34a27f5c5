import { expect, it, vi } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
import { DeadlineError } from '../../core/api/deadline.ts';
import { codeOf, describeError, errorText } from '../../core/i18n/error-texts.ts';
import { callCodes, setHospitalPhone } from '../../core/i18n/hospital-phone.ts';
import { needTexts, provideTexts, setLocale } from '../../core/i18n/i18n.ts';
import en from './en/errors.ts';
import enStaff from './en/staff-errors.ts';
import zh from './zh-CN/errors.ts';
import zhStaff from './zh-CN/staff-errors.ts';
import { appTexts } from './texts.ts';

vi.stubGlobal('document', { documentElement: { lang: '' } });

it('A patient page that meets a staff error fetches its text, which follows a change of language', async () => {
  const code = 'review.own-prescription';
  provideTexts(appTexts);
  await setLocale('en');
  expect(errorText(code)).toEqual(en.internal);
  await vi.waitFor(() => expect(errorText(code)).toEqual(enStaff[code]));
  await setLocale('zh-CN');
  expect(errorText(code)).toEqual(zhStaff[code]);
  await needTexts();
  expect([errorText(code), errorText('call.busy')]).toEqual([zhStaff[code], zh['call.busy']]);
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

it('Every error whose text asks for a call has the hospital’s number, and no other', async () => {
  const asking = Object.entries({ ...en, ...enStaff }).filter(([, { text }]) =>
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

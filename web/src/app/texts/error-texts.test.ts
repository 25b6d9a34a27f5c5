import { expect, it, vi } from 'vitest';
import { errorText } from '../../core/i18n/error-texts.ts';
import { needTexts, provideTexts, setLocale } from '../../core/i18n/i18n.ts';
import en from './en/errors.ts';
import enStaff from './en/staff-errors.ts';
import zh from './zh-CN/errors.ts';
import zhStaff from './zh-CN/staff-errors.ts';
import { appTexts } from './texts.ts';

vi.stubGlobal('document', { documentElement: { lang: '' } });

it('an error of staff’s pages that a page of patients meets gets its words, which stay through a change of language', async () => {
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

// @vitest-environment happy-dom
import { effectScope } from 'vue';
import { beforeAll, expect, it } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { usePackText } from './use-pack-text.ts';

beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['receipts']);
});
const packText: ReturnType<typeof usePackText> = (line) => effectScope().run(() => usePackText()(line)) ?? '';
const signed = 'Acme · LOT 7A · EXP 2027-05';
const pack = { brand: 'Acme', batch: '7A', expires: '2027-05' };

it('batch and expiry of a pack are in the language of the reader, those of an old receipt as signed', async () => {
  expect(packText({ note: signed, pack })).toBe(signed);
  await setLocale('zh-CN');
  await needTexts(['receipts']);
  expect(packText({ note: signed, pack })).toBe('Acme · 批号 7A · 有效期至 2027-05');
  expect(packText({ note: 'LOT 7A', pack: { brand: '', batch: '7A', expires: '' } })).toBe('批号 7A');
  expect(packText({ note: signed, pack: null })).toBe(signed);
});

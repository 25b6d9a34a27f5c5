// @vitest-environment happy-dom
import { h } from 'vue';
import { expect, it } from 'vitest';
import type { SignedReceipt } from '@yunzhen/shared/dispensing/receipts.contract';
import ComfortArea from '../../../app/layouts/comfort-area.vue';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import ReceiptPaper from './receipt-paper.vue';

const at = '2026-11-29T10:00:00Z';
const receipt = {
  number: 'D1',
  at,
  pharmacy: { en: 'Corner', zh: '街角' },
  by: '',
  byLatin: '',
  lines: [],
  corrections: [],
};
const paper = {
  receipt,
  hospital: { en: 'Hospital', zh: '医院' },
  prescription: { number: 'R1', doctor: '王芳', doctorLatin: 'Wang Fang', issuedAt: at, validUntil: at },
  patient: { name: '李伟', nameLatin: 'Li Wei' },
  items: [],
  signature: 'valid',
  fingerprint: 'abcd',
} as unknown as SignedReceipt;

it('a patient’s receipt has both forms of the legal name, as a pharmacy or insurer may know either', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['receipts', 'prescriptionCard']);
  const page = await mounted({ render: () => h(ComfortArea, () => h(ReceiptPaper, { paper })) }, {});
  expect(page.text()).toContain('Li Wei 李伟');
  page.end();
});

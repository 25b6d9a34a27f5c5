import { expect, it } from 'vitest';
import { maskedName } from './masked-name.ts';

it('masks a patient as readers of each language expect', () => {
  const chinese = { patientInitials: 'L. W.', patientMasked: '李*' };
  expect(maskedName(chinese, 'en')).toBe('L. W.');
  expect(maskedName(chinese, 'zh-CN')).toBe('李*');
  expect(maskedName({ patientInitials: 'N. L.', patientMasked: null }, 'zh-CN')).toBe('N. L.');
  expect(maskedName({ patientInitials: 'N. L.' }, 'zh-CN')).toBe('N. L.');
});

import { expect, it } from 'vitest';
import { bothNames } from './both-names.ts';

it('shows both names of a patient to readers of either language', () => {
  const patient = { name: '王建国', nameLatin: 'Wang Jianguo' };
  expect(bothNames(patient, 'zh-CN')).toBe('王建国（Wang Jianguo）');
  expect(bothNames(patient, 'en')).toBe('Wang Jianguo (王建国)');
});

it('shows one name once', () => {
  expect(bothNames({ name: 'Anna Meier', nameLatin: 'Anna Meier' }, 'zh-CN')).toBe('Anna Meier');
  expect(bothNames({ name: '王建国', nameLatin: '' }, 'en')).toBe('王建国');
});

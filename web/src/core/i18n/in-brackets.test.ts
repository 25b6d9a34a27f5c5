import { expect, it } from 'vitest';
import { inBrackets } from './in-brackets.ts';

it('brackets are those of the language, without a space in Chinese', () => {
  expect(inBrackets('To sign', 3, 'en')).toBe('To sign (3)');
  expect(inBrackets('待签名', 3, 'zh-CN')).toBe('待签名（3）');
});

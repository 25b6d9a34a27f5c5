import { expect, it } from 'vitest';
import { acceptedLocale } from './accepted-locale.ts';

it.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['en;q=0.2, zh-Hant-TW;q=0.7', 'zh-CN'],
  ['EN-gb', 'en'],
  ['fr, de;q=0.9, en;q=0.1', 'en'],
  ['zh;q=0, en', 'en'],
  ['fr', undefined],
  ['*', undefined],
  ['en;q=x', undefined],
  ['', undefined],
  [undefined, undefined],
])('reads the header %j as %j', (header, locale) => {
  expect(acceptedLocale(header)).toBe(locale);
});

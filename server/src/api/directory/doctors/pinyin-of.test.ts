import { expect, it } from 'vitest';
import { pinyinOf } from './pinyin-of.ts';

it.each([
  ['皮肤科', 'pi fu ke'],
  ['心血管内科', 'xin xue guan nei ke'],
  ['重症医学科', 'zhong zheng yi xue ke'],
  ['妇女保健科', 'fu nv bao jian ke'],
  ['口腔科 A', 'kou qiang ke'],
  ['ENT', ''],
  ['', ''],
])('pinyin of %s is %s', (name, spelt) => {
  expect(pinyinOf(name)).toBe(spelt);
  expect(pinyinOf(name)).toBe(spelt);
});

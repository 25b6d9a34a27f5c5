import { expect, it } from 'vitest';
import { pinyinFit } from './pinyin-match.ts';

it.each([
  ['pi fu ke', 'pifuke', 2],
  ['pi fu ke', 'Pi Fu Ke', 2],
  ['pi fu ke', "pi'fu", 2],
  ['pi fu ke', 'pfk', 2],
  ['pi fu ke', 'pf', 2],
  ['xin xue guan nei ke', 'neike', 1],
  ['xin xue guan nei ke', 'nk', 1],
  ['fu nv bao jian ke', 'funü', 2],
  // Part of a syllable, letters that skip one, and an empty input.
  ['quan ke yi xue ke', 'an', 0],
  ['pi fu ke', 'pk', 0],
  ['pi fu ke', 'erke', 0],
  ['pi fu ke', ' ', 0],
  ['', 'pfk', 0],
])('matches the pinyin %s with the input “%s”', (pinyin, typed, fit) => {
  expect(pinyinFit(pinyin, typed)).toBe(fit);
});

import { inFigures } from './chinese-numbers.ts';
import { inSimplified } from './chinese-script.ts';
import { pinyinRead } from './pinyin.ts';
import { spelledRight } from './spelling.ts';

const contractions: readonly (readonly [RegExp, string])[] = [
  [/\b(?:can't|cannot|cant)\b/g, 'can not'],
  [/\b(?:won't|wont)\b/g, 'will not'],
  [/\b(?:ain't|aint)\b/g, 'is not'],
  [/\b(do|does|did|is|are|was|were|has|have|had|could|would|should|need|must)(?:n't|nt)\b/g, '$1 not'],
  [/\b(?:im|i'm)\b/g, 'i am'],
  [/\bive\b/g, 'i have'],
  [/\b(he|she|it|that|there|what|who|here)'s\b/g, '$1 is'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'ll\b/g, ' will'],
  [/\b(i|he|she|they|we|you)'d\b/g, '$1 would'],
  [/'s\b/g, ' s'],
  [/\b(?:gonna)\b/g, 'going to'],
  [/\b(?:n0|nuh)\b/g, 'no'],
];

/**
 * Text as the concepts expect it: one width, small letters, simplified characters, no spaces between Chinese characters, written-out
 * contractions, single spaces. Ends of sentences and commas stay.
 */
export function normalText(text: string): string {
  let normal = inSimplified(text.normalize('NFKC').toLowerCase())
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[-–—_*"“”「」『』<>]+/g, ' ');
  normal = pinyinRead(normal.replace(/[^\S\n]+/g, ' '));
  for (const [words, written] of contractions) normal = normal.replace(words, written);
  return inFigures(spelledRight(normal))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?<=\p{Script=Han}|[，。！？；、]) (?=\p{Script=Han}|[，。！？；、\d])/gu, '')
    .replace(/(?<=\d) (?=\p{Script=Han})/gu, '')
    .replace(/ ([,.!?;:])/g, '$1')
    .trim();
}

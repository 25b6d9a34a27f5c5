import { inFigures } from './chinese-numbers.ts';
import { inSimplified } from './chinese-script.ts';
import { pinyinRead } from './pinyin.ts';
import { spelledRight } from './spelling.ts';
import { charactersRight } from './typing-slips.ts';

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
  [/\b(he|she|that|there|what|who)s\b/g, '$1 is'],
  [/\btheyre\b/g, 'they are'],
  [/\bweve\b/g, 'we have'],
  [/\b(?:dont|dnt|dunno)\b/g, 'do not'],
  [/\b(?:cnt|carnt|cannae|canny)\b/g, 'can not'],
  [/\b(?:wanna)\b/g, 'want to'],
  [/\b(?:u)\b/g, 'you'],
  [/\b(?:ur|yr)\b(?! (?:old|olds))/g, 'your'],
  [/\b(?:cos|coz|cuz|bc|cus)\b/g, 'because'],
  [/\b(?:2day|tday)\b/g, 'today'],
  [/\b(?:2nite|tonite)\b/g, 'tonight'],
  [/\b(?:yday|yest)\b/g, 'yesterday'],
  [/\b(?:hav|hve)\b/g, 'have'],
  [/\b(?:rn)\b/g, 'right now'],
  [/\b(?:b4)\b/g, 'before'],
  [/\b(?:abt)\b/g, 'about'],
  [/\bbby\b/g, 'baby'],
  [/\bshud\b/g, 'should'],
  [/\ba ?& ?e\b/g, 'a and e'],
  [/\bthru\b/g, 'through'],
  [/\b(?:chst|chset|chezt|chets)\b/g, 'chest'],
  [/\bhart(?= (?:attack|beat|rac|pain|pound|stop))/g, 'heart'],
  [/\bbld\b/g, 'blood'],
  [/\blft\b/g, 'left'],
  [/\bdizy\b/g, 'dizzy'],
  [/\b(?:preg|prego|preggo|preggers)\b/g, 'pregnant'],
  [/\bwiv\b/g, 'with'],
  [/\b([a-z]{3,}in)'(?=[\s,.!?]|$)/g, '$1g'],
  [/\bheart burn\b/g, 'heartburn'],
  [/ (?:&|n) /g, ' and '],
];

/**
 * Normalises text for the concepts: half-width, lower case, simplified characters, expanded contractions, single spaces, no spaces between Chinese
 * characters. Sentence ends and commas stay.
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
  return inFigures(charactersRight(spelledRight(normal)))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?<=\p{Script=Han}|[，。！？；、]) (?=\p{Script=Han}|[，。！？；、\d])/gu, '')
    .replace(/(?<=\d) (?=\p{Script=Han})/gu, '')
    .replace(/ ([,.!?;:])/g, '$1')
    .trim();
}

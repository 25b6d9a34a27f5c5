import { commasOfBothWidths } from '../reading/in-lines.ts';

/** What people say for one thing, in both languages. Alternatives are parted by ` / `; see `compilePhrases` for the signs in them. */
export interface Concept {
  readonly en: string;
  readonly zh: string;
  /** `diagnosis`: a name that mostly stands for the past; `context`: who and what else, which may be long ago; `firm`: counts though denied. */
  readonly kind?: 'diagnosis' | 'context' | 'firm';
}

export type Concepts = Readonly<Record<string, Concept>>;

/** What stands between must not deny what follows. */
const word = String.raw`(?:(?!(?:not|no|never|without|nor) )[\w'%.]+,? )`;
const gapInEnglish = `${word}{0,3}?`;
const gapInChinese = String.raw`[^，。！？；：、,.!?;:\n不没无未唔冇]{0,4}?`;

/**
 * One expression for phrases in English and Chinese. `word*` is any ending; `_` is up to three words or four characters. The rest is
 * as in a regular expression. English phrases are whole words.
 */
export function compilePhrases({ en, zh }: Pick<Concept, 'en' | 'zh'>): RegExp {
  const english = split(en).map((phrase) =>
    phrase
      .replace(/(?<!\\)([a-z])\*/g, String.raw`$1\w*`)
      .replaceAll('_ ', gapInEnglish)
      .replaceAll(String.raw`(\w+ )`, word)
      .replaceAll(/(?<=[\w*)?\]]) (?=[\w([])/g, ',? ')
      .replace(/,? (\([^()]*\))\?$/, '(?:,? $1)?'),
  );
  const chinese = split(zh).map((phrase) => commasOfBothWidths(phrase.replace(/_\??/g, gapInChinese)));
  const parts = [
    ...(english.length > 0 ? [String.raw`(?<!\w)(?=\w)(?:${english.join('|')})(?![\w])`] : []),
    ...(chinese.length > 0 ? [`(?:${chinese.join('|')})`] : []),
  ];
  return new RegExp(parts.join('|'), 'g');
}

function split(phrases: string): string[] {
  return phrases.split(/\s+\/\s+/).flatMap((phrase) => (phrase.trim() === '' ? [] : [phrase.trim()]));
}

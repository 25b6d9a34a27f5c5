import { commasOfBothWidths } from '../reading/in-lines.ts';

/** Phrases for one concept in both languages. ` / ` separates alternatives; see `compilePhrases` for the wildcards. */
export interface Concept {
  readonly en: string;
  readonly zh: string;
  /** `diagnosis`: a name that usually refers to the past; `context`: facts about the person, which may be old; `firm`: counts even when denied. */
  readonly kind?: 'diagnosis' | 'context' | 'firm';
}

/** Before Chinese words of being well: they are said of another time, or of what is usual. */
export const notOfOtherTime = '(?<!(平时|以前|之前|平常|原来|本来|昨天|前天|从前|向来|一向)[^，。]{0,4})';

/** Further expressions of concepts, by their name. */
export type MoreWords = Readonly<Record<string, Pick<Concept, 'en' | 'zh'>>>;

export type Concepts = Readonly<Record<string, Concept>>;

/** The words in between must not negate what follows. */
const word = String.raw`(?:(?!(?:not|no|never|without|nor) )[\w'%]+(?:\.[\w'%]+)*,? )`;
const gapInEnglish = `${word}{0,3}?`;
const gapInChinese = String.raw`[^，。！？；：、,.!?;:\n不没无未唔冇]{0,4}?`;

/**
 * Compiles English and Chinese phrases to one regular expression each. `word*` matches any ending; `_` matches up to three words or four characters.
 * Everything else is regular expression syntax. English phrases match whole words. Apart they need a fifth less time on a Chinese text than together.
 */
export function compilePhrases({ en, zh }: Pick<Concept, 'en' | 'zh'>): RegExp[] {
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
    ...(chinese.length > 0 ? [chinese.join('|')] : []),
  ];
  // Groups that capture nothing: one match otherwise has hundreds of parts.
  return parts.map((part) => new RegExp(part.replaceAll(/(?<!\\)\((?!\?)/g, '(?:'), 'g'));
}

function split(phrases: string): string[] {
  return phrases.split(/\s+\/\s+/).flatMap((phrase) => (phrase.trim() === '' ? [] : [phrase.trim()]));
}

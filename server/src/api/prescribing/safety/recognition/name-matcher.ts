import { foldHan, hasHan, wordsOf } from '../../../../platform/search/fold.ts';

/** What a free text was found to name, part by part. */
export interface NamesInText {
  /** Ids of everything named, each once. */
  readonly ids: readonly string[];
  /** Parts of the text (between commas and the like) in which no known name stands. */
  readonly unknownParts: readonly string[];
}

export interface NameMatcher {
  find(text: string): NamesInText;
}

const SEPARATOR = /[,;/+&\n，、；。]|\band\b|\bplus\b|(?<=\p{Script=Han})[和及与](?=\p{Script=Han})/giu;
const LONGEST_TEXT = 1000;

/**
 * Finds known names in what a person wrote, exact names only: a guess at a misspelt medicine could hide a danger or
 * invent one, so a misspelling is reported as unknown. Longer names win over shorter ones within them.
 */
export function createNameMatcher(names: readonly (readonly [name: string, ids: readonly string[]])[]): NameMatcher {
  const latin = new Map<string, readonly string[]>();
  const han = new Map<string, readonly string[]>();
  let longestPhrase = 0;
  let longestHan = 0;
  for (const [name, ids] of names) {
    if (hasHan(name)) {
      const key = foldHan(name);
      han.set(key, [...new Set([...(han.get(key) ?? []), ...ids])]);
      longestHan = Math.max(longestHan, key.length);
    } else {
      const words = wordsOf(name);
      const key = words.join(' ');
      latin.set(key, [...new Set([...(latin.get(key) ?? []), ...ids])]);
      longestPhrase = Math.max(longestPhrase, words.length);
    }
  }

  function inPart(part: string): Set<string> {
    const found = new Set<string>();
    collect(wordsOf(part), longestPhrase, (words) => latin.get(words.join(' ')), found);
    collect([...foldHan(part)], longestHan, (characters) => han.get(characters.join('')), found);
    return found;
  }

  return {
    find(text) {
      const whole = text.slice(0, LONGEST_TEXT);
      const parts = whole.split(SEPARATOR).map((part) => part.trim());
      const found = parts.map((part) => ({ part, ids: inPart(part) }));
      const ids = new Set([...inPart(whole), ...found.flatMap((one) => [...one.ids])]);
      const unknown = found.filter((one) => one.ids.size === 0 && !isOnlyDosage(one.part));
      return { ids: [...ids], unknownParts: unknown.map((one) => one.part) };
    },
  };
}

const DOSAGE_WORDS = new Set(
  (
    'a an as at before after with when needed once twice times time per every each day days daily night nightly morning ' +
    'evening noon bedtime hour hours hourly week weeks weekly month months year years since for about of in the take takes ' +
    'taking tablet tablets tab tabs capsule capsules cap caps puff puffs drop drops spray sprays unit units iu mg g mcg ug ' +
    'ml meal meals food mouth po od qd bd bid tds tid qid qn hs prn qod one two three four half'
  ).split(' '),
);
const DOSAGE_HAN =
  /^[每日天早中晚上下午夜饭餐前后睡次片粒袋丸支滴喷吸毫微克升单位口服用药吃一二两三四五六半长期按需必要时年月周小连续约共已有]*$/u;

/** True for a part that says how much and how often and names nothing: "100 mg once a day", 每日2次. */
function isOnlyDosage(part: string): boolean {
  const words = (
    wordsOf(part)
      .join(' ')
      .match(/[a-z]+/g) ?? []
  ).filter((word) => !DOSAGE_WORDS.has(word));
  const han = foldHan(part).replace(/[^\p{Script=Han}]/gu, '');
  return words.length === 0 && DOSAGE_HAN.test(han);
}

/** Walks the tokens, always taking the longest run that is a name. */
function collect<Token>(
  tokens: readonly Token[],
  longest: number,
  lookUp: (run: readonly Token[]) => readonly string[] | undefined,
  found: Set<string>,
): void {
  for (let at = 0; at < tokens.length;) {
    let taken = 1;
    for (let size = Math.min(longest, tokens.length - at); size > 0; size--) {
      const ids = lookUp(tokens.slice(at, at + size));
      if (!ids) continue;
      ids.forEach((id) => found.add(id));
      taken = size;
      break;
    }
    at += taken;
  }
}

import { pinyinLibrary } from '../../../../platform/search/pinyin-library.ts';
import { editDistance } from '../../../../platform/search/typo-index.ts';
import { isOnlyDosage } from './dosage-words.ts';
import { PATENT } from './marks.ts';

/** A known name that is similar enough to the written text to be meant. */
export interface Guess {
  readonly name: string;
  readonly ids: readonly string[];
}

/** A guess at some of the characters of a run. */
export interface GuessInRun {
  readonly guess: Guess;
  readonly before: string;
  readonly written: string;
  readonly after: string;
}

const FORM = /[片丸散膏丹液露]/u;
/** 消炎针 is an injection, 消炎药 a kind, and 天麻胶囊 begins with no misspelt 天麻素. */
const KIND = /[片丸散膏丹液露针药水剂胶颗注口软缓控肠泡咀冲糖]/u;
/** 每天一片 is an amount, not a misspelt 天舒片. */
const AMOUNT = /[一二两三四五六七八九十零〇百半几多每各共约吃服用天日次早中晚片粒丸袋支滴喷]/u;
const SHORTEST = 5;
const LONG = 9;
const LONGER = 12;

/**
 * Returns a function that finds the one name a misspelt word may mean. It requires the same first letter (f for ph), and allows one edit up to 8
 * letters, two up to 11, three beyond. Returns undefined when two substances are equally near.
 */
export function createSpelling(names: ReadonlyMap<string, readonly string[]>): (word: string) => Guess | undefined {
  const byLetter = new Map<string, Guess[]>();
  for (const [name, ids] of names) {
    if (name.includes(' ') || name.length < SHORTEST || /\d/.test(name)) continue;
    const letter = initialOf(name);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), { name, ids }]);
  }
  return (word) => {
    if (word.length < SHORTEST || /\d/.test(word)) return undefined;
    const most = word.length < LONG ? 1 : word.length < LONGER ? 2 : 3;
    let best: Guess[] = [];
    let least = most + 1;
    for (const candidate of byLetter.get(initialOf(word)) ?? []) {
      if (Math.abs(candidate.name.length - word.length) > most) continue;
      const slips = editDistance(word, candidate.name, Math.min(most, least));
      if (slips > most || slips > least) continue;
      best = slips < least ? [candidate] : [...best, candidate];
      least = slips;
    }
    return agreed(best);
  };
}

/** The same for Chinese: names of three or more characters with one different character, never the first of three. */
export function createHanSpelling(
  names: ReadonlyMap<string, readonly string[]>,
): (run: string) => GuessInRun | undefined {
  const patterns = new Map<string, Guess[]>();
  let longest = 0;
  for (const [name, ids] of names) {
    const characters = [...name];
    if (characters.length < 3 || !/^\p{Script=Han}+$/u.test(name)) continue;
    longest = Math.max(longest, characters.length);
    for (const at of characters.keys()) {
      if (characters.length === 3 && at === 0) continue;
      // 甲状腺片 with another form is the word 甲状腺, which is no medicine.
      if (at === characters.length - 1 && FORM.test(characters[at] ?? '')) continue;
      const key = characters.with(at, '*').join('');
      patterns.set(key, [...(patterns.get(key) ?? []), { name, ids }]);
    }
  }
  return (run) => {
    const characters = [...run];
    for (let size = Math.min(longest, characters.length); size >= 3; size--)
      for (let at = 0; at + size <= characters.length; at++) {
        const window = characters.slice(at, at + size);
        if (isOnlyDosage(window.join(''))) continue;
        const found = window.flatMap((character, place) =>
          AMOUNT.test(character) || (place === size - 1 && KIND.test(character))
            ? []
            : (patterns.get(window.with(place, '*').join('')) ?? []).filter((candidate) =>
                mayBe(candidate, character, place),
              ),
        );
        const guess = agreed(found);
        if (guess)
          return {
            guess,
            before: characters.slice(0, at).join(''),
            written: window.join(''),
            after: characters.slice(at + size).join(''),
          };
      }
    return undefined;
  };
}

/** Patent medicines differ by one character that says what they are for: 清热降压 is not 清脑降压. Only one that sounds the same is a slip. */
function mayBe({ name, ids }: Guess, character: string, place: number): boolean {
  if (!ids.some((id) => id.startsWith(PATENT))) return true;
  const meant = soundsOf([...name][place] ?? '');
  return soundsOf(character).some((sound) => meant.includes(sound));
}

function soundsOf(character: string): string[] {
  return pinyinLibrary().pinyin(character, { toneType: 'none', type: 'array', multiple: true });
}

function agreed(candidates: readonly Guess[]): Guess | undefined {
  const meanings = new Set(candidates.map(({ ids }) => ids.join(' ')));
  return meanings.size === 1 ? candidates[0] : undefined;
}

function initialOf(word: string): string {
  return word.startsWith('ph') ? 'f' : (word[0] ?? '');
}

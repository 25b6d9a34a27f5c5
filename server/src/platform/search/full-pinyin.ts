import { foldHan, hasHan } from './fold.ts';
import { pinyinLibrary } from './pinyin-library.ts';

/** Common readings that differ from the dictionary: 荨麻疹 is typed xunmazhen. */
const POPULAR: readonly (readonly [character: string, syllable: string])[] = [['荨', 'xun']];

/** Returns the pinyin of Chinese names by syllable, without tones, for `SearchEntry.spelt`; ü is written v. Letters and digits stay in place. */
export function fullPinyin(names: readonly string[]): string[][] {
  const chinese = names.filter(hasHan);
  if (chinese.length === 0) return [];
  const { pinyin } = pinyinLibrary();
  return chinese.flatMap((name) => {
    const folded = foldHan(name);
    const syllables = pinyin(folded, { toneType: 'none', type: 'array', v: true });
    const other = [...folded].map(
      (one, at) => POPULAR.find(([character]) => character === one)?.[1] ?? syllables[at] ?? '',
    );
    return [...folded].some((one) => POPULAR.some(([character]) => character === one))
      ? [syllables, other]
      : [syllables];
  });
}

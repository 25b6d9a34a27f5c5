import { pinyinLibrary } from '../../../platform/search/pinyin-library.ts';

const kept = new Map<string, string>();
const maxKept = 2000;

/**
 * Returns the pinyin of a name’s Chinese characters, by syllable and without tones ("pi fu ke"); ü is written v, as it is typed. Characters with
 * several readings follow their word (重症 is zhong zheng). Other characters are dropped.
 */
export function pinyinOf(name: string): string {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const spelt = pinyinLibrary().pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }).join(' ');
  // Names are few; this bounds the cache when a hospital keeps renaming.
  if (kept.size >= maxKept) kept.clear();
  kept.set(name, spelt);
  return spelt;
}

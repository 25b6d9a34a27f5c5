import { pinyin } from 'pinyin-pro';

const kept = new Map<string, string>();
const maxKept = 2000;

/**
 * How the Chinese characters of a name are spelt, syllable by syllable, without tones ("pi fu ke"); ü is written v, as it is typed.
 * Characters with several readings are read as the words they stand in (重症 is zhong zheng). What is not Chinese is left out.
 */
export function pinyinOf(name: string): string {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const spelt = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }).join(' ');
  // Names are few; those of a hospital that keeps renaming do not pile up.
  if (kept.size >= maxKept) kept.clear();
  kept.set(name, spelt);
  return spelt;
}

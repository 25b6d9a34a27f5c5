import { hasHan } from '../../../../platform/search/fold.ts';
import { fullPinyin } from '../../../../platform/search/full-pinyin.ts';
import { SearchIndex } from '../../../../platform/search/search-index.ts';
import { loadPatentMedicines, type PatentMedicine } from './patent-medicine.ts';

let index: SearchIndex | undefined;

/** Chinese patent medicines by name in characters, pinyin or its initials, best first. They are found, never prescribed here. */
export function searchPatentMedicines(query: string, limit: number): PatentMedicine[] {
  const medicines = loadPatentMedicines();
  index ??= new SearchIndex(medicines.map(entryOf));
  return index.search(query, limit).flatMap(({ entry }) => medicines[entry] ?? []);
}

function entryOf({ name, names, latinNames }: PatentMedicine) {
  const han = names.filter(hasHan);
  return {
    codes: [],
    phrases: [name.en, ...latinNames, ...names.filter((one) => !hasHan(one))],
    han,
    spelt: [[name.en.toLowerCase().replaceAll(' ', '')], ...fullPinyin(han)],
    pinyin: fullPinyin(han).map((syllables) => syllables.map((syllable) => syllable.slice(0, 1)).join('')),
    weight: 0.5,
  };
}

import type { Strength } from '@yunzhen/shared/prescribing/dose/dose';
import {
  medicineRoutes,
  medicineUnits,
  routeLabels,
  unitLabels,
  type MedicineRoute,
} from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { foldHan, hasHan, wordsOf } from '../../../platform/search/fold.ts';
import { loadCuratedFormulary } from '../formulary/curated-formulary.ts';
import { medicineFormIds, medicineForms, type MedicineForm } from '../formulary/medicine-form.ts';

/** Maps terms of a hospital's file to ours: each by our id or by its name in either language. */

/** Spellings of units of mass and activity in hospitals' files. */
const UNIT_ALIASES: Readonly<Record<string, string>> = {
  mcg: 'ug',
  µg: 'ug',
  μg: 'ug',
  微克: 'ug',
  毫克: 'mg',
  克: 'g',
  iu: '[iU]',
  单位: '[iU]',
  国际单位: '[iU]',
  ml: 'mL',
  毫升: 'mL',
};
export const STRENGTH_UNITS = new Set(['ug', 'mg', 'g', '[iU]']);
const PART = /^(.+?)\s+(\d{1,9}(?:\.\d{1,6})?)\s*([^\s/\d]+?)(?:\s*\/\s*(\S+))?$/u;

/** Splits "amoxicillin 500 mg" or "头孢克洛 25 mg/mL" into name and strength; undefined for any other form. */
export function partOf(text: string): { name: string; strength: Strength } | undefined {
  const found = PART.exec(text.trim());
  const [, name = '', value = '', of = '', per] = found ?? [];
  const unit = unitOf(of);
  const measure = per === undefined ? 'unit' : unitOf(per);
  if (!found || unit === undefined || !STRENGTH_UNITS.has(unit) || Number(value) <= 0) return undefined;
  if (measure !== 'unit' && measure !== 'mL' && measure !== 'g') return undefined;
  return { name: name.trim(), strength: { value, unit, per: measure } };
}

/** Returns the id of a built-in substance by its id, a name in either language, or an unambiguous synonym. */
export function ingredientIdOf(name: string): string | null {
  return ingredientIds().get(keyOf(name)) ?? null;
}

export function formOf(word: string): MedicineForm | undefined {
  return medicineFormIds.find(
    (id) => id === word || medicineForms[id].en === word.toLowerCase() || medicineForms[id].zh === word,
  );
}

export function routeOf(word: string): MedicineRoute | undefined {
  return medicineRoutes.find((id) => id === word.toLowerCase() || routeLabels[id].zh === word);
}

/** Returns a unit by its id, English name, or unambiguous Chinese name; 片 means a lozenge when the form is one. */
export function unitOf(word: string, form?: MedicineForm): string | undefined {
  const alias = UNIT_ALIASES[word.toLowerCase()];
  if (alias) return alias;
  if (word === unitLabels.tablet.zh) return form === 'lozenge' ? 'lozenge' : 'tablet';
  const named = medicineUnits.find((id) => id === word || unitLabels[id].one === word.toLowerCase());
  const [only, other] = medicineUnits.filter((id) => unitLabels[id].zh === word);
  return named ?? (other === undefined ? only : undefined);
}

/** Normalises a name for comparison: case, accents, spaces and punctuation are ignored. */
export function keyOf(name: string): string {
  return hasHan(name) ? foldHan(name) : wordsOf(name).join(' ');
}

let byName: ReadonlyMap<string, string | null> | undefined;
function ingredientIds(): ReadonlyMap<string, string | null> {
  if (byName) return byName;
  const made = new Map<string, string | null>();
  const { ingredients } = loadCuratedFormulary();
  // A synonym that two substances share is ambiguous; a main name always decides.
  for (const { id, synonyms } of ingredients) {
    for (const name of synonyms)
      made.set(keyOf(name), made.has(keyOf(name)) && made.get(keyOf(name)) !== id ? null : id);
  }
  for (const { id, en, zh } of ingredients) for (const name of [en, zh, id]) made.set(keyOf(name), id);
  byName = made;
  return made;
}

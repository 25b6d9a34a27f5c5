import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { ResolvedAllergy } from './resolve-allergies.ts';

const HAN = /\p{Script=Han}/u;

/** Returns the names of the substances and classes recognised in an allergy; empty for a guess at a misspelt name. */
export function namesOfAllergy({ ingredients, classes, readings }: ResolvedAllergy): LocalizedText[] {
  if (readings.length > 0) return [];
  const contained = new Set(classes.flatMap(({ members }) => members));
  const stated = classes.filter(({ id }) => !contained.has(id));
  return [...ingredients, ...stated].map(({ en, zh }) => ({ en, zh }));
}

/** Returns an allergy’s name for a reader of each language: the recognised name with the original in brackets, unless the original can be read. */
export function nameOfAllergy(resolved: ResolvedAllergy): LocalizedText {
  const written = resolved.allergy.substance;
  const names = namesOfAllergy(resolved);
  if (names.length === 0) return { en: written, zh: written };
  const isChinese = HAN.test(written);
  return {
    en: isChinese ? `${names.map(({ en }) => en).join(', ')} (${written})` : written,
    zh: isChinese ? written : `${names.map(({ zh }) => zh).join('、')}（${written}）`,
  };
}

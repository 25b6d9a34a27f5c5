import { FEWEST_SHOWN } from '@yunzhen/shared/prescribing/alert-rates.constants';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Formulary } from '../../catalogues/index.ts';
import { loadKnowledgeBase } from '../safety/knowledge/knowledge-base.ts';

/** Returns the mechanism of a named rule, otherwise the names of its ingredients; null when neither is found. */
export function textOfRule(key: string, formulary: Formulary): LocalizedText | null {
  const [, name = '', ...ids] = key.split(':');
  if (ids.length > 0) {
    const ingredients = ids.flatMap((id) => formulary.ingredient(id) ?? []);
    if (ingredients.length < ids.length) return null;
    return { en: ingredients.map(({ en }) => en).join(' with '), zh: ingredients.map(({ zh }) => zh).join('与') };
  }
  const { interactionRules, ageRules, conditionRules } = loadKnowledgeBase();
  const named = [...interactionRules, ...[...ageRules, ...conditionRules].map(({ rule }) => rule)];
  return named.find(({ id }) => id === name)?.mechanism ?? null;
}

/** Returns a count as pages may show it: null from one to four, which could point to a person. */
export function folded(times: number): number | null {
  return times > 0 && times < FEWEST_SHOWN ? null : times;
}

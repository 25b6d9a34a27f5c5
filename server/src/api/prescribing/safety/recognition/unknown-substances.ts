import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Ingredient } from '../../../catalogues/index.ts';
import type { ResolvedItem } from './resolve-medicines.ts';
import type { CheckContext, CheckName, NotChecked } from '../safety-check.ts';
import { isLocalRoute } from '../sides.ts';

const ATC_LEVEL_4 = 5;

/**
 * Returns what a check can't cover because a medicine of the hospital's own list contains an unknown substance. The absence of a finding must not be
 * read as harmless.
 */
export function unknownSubstances(check: CheckName, context: CheckContext): NotChecked[] {
  const notChecked = context.items.flatMap((item) =>
    unknownIn(item.ingredients)
      .filter((ingredient) => concerns[check](item, ingredient))
      .map((ingredient) => ({ check, itemIds: [item.item.id], reason: reasonOf(ingredient) })),
  );
  if (check !== 'interaction' && check !== 'duplicate') return notChecked;
  const itemIds = context.items.map(({ item }) => item.id);
  const taken = context.active.flatMap(({ ingredients }) => unknownIn(ingredients));
  for (const ingredient of itemIds.length > 0 ? taken : [])
    if (check === 'interaction' || ingredient.atc.length < ATC_LEVEL_4)
      notChecked.push({ check, itemIds, reason: takenReasonOf(ingredient) });
  return notChecked;
}

export function unknownIn(ingredients: readonly Ingredient[]): Ingredient[] {
  return ingredients.filter(({ unknown }) => unknown);
}

type Concern = (item: ResolvedItem, ingredient: Ingredient) => boolean;
const always: Concern = () => true;
const inTheBody: Concern = ({ item }) => !isLocalRoute(item.route);

/** Whether a check would have had data to compare. Doses and ages that the hospital stated itself are compared. */
const concerns: Record<CheckName, Concern> = {
  allergy: always,
  interaction: always,
  condition: always,
  pregnancy: always,
  duplicate: (_item, ingredient) => ingredient.atc.length < ATC_LEVEL_4,
  dose: (item, ingredient) => inTheBody(item, ingredient) && !limitsOf(item, ingredient),
  age: (item, ingredient) => (limitsOf(item, ingredient)?.minAgeMonths ?? null) === null,
  renal: inTheBody,
};

function limitsOf({ product }: ResolvedItem, { id }: Ingredient) {
  return product.ingredients.find(({ ingredient }) => ingredient.id === id)?.limits ?? null;
}

function reasonOf({ en, zh }: Ingredient): LocalizedText {
  return {
    en: `There are no safety data for “${en}”, a substance in the hospital’s own formulary.`,
    zh: `“${zh}”为本院目录中的成分，本系统没有其资料。`,
  };
}

function takenReasonOf({ en, zh }: Ingredient): LocalizedText {
  return {
    en: `The patient takes “${en}”, for which there are no safety data.`,
    zh: `患者正在使用“${zh}”，本系统没有其资料。`,
  };
}

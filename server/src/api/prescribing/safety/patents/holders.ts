import type { OtherMedicine } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Ingredient } from '../../../catalogues/index.ts';
import { constituentsOf } from '../recognition/resolve-medicines.ts';
import type { CheckContext } from '../safety-check.ts';
import { isLocalRoute } from '../sides.ts';
import type { PatentMedicine } from './patent-medicine.ts';

/** What holds a constituent: a line of the draft, or one medicine of those that the patient takes. */
export interface Holder {
  readonly key: string;
  readonly itemIds: readonly string[];
  readonly label: LocalizedText;
  readonly ingredients: readonly Ingredient[];
  readonly patent: PatentMedicine | undefined;
  readonly other: OtherMedicine;
}

/** The name for readers of either language: pinyin says little without the characters. */
export function patentLabel({ name }: PatentMedicine): LocalizedText {
  return { en: `${name.en} (${name.zh})`, zh: name.zh };
}

/** Returns every medicine of the draft and of what the patient takes; each patent medicine of a list is separate. */
export function holdersOf(context: CheckContext): { drafts: Holder[]; taken: Holder[] } {
  const { catalogue } = context.input;
  const drafts = context.items.flatMap(({ item, label, ingredients }): Holder[] => {
    if (isLocalRoute(item.route)) return [];
    const other = { origin: 'draft' as const, name: label, prescribedAt: null };
    return [{ key: item.id, itemIds: [item.id], label, ingredients, patent: undefined, other }];
  });
  const taken = context.active.flatMap(({ medicine, product, label, ingredients, patents }): Holder[] => {
    const { origin, prescribedAt } = medicine;
    const ofPatents = patents.map((patent): Holder => ({
      key: `${medicine.id}:${patent.id}`,
      itemIds: [],
      label: patentLabel(patent),
      ingredients: constituentsOf(patent).flatMap((id) => catalogue.ingredient(id) ?? []),
      patent,
      other: { origin, name: patentLabel(patent), prescribedAt },
    }));
    const inPatents = new Set(ofPatents.flatMap((one) => one.ingredients.map(({ id }) => id)));
    const rest = ingredients.filter(({ id }) => !inPatents.has(id));
    const local = product !== undefined && isLocalRoute(product.routes[0] ?? 'oral');
    if (rest.length === 0 || local) return ofPatents;
    const other = { origin, name: label, prescribedAt };
    return [...ofPatents, { key: medicine.id, itemIds: [], label, ingredients: rest, patent: undefined, other }];
  });
  return { drafts, taken };
}

/** Patent medicines that the patient takes, each once. */
export function patentsTaken({ active }: CheckContext): PatentMedicine[] {
  return [...new Set(active.flatMap(({ patents }) => patents))];
}

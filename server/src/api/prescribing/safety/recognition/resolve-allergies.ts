import type { Formulary, Ingredient } from '../../../catalogues/index.ts';
import type { AllergenClass } from '../knowledge/allergen-class.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { NameMatcher } from './name-matcher.ts';
import { createNameMatcher } from './name-matcher.ts';
import { ingredientNamesOf } from './resolve-medicines.ts';
import type { StatedAllergy } from '../safety-input.ts';

/** An allergy brought to what it means: substances, and classes stated as such. */
export interface ResolvedAllergy {
  readonly allergy: StatedAllergy;
  readonly ingredients: readonly Ingredient[];
  /** With the classes that these take in. */
  readonly classes: readonly AllergenClass[];
  /** Parts of the text that nothing known was found in. */
  readonly unknownParts: readonly string[];
}

const SAYS_NONE =
  /^\s*(none|nil|no|nkda|nka|no known (drug )?allerg(y|ies)|n\/a|无|没有|否认|无过敏史|否认过敏史|无药物过敏史?)[\s.。]*$/i;
const AS_INGREDIENT = 'i:';
const AS_CLASS = 'c:';
const matchers = new WeakMap<Formulary, NameMatcher>();

/** Undefined when the text says that there is no allergy. */
export function resolveAllergy(
  allergy: StatedAllergy,
  catalogue: Formulary,
  knowledge: KnowledgeBase,
): ResolvedAllergy | undefined {
  const coded = allergy.substanceCode;
  const byCode = coded === null ? [] : [`${AS_INGREDIENT}${coded}`, `${AS_CLASS}${coded}`];
  const fromCode = pick(allergy, byCode, [], catalogue, knowledge);
  if (fromCode.ingredients.length + fromCode.classes.length > 0) return fromCode;
  if (SAYS_NONE.test(allergy.substance)) return undefined;
  const found = matcherOf(catalogue, knowledge).find(allergy.substance);
  const unknown = found.ids.length === 0 && found.unknownParts.length === 0 ? [allergy.substance] : found.unknownParts;
  return pick(allergy, found.ids, unknown, catalogue, knowledge);
}

function pick(
  allergy: StatedAllergy,
  ids: readonly string[],
  unknownParts: readonly string[],
  catalogue: Formulary,
  knowledge: KnowledgeBase,
): ResolvedAllergy {
  const ingredients = ids.flatMap((id) =>
    id.startsWith(AS_INGREDIENT) ? (catalogue.ingredient(id.slice(AS_INGREDIENT.length)) ?? []) : [],
  );
  const stated = ids.flatMap((id) => (id.startsWith(AS_CLASS) ? id.slice(AS_CLASS.length) : []));
  const all = new Set<string>();
  const add = (id: string): void => {
    const found = knowledge.allergenClasses.find((candidate) => candidate.id === id);
    if (!found || all.has(id)) return;
    all.add(id);
    found.members.forEach(add);
  };
  stated.forEach(add);
  return { allergy, ingredients, classes: knowledge.allergenClasses.filter(({ id }) => all.has(id)), unknownParts };
}

function matcherOf(catalogue: Formulary, knowledge: KnowledgeBase): NameMatcher {
  const existing = matchers.get(catalogue);
  if (existing) return existing;
  const substances = ingredientNamesOf(catalogue).map(
    ([name, ids]) => [name, ids.map((id) => AS_INGREDIENT + id)] as const,
  );
  const classes = knowledge.allergenClasses.flatMap(({ id, en, zh, synonyms }) =>
    [en, zh, ...synonyms].map((name) => [name, [AS_CLASS + id]] as const),
  );
  const made = createNameMatcher([...substances, ...classes]);
  matchers.set(catalogue, made);
  return made;
}

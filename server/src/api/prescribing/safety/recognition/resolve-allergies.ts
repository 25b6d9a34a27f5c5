import type { Formulary, Ingredient } from '../../../catalogues/index.ts';
import type { AllergenClass } from '../knowledge/allergen-class.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { allergyClauses } from './clauses.ts';
import { PATENT } from './marks.ts';
import type { NameMatcher, Reading } from './name-matcher.ts';
import { createNameMatcher } from './name-matcher.ts';
import { isAngioedema, isRespiratoryReaction, isSevereReaction, isSwollenFace } from './reactions.ts';
import { findIn, ingredientNamesOf, withoutUnknown } from './resolve-medicines.ts';
import { saltsOfIngredients } from './stated-name-data.ts';
import type { StatedAllergy } from '../safety-input.ts';

/** An allergy resolved to substances, and to classes that were stated as such. */
export interface ResolvedAllergy {
  readonly allergy: StatedAllergy;
  readonly ingredients: readonly Ingredient[];
  /** Includes the classes that these contain. */
  readonly classes: readonly AllergenClass[];
  /** Parts of the text without a known name. */
  readonly unknownParts: readonly string[];
  /** Misspelt parts and the names that they were read as. */
  readonly readings: readonly Reading[];
  /** True when the recorded severity or the text of the reaction says that it could have been fatal. */
  readonly severe: boolean;
  /** True for angioedema by its name, or swelling of tongue or airway. */
  readonly angioedema: boolean;
  /** True for a swollen face, which may have been angioedema. */
  readonly swollenFace: boolean;
  /** True for asthma and similar reactions, which after an NSAID mean that all NSAIDs are dangerous. */
  readonly respiratory: boolean;
}

/** Some names of the table, as 碘过敏, say that it is an allergy. In a statement that is the verdict, which may be denied. */
const VERDICT = /过敏$|\s+allergy$/iu;
const AS_INGREDIENT = 'i:';
const AS_CLASS = 'c:';
const matchers = new WeakMap<Formulary, NameMatcher>();

/** Resolves one allergy. Returns undefined when the text says that there is no allergy. */
export function resolveAllergy(
  allergy: StatedAllergy,
  catalogue: Formulary,
  knowledge: KnowledgeBase,
): ResolvedAllergy | undefined {
  const coded = allergy.substanceCode;
  const byCode = coded === null ? [] : [`${AS_INGREDIENT}${coded}`, `${AS_CLASS}${coded}`];
  const none: Found = { ids: byCode, unknownParts: [], readings: [] };
  const fromCode = pick(allergy, none, catalogue, knowledge);
  if (fromCode.ingredients.length + fromCode.classes.length > 0) return fromCode;
  const matcher = matcherOf(catalogue, knowledge);
  const clauses = allergyClauses(allergy.substance, matcher);
  const stated = clauses.filter(({ negated }) => !negated);
  const unclear = clauses.filter((clause) => clause.unclear).map(({ text }) => text.trim());
  if (clauses.length > 0 && stated.length === 0)
    return unclear.length === 0
      ? undefined
      : pick(allergy, { ids: [], unknownParts: unclear, readings: [] }, catalogue, knowledge);
  const texts = clauses.length === stated.length && clauses.length > 0 ? clauses : stated;
  const named = findIn(matcher, texts.length === 0 ? [allergy.substance] : texts.map(({ text }) => text));
  const { ids, besides, patents } = withoutUnknown(named.ids);
  // Only part of a patent medicine's formula is known, so an allergy to it is never fully compared.
  const formulas = patents.map(({ name, names }) => names.find((one) => allergy.substance.includes(one)) ?? name.zh);
  const unread = [...named.unknownParts, ...besides, ...formulas, ...unclear];
  const unknownParts = ids.length === 0 && unread.length === 0 ? [allergy.substance] : unread;
  return pick(allergy, { ids, unknownParts, readings: named.readings }, catalogue, knowledge);
}

type Found = Omit<ReturnType<NameMatcher['find']>, 'reactionParts'>;

function pick(
  allergy: StatedAllergy,
  { ids, unknownParts, readings }: Found,
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
  const words = `${allergy.substance} ${allergy.reaction ?? ''}`;
  return {
    allergy,
    ingredients,
    classes: knowledge.allergenClasses.filter(({ id }) => all.has(id)),
    unknownParts,
    readings,
    severe: allergy.severity === 'severe' || isSevereReaction(words),
    angioedema: isAngioedema(words),
    swollenFace: isSwollenFace(words),
    respiratory: isRespiratoryReaction(words),
  };
}

function matcherOf(catalogue: Formulary, knowledge: KnowledgeBase): NameMatcher {
  const existing = matchers.get(catalogue);
  if (existing) return existing;
  const substances = ingredientNamesOf(catalogue).map(
    ([name, ids]) => [name, ids.map((id) => (id.startsWith(PATENT) ? id : AS_INGREDIENT + id))] as const,
  );
  const classes = knowledge.allergenClasses.flatMap(({ id, en, zh, synonyms }) =>
    [en, zh, ...synonyms].map((name) => [name.replace(VERDICT, ''), [AS_CLASS + id]] as const),
  );
  const salts = new Map([...saltsOfIngredients()].map(([id, words]) => [AS_INGREDIENT + id, words]));
  const made = createNameMatcher([...substances, ...classes], { ofAllergies: true, salts });
  matchers.set(catalogue, made);
  return made;
}

import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { namesOfAllergy } from './allergy-names.ts';
import { resolveAllergy } from './resolve-allergies.ts';
import { resolveActive } from './resolve-medicines.ts';
import type { Formulary } from '../../../catalogues/index.ts';

/** A stated medicine: picked from the formulary, or free text. */
export interface StatedMedicine {
  readonly productId: string | null;
  readonly text: string;
}

/**
 * Returns the names recognised in each stated medicine, in both languages, with the same recognition as the safety checks. Empty for text without a
 * known name.
 */
export function statedNames(formulary: Formulary, stated: readonly StatedMedicine[]): LocalizedText[][] {
  const medicines = stated.map(({ productId, text }, place) => ({
    id: String(place),
    origin: 'stated' as const,
    productId,
    text,
    prescribedAt: null,
  }));
  const { known } = resolveActive(medicines, formulary);
  const found = new Map(known.map((one) => [one.medicine.id, one]));
  return medicines.map(({ id }) => {
    const one = found.get(id);
    if (!one) return [];
    if (one.product) return [one.product.name];
    const within = new Set(one.patents.flatMap(({ herbs }) => herbs));
    const substances = one.ingredients.filter((ingredient) => !within.has(ingredient.id));
    return [...one.patents.map(({ name }) => name), ...substances.map(({ en, zh }) => ({ en, zh }))];
  });
}

/** A recorded allergy: a substance of the list, or free text. */
export interface RecordedAllergy {
  readonly substance: string;
  readonly substanceCode: string | null;
}

/** Every reading of a queue asks for the same names. */
const MAX_CACHED = 10_000;
const keptNames = new WeakMap<Formulary, Map<string, LocalizedText[]>>();

/** Returns the names recognised in each allergy, in both languages, with the same recognition as the safety checks. */
export function allergyNames(formulary: Formulary, recorded: readonly RecordedAllergy[]): LocalizedText[][] {
  const kept = keptNames.get(formulary) ?? new Map<string, LocalizedText[]>();
  keptNames.set(formulary, kept);
  return recorded.map((allergy) => {
    // A patient’s client writes both, and patients of all hospitals share the names: no pair may have the key of another.
    const key = JSON.stringify([allergy.substanceCode, allergy.substance]);
    const before = kept.get(key);
    if (before) return before;
    const names = namesIn(formulary, allergy);
    if (kept.size >= MAX_CACHED) kept.clear();
    kept.set(key, names);
    return names;
  });
}

function namesIn(formulary: Formulary, { substance, substanceCode }: RecordedAllergy): LocalizedText[] {
  const allergy = { id: '', substance, substanceCode, severity: 'unknown' as const };
  const resolved = resolveAllergy(allergy, formulary, loadKnowledgeBase());
  return resolved ? namesOfAllergy(resolved) : [];
}

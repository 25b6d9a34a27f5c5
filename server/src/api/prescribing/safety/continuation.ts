import { isDeepStrictEqual } from 'node:util';
import type { Course } from '@yunzhen/shared/prescribing/dose/course';
import type { MedicineProduct } from '../../catalogues/index.ts';
import type { ResolvedItem, ResolvedMedicine } from './recognition/resolve-medicines.ts';
import type { CheckContext } from './safety-check.ts';
import type { Supply } from './safety-input.ts';

/** A line of the draft that continues what the patient takes already. */
export interface Continuation {
  readonly itemId: string;
  readonly activeId: string;
}

/** Days of supply that may be left at a renewal, and at most half of the earlier course. */
const MOST_DAYS_LEFT = 7;
/** A shorter course is a treatment with an end, not a supply. */
const SHORTEST_SUPPLY = 15;
/**
 * Medicines that are taken for years and of which a second supply is no danger: metformin, acarbose, gliptins, thiazides, selective beta blockers,
 * amlodipine and its like, ACE inhibitors, sartans, statins, ezetimibe, and their combinations. All others interrupt.
 */
const QUIET =
  /^(?:A10BA|A10BD0|A10BF|A10BH|C03AA|C03BA|C07AB|C08CA|C09AA|C09BA|C09BB|C09CA|C09DA|C09DB|C10AA|C10AX09|C10BA)/;
const CONTROLLED: ReadonlySet<string> = new Set(['special', 'psychotropic', 'narcotic', 'toxic']);

/**
 * Returns the lines that renew the only running prescription of their substances: by the same doctor, about to end, the same product taken alike.
 * Whatever cannot be shown to be so is no renewal, nor is what the patient states.
 */
export function continuationsOf(context: CheckContext): Continuation[] {
  const { items, active } = context;
  return items.flatMap((item) => {
    if (items.some((other) => other !== item && isShared(other, item))) return [];
    const [running, another] = active.filter((one) => isShared(one, item));
    if (!running || another || !isRenewedBy(item, running) || !isQuiet(item, context)) return [];
    return [{ itemId: item.item.id, activeId: running.medicine.id }];
  });
}

function isShared(one: Pick<ResolvedItem | ResolvedMedicine, 'ingredients'>, item: ResolvedItem): boolean {
  return one.ingredients.some(({ id }) => item.ingredients.some((own) => own.id === id));
}

function isRenewedBy(item: ResolvedItem, { medicine, product }: ResolvedMedicine): boolean {
  const { course, supply, origin } = medicine;
  if (origin !== 'prescription' || product?.id !== item.product.id || !course || !supply?.samePrescriber) return false;
  return isAboutToEnd(supply) && isTakenAlike(item, item.product, course);
}

function isAboutToEnd({ daysLeft, courseDays }: Supply): boolean {
  return courseDays >= SHORTEST_SUPPLY && daysLeft <= Math.min(MOST_DAYS_LEFT, Math.floor(courseDays / 2));
}

/** A taper and a medicine as needed have no dose that goes on, and of a product with several routes the earlier one is not known here. */
function isTakenAlike({ item }: ResolvedItem, { routes }: MedicineProduct, before: Course): boolean {
  if (routes.length !== 1 || (item.durationDays ?? 0) < SHORTEST_SUPPLY) return false;
  if ([item, before].some(({ asNeeded, steps }) => asNeeded !== null || steps?.length)) return false;
  return isDeepStrictEqual([item.dose, item.timing], [before.dose, before.timing]);
}

/** What has a longest course or a narrow margin by the rules in use is not quiet. */
function isQuiet({ product, ingredients }: ResolvedItem, { knowledge }: CheckContext): boolean {
  if (CONTROLLED.has(product.controlClass) || !QUIET.test(product.atc)) return false;
  const limited = [...knowledge.courseRules, ...knowledge.narrowMargins];
  return ingredients.every(
    ({ id, atc }) => QUIET.test(atc) && !limited.some(({ ingredients: named }) => named.has(id)),
  );
}

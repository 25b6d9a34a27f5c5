import { dosesOnFullestDay, mostDosesInDays, type Course } from '@yunzhen/shared/prescribing/dose/course';
import { convertAmount, positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import type { Ingredient, MedicineProduct } from '../../catalogues/index.ts';
import { amountOf } from './dosing/timed-dose.ts';
import type { ResolvedItem, ResolvedMedicine } from './recognition/resolve-medicines.ts';
import { statedDose } from './recognition/stated-dose.ts';
import type { CheckContext } from './safety-check.ts';
import type { Supply } from './safety-input.ts';

/** A line of the draft that continues what the patient takes already. */
export interface Continuation {
  readonly itemId: string;
  readonly activeId: string;
}

/** Supply at full dose that may be left at a renewal: a week, and at most half of the earlier course. */
const MOST_DAYS_LEFT = 7;
/** The same for medicines of which an early refill is a danger. */
const MOST_DAYS_LEFT_OF_RISKY = 2;
/** Opioids, benzodiazepines and related hypnotics, barbiturates, gabapentinoids, stimulants, anticoagulants, methotrexate. */
const RISKY = /^(?:N02A|R05DA|N05BA|N05C[ADF]|N03AE|N03AA|N02BF|N06BA|B01A[ABEF]|B01AX05|L01BA01|L04AX03)/;
const RISKY_CONTROL: ReadonlySet<string> = new Set(['special', 'psychotropic', 'narcotic', 'toxic']);
const COMPARED_DAYS = 28;

/**
 * Returns the lines that renew one running prescription of the same doctor which is about to end, or a confirmed statement, with substance, form and
 * dose unchanged. Whatever cannot be shown to be so is no renewal.
 */
export function continuationsOf({ items, active, unresolved }: CheckContext): Continuation[] {
  return items.flatMap((item) => {
    const running = active.filter((one) => isShared(one.ingredients, item));
    const isAlone = !items.some((other) => other !== item && isShared(other.ingredients, item));
    const once = (origin: 'prescription' | 'stated') =>
      running.filter(({ medicine }) => medicine.origin === origin).length <= 1;
    const isRenewal =
      isAlone && once('prescription') && once('stated') && running.every((one) => isRenewedBy(item, one, unresolved));
    return isRenewal ? running.map(({ medicine }) => ({ itemId: item.item.id, activeId: medicine.id })) : [];
  });
}

function isShared(ingredients: readonly Ingredient[], item: ResolvedItem): boolean {
  return ingredients.some(({ id }) => item.ingredients.some((own) => own.id === id));
}

function isRenewedBy(
  item: ResolvedItem,
  { medicine, product, ingredients, patents }: ResolvedMedicine,
  unresolved: CheckContext['unresolved'],
): boolean {
  if (patents.length > 0 || unresolved.some((one) => one.medicine.id === medicine.id)) return false;
  if (ingredients.length !== item.ingredients.length) return false;
  if (!ingredients.every(({ id }) => item.ingredients.some((own) => own.id === id))) return false;
  const { course, supply, origin } = medicine;
  if (origin === 'stated') return medicine.confirmed === true && isStatedDose(item, medicine);
  if (!product || !course || !supply?.samePrescriber || supply.daysLeft > mostDaysLeft(item, supply)) return false;
  return (
    product.form === item.product.form && product.routes.includes(item.item.route) && isSameDose(item, product, course)
  );
}

function mostDaysLeft(item: ResolvedItem, { courseDays }: Supply): number {
  return Math.min(isRisky(item) ? MOST_DAYS_LEFT_OF_RISKY : MOST_DAYS_LEFT, Math.floor(courseDays / 2));
}

function isRisky({ product, ingredients }: ResolvedItem): boolean {
  return RISKY_CONTROL.has(product.controlClass) || ingredients.some(({ atc }) => RISKY.test(atc));
}

/** Compares each dose, the fullest day and four weeks, so that a weekly dose never counts as a daily one. A taper has no such dose. */
function isSameDose(item: ResolvedItem, product: MedicineProduct, before: Course): boolean {
  const now = item.item;
  if (now.steps?.length || before.steps?.length || (now.asNeeded === null) !== (before.asNeeded === null)) return false;
  const often = ({ timing, asNeeded }: Course) => [
    dosesOnFullestDay(timing, asNeeded).toFixed(),
    mostDosesInDays(timing, asNeeded, COMPARED_DAYS).toFixed(),
  ];
  if (often(now).join(' ') !== often(before).join(' ')) return false;
  const isSameProduct = product.id === item.product.id && now.dose.unit === before.dose.unit;
  const written = positiveDecimalOf(before.dose.value);
  if (isSameProduct) return !!written && positiveDecimalOf(now.dose.value)?.eq(written) === true;
  return item.product.ingredients.every(({ ingredient, strength }) => {
    const earlier = amountOf({ product }, ingredient, before.dose, strength.unit);
    return !!earlier && amountOf(item, ingredient, now.dose, strength.unit)?.eq(earlier) === true;
  });
}

/** What is left of a stated medicine is not known, so it never covers a risky one. */
function isStatedDose(item: ResolvedItem, { text, dosage = '' }: ResolvedMedicine['medicine']): boolean {
  const [part, another] = item.product.ingredients;
  const stated = statedDose(`${text} ${dosage}`);
  const { asNeeded, steps, timing, route } = item.item;
  if (!part || another || !stated || isRisky(item) || asNeeded || steps?.length || route !== 'oral') return false;
  if (stated.prolonged !== item.product.form.startsWith('er-')) return false;
  const amount = convertAmount(stated.amount, part.strength.unit);
  const now = amountOf(item, part.ingredient, item.item.dose, part.strength.unit);
  const times = mostDosesInDays(timing, null, COMPARED_DAYS);
  return !!amount && now?.eq(amount) === true && times.eq(stated.timesADay * COMPARED_DAYS);
}

import { Decimal } from 'decimal.js';

/** An own pharmacy of the hospital, or one outside that the hospital has let in. */
export const pharmacyKinds = ['own', 'outside'] as const;
export type PharmacyKind = (typeof pharmacyKinds)[number];

/**
 * How a pharmacy’s claim on a prescription ended: nothing remained to be dispensed; it was given back to the pool; the doctor
 * withdrew the prescription and the pharmacy agreed; its days were over.
 */
export const claimEnds = ['dispensed', 'released', 'cancelled', 'expired'] as const;
export type ClaimEnd = (typeof claimEnds)[number];

/** Why a pharmacy gives a prescription back to the pool. */
export const releaseReasons = ['not-in-stock', 'patient-goes-elsewhere', 'doubt', 'mistake', 'other'] as const;

/** One medicine of a prescription in dispensable units; decimal text. */
export interface QuantityState {
  readonly itemId: string;
  readonly prescribed: string;
  readonly dispensed: string;
  readonly remaining: string;
}

/** What was handed out of each line, and what remains of it. Never below nothing. */
export function quantityStates(
  items: readonly { id: string; quantity: { value: string } }[],
  given: readonly { itemId: string; quantity: string }[],
): QuantityState[] {
  return items.map(({ id, quantity }) => {
    const dispensed = given
      .filter(({ itemId }) => itemId === id)
      .reduce((sum, line) => sum.plus(line.quantity), new Decimal(0));
    return {
      itemId: id,
      prescribed: quantity.value,
      dispensed: dispensed.toFixed(),
      remaining: Decimal.max(new Decimal(quantity.value).minus(dispensed), 0).toFixed(),
    };
  });
}

export const nothingRemains = (states: readonly QuantityState[]): boolean =>
  states.every(({ remaining }) => new Decimal(remaining).isZero());

/** Whether a line may give this much: more than nothing and no more than what remains. */
export function fitsRemaining(state: QuantityState, quantity: string): boolean {
  const asked = new Decimal(quantity);
  return asked.gt(0) && asked.lte(state.remaining);
}

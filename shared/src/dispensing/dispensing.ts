import { Decimal } from 'decimal.js';

/** A pharmacy of the hospital, or an external one that the hospital has admitted. */
export const pharmacyKinds = ['own', 'outside'] as const;
export type PharmacyKind = (typeof pharmacyKinds)[number];

/**
 * How a pharmacy’s claim ended: nothing remained to dispense; it was released to the pool; the doctor withdrew the prescription and the pharmacy
 * agreed; the prescription expired.
 */
export const claimEnds = ['dispensed', 'released', 'cancelled', 'expired'] as const;
export type ClaimEnd = (typeof claimEnds)[number];

/** Why a pharmacy releases a prescription to the pool. */
export const releaseReasons = ['not-in-stock', 'patient-goes-elsewhere', 'doubt', 'mistake', 'other'] as const;

/** One medicine of a prescription in dispensable units; decimal text. */
export interface QuantityState {
  readonly itemId: string;
  readonly prescribed: string;
  readonly dispensed: string;
  readonly remaining: string;
}

/** Returns what was dispensed of each line, and what remains. Never below zero. */
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

/** Returns whether this quantity can be dispensed: more than zero and at most the remainder. */
export function fitsRemaining(state: QuantityState, quantity: string): boolean {
  const asked = new Decimal(quantity);
  return asked.gt(0) && asked.lte(state.remaining);
}

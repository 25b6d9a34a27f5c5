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

/**
 * How the dispenser made sure that the medicines go to the right patient: the last four digits of the identity number or of the telephone number,
 * another document with a picture, or the document of a person who collects for the patient.
 */
export const identityChecks = ['identity-number', 'phone', 'other-document', 'representative'] as const;
export type IdentityCheck = (typeof identityChecks)[number];

/** Returns whether a pack’s expiry, a month or a day as ISO text, is before this day. A month ends with its last day. */
export function hasExpired(expires: string, today: string): boolean {
  return expires < today.slice(0, expires.length);
}

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

/** Returns whether a dispensed quantity can be corrected to this one: at most the remainder more than before. */
export function fitsCorrection(state: QuantityState, before: string, after: string): boolean {
  return new Decimal(after).minus(before).lte(state.remaining);
}

export const sameQuantity = (one: string, other: string): boolean => new Decimal(one).eq(other);

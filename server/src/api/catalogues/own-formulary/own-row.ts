import type { Strength } from '@yunzhen/shared/prescribing/dose/dose';
import type { DoseLimits } from '../formulary/dose-limits.ts';
import type { MedicineProduct } from '../formulary/product.ts';

/** A substance of a row: one with built-in data, or only a name, which no check can judge. */
export interface OwnPart {
  /** Null without built-in data. */
  readonly ingredient: string | null;
  /** As in the hospital's file. */
  readonly name: string;
  readonly strength: Strength;
}

/** Largest doses that the hospital states, in `unit`; null means not stated. */
export type OwnLimits = Pick<
  DoseLimits,
  | 'unit'
  | 'adultPerDose'
  | 'adultPerDay'
  | 'childPerDosePerKg'
  | 'childPerDayPerKg'
  | 'childMaxPerDose'
  | 'childMaxPerDay'
  | 'minAgeMonths'
>;

/** A medicine that the hospital describes itself. */
export interface OwnProductRow extends Omit<
  MedicineProduct,
  'id' | 'ingredients' | 'source' | 'confidence' | 'note' | 'own'
> {
  readonly kind: 'own';
  /** The hospital's code, unique in its file. */
  readonly code: string;
  readonly parts: readonly OwnPart[];
  readonly limits: OwnLimits | null;
}

/** A row that only puts a built-in medicine on the list. */
export interface BuiltInRow {
  readonly kind: 'built-in';
  readonly code: string;
  readonly productId: string;
}

/** An accepted row of a hospital's own medicine list. Plain data, so that a thread can send it. */
export type OwnRow = OwnProductRow | BuiltInRow;

/** One of a hospital's lists: its rows, or null when the file could not be read. */
export interface OwnList {
  readonly version: string;
  readonly rows: readonly OwnRow[] | null;
}

/** The active list (null for the built-in one), and earlier ones, newest first. */
export interface ListsOfHospital {
  readonly active: OwnList | null;
  readonly earlier: readonly OwnList[];
}

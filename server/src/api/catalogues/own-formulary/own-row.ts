import type { Strength } from '@yunzhen/shared/prescribing/dose/dose';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { DoseLimits } from '../formulary/dose-limits.ts';
import type { MedicineForm } from '../formulary/medicine-form.ts';
import type { ControlClass } from '../formulary/product.ts';
import type { UsualSig } from '../formulary/usual-sig.ts';

/** A substance of a row: one that the built-in data know, or a name that they don't, which no check can judge. */
export interface OwnPart {
  /** Null where the name is known to nobody here. */
  readonly ingredient: string | null;
  /** As the hospital writes it. */
  readonly name: string;
  readonly strength: Strength;
}

/** Largest doses that the hospital states itself, in `unit`; null is not stated. */
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
export interface OwnProductRow {
  readonly kind: 'own';
  /** The hospital's code, unique in its file. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly synonyms: readonly string[];
  readonly pinyin: readonly string[];
  readonly atc: string;
  readonly parts: readonly OwnPart[];
  readonly form: MedicineForm;
  readonly routes: readonly MedicineRoute[];
  readonly unit: string;
  readonly packSize: string | null;
  readonly controlClass: ControlClass;
  readonly usualSigs: readonly UsualSig[];
  readonly common: boolean;
  readonly limits: OwnLimits | null;
}

/** A row that only says: this built-in medicine is on our list. */
export interface BuiltInRow {
  readonly kind: 'built-in';
  readonly code: string;
  readonly productId: string;
}

/** A row of a hospital's own list of medicines, read and found good. Plain data, so that it can come from a thread. */
export type OwnRow = OwnProductRow | BuiltInRow;

/** One of a hospital's lists: the rows, or null where the file could not be read any more. */
export interface OwnList {
  readonly version: string;
  readonly rows: readonly OwnRow[] | null;
}

/** The list in use, null for the built-in one, and those that were in use before, newest first. */
export interface ListsOfHospital {
  readonly active: OwnList | null;
  readonly earlier: readonly OwnList[];
}

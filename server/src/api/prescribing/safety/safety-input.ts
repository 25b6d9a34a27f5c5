import type { Course } from '@yunzhen/shared/prescribing/dose/course';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { Sex } from '@yunzhen/shared/core/patient';
import type { Formulary } from '../../catalogues/index.ts';

/** A line of the draft that is being checked. */
export interface DraftItem extends Course {
  readonly id: string;
  readonly productId: string;
  readonly route: MedicineRoute;
}

/** Something the patient takes already: of another prescription, or in the patient's own words. */
export interface ActiveMedicine {
  readonly id: string;
  readonly origin: 'prescription' | 'stated';
  readonly productId: string | null;
  /** What was written down; searched for known names when there is no product. */
  readonly text: string;
  /** ISO instant of the prescription that it is of; null for what is stated. */
  readonly prescribedAt: string | null;
  /** How it is taken, as far as a prescription of this hospital says so. */
  readonly course?: Course;
}

export interface StatedAllergy {
  readonly id: string;
  readonly substance: string;
  /** An ingredient or an allergen class, where the substance was picked from the list; null for free text. */
  readonly substanceCode: string | null;
  readonly severity: 'mild' | 'moderate' | 'severe' | 'unknown';
  /** What happened, in words; read for reactions that change what is safe. */
  readonly reaction?: string;
}

/** What of a patient may have been measured or stated so long ago that it no longer counts. */
export type OutdatedFact = 'weight' | 'egfr' | 'pregnancy' | 'lactation';
export type OutdatedFacts = Readonly<Partial<Record<OutdatedFact, LocalizedText>>>;

export interface SafetyPatient {
  /** Completed months of life; null when the birth date is not known. */
  readonly ageMonths: number | null;
  readonly sex: Sex;
  /** Decimal text, kg. */
  readonly weightKg: string | null;
  readonly pregnancy: 'pregnant' | 'not-pregnant' | 'unknown';
  /** 1 to 3; null when not known. */
  readonly trimester: 1 | 2 | 3 | null;
  readonly lactation: 'breast-feeding' | 'not-breast-feeding' | 'unknown';
  /** mL/min/1.73 m²; null when no recent value is on record. */
  readonly egfr: number | null;
  /** What is on record and no longer counts, with its age: said wherever it leaves a check undone. */
  readonly outdated?: OutdatedFacts;
}

export interface SafetyInput {
  readonly items: readonly DraftItem[];
  readonly activeMedicines: readonly ActiveMedicine[];
  /** False while nobody has said what the patient takes: an empty list is then no answer. */
  readonly medicinesStated: boolean;
  readonly allergies: readonly StatedAllergy[];
  /** False while nobody has said whether there are allergies. */
  readonly allergiesStated: boolean;
  /** ICD-10 codes of the patient's conditions and of this visit's diagnoses; null where they could not be read. */
  readonly conditionCodes: readonly string[] | null;
  /** What the codes stand for, as far as the record says it, by code. */
  readonly conditionTitles?: Readonly<Record<string, LocalizedText>>;
  /** Conditions on record that nobody has coded: they cannot be compared, and that must be said. */
  readonly uncodedConditions?: readonly LocalizedText[];
  readonly patient: SafetyPatient;
  readonly catalogue: Formulary;
  /** ISO 3166 code of the country whose labels hold; undefined where it does not matter. */
  readonly jurisdiction?: string;
}

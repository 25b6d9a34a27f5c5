import type { Course } from '@yunzhen/shared/prescribing/dose/course';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { Sex } from '@yunzhen/shared/core/patient';
import type { Formulary } from '../../catalogues/index.ts';
import type { ReleasedRules } from './knowledge/released-knowledge.ts';

/** A line of the draft that is being checked. */
export interface DraftItem extends Course {
  readonly id: string;
  readonly productId: string;
  readonly route: MedicineRoute;
}

/** What may be left of an earlier prescription of this hospital. */
export interface Supply {
  /** Days at full dose, counted to the latest end of the course. */
  readonly daysLeft: number;
  /** Days of the whole course. */
  readonly courseDays: number;
  readonly samePrescriber: boolean;
}

/** A current medicine: from another prescription, or stated by the patient. */
export interface ActiveMedicine {
  readonly id: string;
  readonly origin: 'prescription' | 'stated';
  readonly productId: string | null;
  /** The text as written; searched for known names when there is no product. */
  readonly text: string;
  /** ISO instant of its prescription; null for a stated medicine. */
  readonly prescribedAt: string | null;
  /** How it is taken, when a prescription of this hospital says so. */
  readonly course?: Course;
  /** Undefined where nothing is known of it, as of every stated medicine. */
  readonly supply?: Supply;
}

export interface StatedAllergy {
  readonly id: string;
  readonly substance: string;
  /** An ingredient or an allergen class when the substance was picked from the list; null for free text. */
  readonly substanceCode: string | null;
  readonly severity: 'mild' | 'moderate' | 'severe' | 'unknown';
  /** The reaction as free text; searched for reactions that change what is safe. */
  readonly reaction?: string;
}

/** Patient facts that may be too old to use. */
export type OutdatedFact = 'weight' | 'egfr' | 'pregnancy' | 'lactation';
export type OutdatedFacts = Readonly<Partial<Record<OutdatedFact, LocalizedText>>>;

export interface SafetyPatient {
  /** Completed months of life; null when the birth date is unknown. */
  readonly ageMonths: number | null;
  readonly sex: Sex;
  /** Decimal text, kg. */
  readonly weightKg: string | null;
  readonly pregnancy: 'pregnant' | 'not-pregnant' | 'unknown';
  /** 1 to 3; null when unknown. */
  readonly trimester: 1 | 2 | 3 | null;
  readonly lactation: 'breast-feeding' | 'not-breast-feeding' | 'unknown';
  /** mL/min/1.73 m²; null when there is no recent value. */
  readonly egfr: number | null;
  /** Recorded facts that are too old to use, with their age; reported wherever a check could not run because of it. */
  readonly outdated?: OutdatedFacts;
}

export interface SafetyInput {
  readonly items: readonly DraftItem[];
  readonly activeMedicines: readonly ActiveMedicine[];
  /** False until the patient's medicines were asked for; an empty list then proves nothing. */
  readonly medicinesStated: boolean;
  readonly allergies: readonly StatedAllergy[];
  /** False until the patient's allergies were asked for. */
  readonly allergiesStated: boolean;
  /** ICD-10 codes of the patient's conditions and of this visit's diagnoses; null when they could not be read. */
  readonly conditionCodes: readonly string[] | null;
  /** Titles of the codes from the record, by code. */
  readonly conditionTitles?: Readonly<Record<string, LocalizedText>>;
  /** Recorded conditions without a code. They cannot be compared and must be reported. */
  readonly uncodedConditions?: readonly LocalizedText[];
  readonly patient: SafetyPatient;
  readonly catalogue: Formulary;
  /** The rules of the hospital; null or undefined for those that ship with the program. */
  readonly release?: ReleasedRules | null;
  /** ISO 3166 code of the country whose labels apply; undefined when it does not matter. */
  readonly jurisdiction?: string;
}

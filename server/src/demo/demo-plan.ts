import type { PublicDetails } from '@yunzhen/shared/administration/hospital-settings.contract';
import type { Locale, LocalizedText } from '@yunzhen/shared/core/locale';
import type { Currency } from '@yunzhen/shared/core/money';
import type { Sex } from '@yunzhen/shared/core/patient';
import type { Role } from '@yunzhen/shared/core/permission';
import type { VisitKind } from '@yunzhen/shared/administration/visit-kind';

/** A reason to see a doctor, with the words that patient and doctor have for it. Histories are made of these. */
export interface DemoCase {
  /** ICD-10; the title comes from the curated list. */
  code: string;
  /** Chronic: only for patients who have the condition on record, as follow-up. Acute: for anyone of that age and sex. */
  course: 'chronic' | 'acute';
  /** Whole years, both ends included. */
  ages: readonly [from: number, to: number];
  sex?: Sex;
  complaint: LocalizedText;
  subjective: LocalizedText;
  objective: LocalizedText;
  assessment: LocalizedText;
  plan: LocalizedText;
  /** What the patient reads after the visit. */
  summary: LocalizedText;
}

export interface DemoDepartment {
  code: string;
  name: LocalizedText;
  description: LocalizedText;
  /** Its share of the hospital’s visits, relative to the others. */
  weight: number;
  cases: readonly DemoCase[];
}

export interface DemoPractitioner {
  name: string;
  nameLatin: string;
  title: LocalizedText;
  bio: LocalizedText;
  languages: readonly string[];
  years: number;
  departments: readonly string[];
  onDuty: boolean;
}

/** Someone whom the sign-in page offers. */
export interface DemoSignIn {
  email: string;
  role: Role;
  name: string;
  nameLatin: string;
}

export interface DemoPatient {
  name: string;
  nameLatin: string;
  /** ISO date. */
  birthDate: string;
  sex: Sex;
  locale: Locale;
  /** ICD-10 code and the year since when. */
  conditions: readonly (readonly [code: string, since: number])[];
  /** Allergen and what it did, in the patient’s language; `none` when the patient said that there are none. */
  allergies: readonly DemoAllergy[] | 'none';
  /** Product of the formulary and how it is taken, in the patient’s language. */
  medicines: readonly (readonly [productId: string, dosage: string])[];
}

export interface DemoAllergy {
  /** Ingredient or allergen class of the formulary; null for what is not a medicine. */
  code: string | null;
  substance: string;
  category: 'medication' | 'food' | 'environment';
  reaction: string;
  severity: 'mild' | 'moderate' | 'severe' | 'unknown';
}

/** What a visit costs, in the currency's smallest unit; what is left out holds for all. */
export interface DemoPrice {
  /** Its code. */
  department?: string;
  title?: LocalizedText;
  kind?: VisitKind;
  minor: number;
}

export interface DemoHospital {
  slug: string;
  name: LocalizedText;
  jurisdiction: string;
  /** ISO 3166, for certificates. */
  country: string;
  timeZone: string;
  locale: Locale;
  /** Domain of invented e-mail addresses; under a top-level domain that nobody can own. */
  mailDomain: string;
  departments: readonly DemoDepartment[];
  /** The people of the sign-in page. Doctor and pharmacist are among the practitioners, the patient among the patients. */
  signIns: readonly DemoSignIn[];
  doctors: readonly DemoPractitioner[];
  pharmacists: readonly DemoPractitioner[];
  patients: readonly DemoPatient[];
  /** People made up beside those: they have an account, a condition and visits, and no longer story. */
  furtherPatients: number;
  /** Visits asked for on an ordinary working day. */
  visitsADay: number;
  prices: { currency: Currency; entries: readonly DemoPrice[] };
  /** Of the hospital, for when no call can be had; a number that nobody has. */
  phone: string;
  /** What its public page says. */
  publicDetails: PublicDetails;
  nextPhone: (index: number) => string;
}

import type { PublicDetails } from '@yunzhen/shared/administration/hospital-settings.contract';
import type { NoteForm } from '@yunzhen/shared/administration/setting-limits';
import type { Locale, LocalizedText } from '@yunzhen/shared/core/locale';
import type { Currency } from '@yunzhen/shared/core/money';
import type { Sex } from '@yunzhen/shared/core/patient';
import type { Role } from '@yunzhen/shared/core/permission';
import type { VisitKind } from '@yunzhen/shared/administration/visit-kind';

/** A reason to see a doctor, as patient and doctor describe it. Histories are built from these. */
export interface DemoCase {
  /** ICD-10; the title comes from the curated list. */
  code: string;
  /** Chronic: follow-up of patients with the condition on record. Acute: anyone of that age and sex. */
  course: 'chronic' | 'acute';
  /** Whole years, both inclusive. */
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
  /** Its relative share of the hospital’s visits. */
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

/** A person whom the sign-in page offers. */
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
  /** ICD-10 code and the year of onset. */
  conditions: readonly (readonly [code: string, since: number])[];
  /** Allergen and reaction, in the patient’s language; `none` when the patient stated that there are none. */
  allergies: readonly DemoAllergy[] | 'none';
  /** Product of the formulary and its dosage, in the patient’s language. */
  medicines: readonly (readonly [productId: string, dosage: string])[];
}

export interface DemoAllergy {
  /** Ingredient or allergen class of the formulary; null for anything that is not a medicine. */
  code: string | null;
  substance: string;
  category: 'medication' | 'food' | 'environment';
  reaction: string;
  severity: 'mild' | 'moderate' | 'severe' | 'unknown';
}

/** The price of a visit in the currency's smallest unit; an absent member applies to all. */
export interface DemoPrice {
  /** The department’s code. */
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
  noteForm: NoteForm;
  /** Domain of invented e-mail addresses, under a reserved top-level domain. */
  mailDomain: string;
  departments: readonly DemoDepartment[];
  /** The people of the sign-in page. Doctor and pharmacist are among the practitioners, the patient among the patients. */
  signIns: readonly DemoSignIn[];
  doctors: readonly DemoPractitioner[];
  pharmacists: readonly DemoPractitioner[];
  /** A doctor who has joined and waits for the administrator’s confirmation. */
  applicant: DemoPractitioner;
  patients: readonly DemoPatient[];
  /** Number of further invented people, with only an account, a condition and visits. */
  furtherPatients: number;
  /** Visits requested on an ordinary working day. */
  visitsADay: number;
  prices: { currency: Currency; entries: readonly DemoPrice[] };
  /** The hospital’s number for when no call is possible; it is unassigned. */
  phone: string;
  /** The content of its public page. */
  publicDetails: PublicDetails;
  nextPhone: (index: number) => string;
}

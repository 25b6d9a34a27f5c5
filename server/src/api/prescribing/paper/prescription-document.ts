import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Sex } from '@yunzhen/shared/core/patient';

/**
 * The content of a printed prescription, already formatted: the renderer decides the layout, never the text. Times are an instant (for metadata) and
 * a text in the hospital's time zone; amounts are decimal strings.
 */
export interface PrescriptionDocument {
  readonly id: string;
  /** The prescription number in a form that people can read out on the telephone. */
  readonly number: string;
  readonly hospital: DocumentHospital;
  readonly department: LocalizedText;
  readonly issuedAt: DocumentTime;
  readonly validUntil: DocumentTime;
  readonly patient: DocumentPatient;
  readonly diagnoses: readonly DocumentDiagnosis[];
  readonly allergies: DocumentAllergies;
  readonly items: readonly DocumentItem[];
  readonly doctor: DocumentPractitioner;
  /** `null` before a pharmacist has approved. */
  readonly pharmacist: DocumentPractitioner | null;
  /** The public verification address with its secret after `#`. It is printed only in the QR code, never as readable text. */
  readonly verificationUrl: string;
}

export interface DocumentTime {
  readonly instant: Date;
  readonly text: LocalizedText;
}

export interface DocumentHospital {
  readonly name: LocalizedText;
  /** PNG or JPEG. */
  readonly logo?: Uint8Array;
  /** Picture of the hospital's seal, PNG or JPEG. */
  readonly seal?: Uint8Array;
  /** Of the hospital, for questions about the prescription. */
  readonly phone?: string;
}

export interface DocumentPatient {
  readonly name: string;
  readonly sex: Sex;
  /** Years; months and days for an infant. */
  readonly age: LocalizedText;
  /** Present when a dose was calculated from it. */
  readonly weight?: LocalizedText;
  /** Number of the identity document with the middle masked. */
  readonly identityMasked: string;
  /** Of the outpatient record (Prescription Management Measures, annex 1); absent for prescriptions from before it was given. */
  readonly recordNumber?: string;
}

export interface DocumentDiagnosis {
  /** ICD-10 code. */
  readonly code: string;
  readonly title: LocalizedText;
}

/** "Not asked" must never look like "no allergies". */
export type DocumentAllergies =
  | { readonly state: 'recorded'; readonly substances: readonly string[] }
  | { readonly state: 'none-known' }
  | { readonly state: 'not-asked' };

export interface DocumentAmount {
  readonly value: string;
  readonly unit: LocalizedText;
}

export interface DocumentItem {
  readonly name: LocalizedText;
  readonly strength: string;
  readonly form: LocalizedText;
  /** The dose for each time. */
  readonly dose: DocumentAmount;
  readonly route: LocalizedText;
  /** How often and when, in plain language. */
  readonly timing: LocalizedText;
  /** `null` when the course has no end. */
  readonly days: number | null;
  /** The steps of a taper, one per line; they then contain dose and timing. */
  readonly steps?: readonly LocalizedText[];
  /** When the medicine is taken as needed, for a line with steps. Other lines say it in `timing`. */
  readonly condition?: LocalizedText;
  /** The total amount dispensed. */
  readonly quantity: DocumentAmount;
  readonly note?: string;
  readonly substitutionAllowed: boolean;
}

export interface DocumentPractitioner {
  readonly name: string;
  readonly licence: string;
  readonly signedAt: DocumentTime;
}

import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Sex } from '@yunzhen/shared/core/patient';

/**
 * Everything that stands on a printed prescription, already worded: the renderer decides where things go and never what they are.
 * Times come as an instant (for metadata) and as the text in the hospital's zone; amounts are decimal strings.
 */
export interface PrescriptionDocument {
  readonly id: string;
  /** The number that people read out on the telephone. */
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
  /** `null` until a pharmacist has approved. */
  readonly pharmacist: DocumentPractitioner | null;
  /** The public verification address with its secret after `#`. It goes into the code only, never into readable text. */
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
  /** Picture of the hospital's seal, PNG or JPEG; without it the block stays free for a stamp. */
  readonly seal?: Uint8Array;
}

export interface DocumentPatient {
  readonly name: string;
  readonly sex: Sex;
  /** Years, or months and days for an infant. */
  readonly age: LocalizedText;
  /** Where a dose was reckoned by it. */
  readonly weight?: LocalizedText;
  /** Number of the identity document with its middle hidden. */
  readonly identityMasked: string;
}

export interface DocumentDiagnosis {
  /** ICD-10. */
  readonly code: string;
  readonly title: LocalizedText;
}

/** "Nobody asked" must never look like "no allergies". */
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
  /** Taken each time. */
  readonly dose: DocumentAmount;
  readonly route: LocalizedText;
  /** How often and when, in plain words. */
  readonly timing: LocalizedText;
  /** `null` where no end is set. */
  readonly days: number | null;
  /** The steps of a taper, one line each; then these say dose and timing. */
  readonly steps?: readonly LocalizedText[];
  /** Beside steps: when the medicine is taken only as needed. Otherwise it stands in `timing`. */
  readonly condition?: LocalizedText;
  /** Handed out in all. */
  readonly quantity: DocumentAmount;
  readonly note?: string;
  readonly substitutionAllowed: boolean;
}

export interface DocumentPractitioner {
  readonly name: string;
  readonly licence: string;
  readonly signedAt: DocumentTime;
}

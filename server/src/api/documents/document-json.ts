import type { Sex } from '@yunzhen/shared/core/patient';
import type { DocumentKind, SickNotePurpose } from '@yunzhen/shared/documents/clinical-document';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { JsonValue } from '../../platform/signing/canonical-json.ts';

/** The JWS `typ` of a doctor’s signature on a document. */
export const DOCUMENT_JWS_TYPE = 'yunzhen-document';
/** The name under which the record is embedded in its PDF. */
export const RECORD_NAME = 'document.jws';

/** The version of the layout below; an old record keeps its layout for ever. */
const DOCUMENT_SCHEMA = 'yunzhen/document/1';

export interface RecordedDiagnosis {
  readonly code: string;
  readonly title: LocalizedText;
}

/** "Not asked" must never look like "no allergies". */
export type RecordedAllergies =
  | { readonly state: 'recorded'; readonly substances: readonly string[] }
  | { readonly state: 'none-known' }
  | { readonly state: 'not-asked' };

/** A medicine of this visit’s prescriptions, in plain language. */
export interface RecordedMedicine {
  readonly name: LocalizedText;
  readonly strength: string;
  readonly instruction: LocalizedText;
  /** Not approved by the pharmacist yet, so it cannot be dispensed. */
  readonly awaitsReview: boolean;
}

export type DocumentBody =
  | {
      readonly kind: 'sick-note';
      readonly purpose: SickNotePurpose;
      /** ISO dates in the hospital’s time zone, both inclusive. */
      readonly from: string;
      readonly to: string;
      readonly days: number;
      /** Null unless the patient agreed to show them. */
      readonly diagnoses: readonly RecordedDiagnosis[] | null;
      readonly remark: string;
    }
  | {
      readonly kind: 'referral';
      readonly hospital: string;
      readonly department: string;
      readonly urgent: boolean;
      readonly reason: string;
      readonly summary: string;
      readonly diagnoses: readonly RecordedDiagnosis[];
      readonly allergies: RecordedAllergies;
      /** Medicines that the patient reports taking. */
      readonly statedMedicines: readonly string[];
      readonly prescribed: readonly RecordedMedicine[];
    }
  | {
      readonly kind: 'after-visit-summary';
      readonly diagnoses: string;
      readonly prescribed: readonly RecordedMedicine[];
      readonly advice: string;
      readonly watchFor: string;
      /** The ambulance’s number where the hospital is; null for an unknown country. Absent from documents of earlier releases. */
      readonly emergencyNumber?: string | null;
      readonly comeBack: string;
    };

/** A document as signed: everything that its printed page needs. */
export interface DocumentRecord {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly visitId: string;
  /** ISO instant. */
  readonly visitAt: string;
  readonly hospital: { readonly id: string; readonly name: LocalizedText; readonly timeZone: string };
  readonly department: { readonly id: string; readonly name: LocalizedText };
  readonly author: { readonly id: string; readonly name: string; readonly licence: string };
  readonly patient: {
    readonly id: string;
    readonly name: string;
    readonly sex: Sex;
    readonly birthDate: string;
    readonly identityMasked: string;
  };
  readonly body: DocumentBody;
  /** ISO instant. */
  readonly signedAt: string;
}

/** Returns the object that the doctor signs. Every member is named explicitly, so that a new column does not change it. */
export function documentJson(record: DocumentRecord): JsonValue {
  const { hospital, department, author, patient } = record;
  return {
    schema: DOCUMENT_SCHEMA,
    id: record.id,
    number: record.number,
    version: record.version,
    visitId: record.visitId,
    visitAt: record.visitAt,
    hospital: { id: hospital.id, name: bilingual(hospital.name), timeZone: hospital.timeZone },
    department: { id: department.id, name: bilingual(department.name) },
    author: { id: author.id, name: author.name, licence: author.licence },
    patient: {
      id: patient.id,
      name: patient.name,
      sex: patient.sex,
      birthDate: patient.birthDate,
      identityMasked: patient.identityMasked,
    },
    body: bodyJson(record.body),
    signedAt: record.signedAt,
  };
}

/** Parses a signed payload. It is verified and ours, so only its layout name is checked. */
export function recordOf(payload: JsonValue): DocumentRecord | null {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return null;
  const { schema, ...record } = payload as Record<string, JsonValue>;
  return schema === DOCUMENT_SCHEMA ? (record as unknown as DocumentRecord) : null;
}

function bodyJson(body: DocumentBody): JsonValue {
  switch (body.kind) {
    case 'sick-note': {
      const { kind, purpose, from, to, days, diagnoses, remark } = body;
      return { kind, purpose, from, to, days, diagnoses: diagnoses && diagnoses.map(diagnosisJson), remark };
    }
    case 'referral': {
      const { kind, hospital, department, urgent, reason, summary, diagnoses, allergies } = body;
      return {
        kind,
        hospital,
        department,
        urgent,
        reason,
        summary,
        diagnoses: diagnoses.map(diagnosisJson),
        allergies:
          allergies.state === 'recorded'
            ? { state: allergies.state, substances: [...allergies.substances] }
            : { state: allergies.state },
        statedMedicines: [...body.statedMedicines],
        prescribed: body.prescribed.map(medicineJson),
      };
    }
    case 'after-visit-summary': {
      const { kind, diagnoses, prescribed, advice, watchFor, emergencyNumber = null, comeBack } = body;
      return { kind, diagnoses, prescribed: prescribed.map(medicineJson), advice, watchFor, emergencyNumber, comeBack };
    }
  }
}

function diagnosisJson({ code, title }: RecordedDiagnosis): JsonValue {
  return { code, title: bilingual(title) };
}

function medicineJson({ name, strength, instruction, awaitsReview }: RecordedMedicine): JsonValue {
  return { name: bilingual(name), strength, instruction: bilingual(instruction), awaitsReview };
}

function bilingual({ en, zh }: LocalizedText): JsonValue {
  return { en, zh };
}

/** The prefix of this kind’s numbers, to distinguish them from a prescription’s when read aloud. */
export const numberPrefix: Readonly<Record<DocumentKind, string>> = {
  'sick-note': 'S',
  referral: 'R',
  'after-visit-summary': 'A',
};

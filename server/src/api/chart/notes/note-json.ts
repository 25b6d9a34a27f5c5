import { createHash } from 'node:crypto';
import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { JsonValue } from '../../../platform/signing/canonical-json.ts';
import type { VisitPeople } from './visit-people.repository.ts';

/** The JWS `typ` of notes and addenda, so that a signature over one is invalid for the other. */
export const NOTE_JWS_TYPE = 'yunzhen-note';
export const ADDENDUM_JWS_TYPE = 'yunzhen-note-addendum';

/** Versions of the layouts below; signed records keep their layout. */
const NOTE_SCHEMA = 'yunzhen/note/1';
const ADDENDUM_SCHEMA = 'yunzhen/note-addendum/1';

/**
 * Returns the object that a doctor signs as the note of a visit. It names every member by hand, so that new columns do not change what is signed.
 * Times are UTC with milliseconds.
 */
export function noteJson(
  visitId: string,
  version: number,
  content: NoteContent,
  people: VisitPeople,
  signedAt: Date,
): JsonValue {
  const { hospital, department, doctor, patient } = people;
  const { subjective, objective, assessment, plan } = content;
  return {
    schema: NOTE_SCHEMA,
    visitId,
    version,
    hospital: { id: hospital.id, name: bilingual(hospital.name) },
    department: { id: department.id, name: bilingual(department.name) },
    author: { id: doctor.id, name: doctor.name, licence: doctor.licence },
    patient: { id: patient.id, name: patient.name, sex: patient.sex, birthDate: patient.birthDate },
    content: { subjective, objective, assessment, plan },
    signedAt: signedAt.toISOString(),
  };
}

export interface Addendum {
  id: string;
  number: number;
  text: string;
  authorId: string;
  at: Date;
}

/** Returns the object that a doctor signs as an addendum, bound to the note’s signature by its digest. */
export function addendumJson(visitId: string, noteJws: string, addendum: Addendum): JsonValue {
  return {
    schema: ADDENDUM_SCHEMA,
    id: addendum.id,
    visitId,
    noteDigest: createHash('sha256').update(noteJws).digest('base64url'),
    number: addendum.number,
    text: addendum.text,
    authorId: addendum.authorId,
    signedAt: addendum.at.toISOString(),
  };
}

function bilingual({ en, zh }: LocalizedText): JsonValue {
  return { en, zh };
}

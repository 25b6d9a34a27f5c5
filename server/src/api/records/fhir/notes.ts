import type { Composition, CompositionSection, Provenance } from '@medplum/fhirtypes';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { noteSections, type NoteSection } from '@yunzhen/shared/chart/note';
import { coding, compact, concept, either, iso, narrative, refer, systems, type Words } from './fhir-values.ts';
import { provenanceOf } from './signatures.ts';

interface Signed {
  practitionerId: string;
  jws: string;
  certificate: string;
  /** The time in the format of database JSON. */
  at: string;
}

export interface NoteRow {
  visitId: string;
  patientId: string;
  hospitalId: string;
  practitionerId: string;
  content: Record<NoteSection, string>;
  signedAt: Date;
  signature: Signed | null;
  addenda: (Signed & { number: number; text: string })[];
}

/** LOINC names of the four sections and of an addendum. */
const parts: Record<NoteSection, readonly [code: string, name: LocalizedText]> = {
  subjective: ['61150-9', { en: 'Subjective', zh: '主观资料' }],
  objective: ['61149-1', { en: 'Objective', zh: '客观资料' }],
  assessment: ['51848-0', { en: 'Assessment', zh: '评估' }],
  plan: ['18776-5', { en: 'Plan', zh: '计划' }],
};
const addendumCode = '55107-7';

/**
 * Returns an R4 Composition of the signed note (LOINC 11506-3, Progress note), with a section per non-empty part of SOAP and per addendum; with
 * addenda it is `amended`. Provenance resources contain the signatures. Drafts are not part of the record.
 */
export function noteOf(row: NoteRow, words: Words): [Composition, ...Provenance[]] {
  const id = `${row.visitId}-note`;
  const title = either(words, 'Note of the visit', '病历记录');
  const soap: CompositionSection[] = noteSections
    .filter((part) => row.content[part].trim() !== '')
    .map((part) => {
      const [code, name] = parts[part];
      return {
        title: words.text(name),
        code: concept('', coding(systems.loinc, code)),
        text: narrative(row.content[part]),
      };
    });
  const later: CompositionSection[] = row.addenda.map((addendum) => ({
    title: either(words, `Addendum ${addendum.number}`, `补充记录 ${addendum.number}`),
    code: concept('', coding(systems.loinc, addendumCode)),
    author: [refer('Practitioner', addendum.practitionerId)],
    text: narrative(addendum.text),
  }));
  const target = `Composition/${id}`;
  const signed = (part: Signed, name: string, purpose: 'author' | 'addendum') =>
    provenanceOf({
      id: `${id}-${name}`,
      target,
      purpose,
      jws: part.jws,
      certificate: part.certificate,
      signer: { type: 'Practitioner', id: part.practitionerId },
      signedAt: new Date(part.at),
    });
  const author = refer('Practitioner', row.practitionerId);
  return [
    compact<Composition>({
      resourceType: 'Composition',
      id,
      status: row.addenda.length > 0 ? 'amended' : 'final',
      type: concept(title, coding(systems.loinc, '11506-3', 'Progress note')),
      subject: refer('Patient', row.patientId),
      encounter: refer('Encounter', row.visitId),
      date: iso(row.signedAt),
      author: [author],
      title,
      attester: [{ mode: 'legal', time: iso(row.signedAt), party: author }],
      custodian: refer('Organization', row.hospitalId),
      section: [...soap, ...later],
    }),
    ...(row.signature ? [signed(row.signature, 'signature', 'author')] : []),
    ...row.addenda.map((addendum) => signed(addendum, `addendum-${addendum.number}`, 'addendum')),
  ];
}

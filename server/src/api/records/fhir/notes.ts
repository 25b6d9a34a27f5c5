import type { Composition, CompositionSection, Provenance } from '@medplum/fhirtypes';
import type { NoteForm } from '@yunzhen/shared/administration/setting-limits';
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
  /** How the hospital names the sections. */
  form: NoteForm;
  signedAt: Date;
  signature: Signed | null;
  addenda: (Signed & { number: number; text: string })[];
}

/** LOINC codes of the four sections and of an addendum. */
const codes: Record<NoteSection, string> = {
  subjective: '61150-9',
  objective: '61149-1',
  assessment: '51848-0',
  plan: '18776-5',
};
const names: Record<NoteForm, Record<NoteSection, LocalizedText>> = {
  soap: {
    subjective: { en: 'Subjective', zh: '主观资料' },
    objective: { en: 'Objective', zh: '客观资料' },
    assessment: { en: 'Assessment', zh: '评估' },
    plan: { en: 'Plan', zh: '计划' },
  },
  outpatient: {
    subjective: { en: 'Chief complaint, present illness, past history', zh: '主诉、现病史、既往史' },
    objective: { en: 'Physical examination, tests', zh: '体格检查、辅助检查' },
    assessment: { en: 'Preliminary diagnosis', zh: '初步诊断' },
    plan: { en: 'Treatment and advice', zh: '处理意见' },
  },
};
const addendumCode = '55107-7';

/**
 * Returns an R4 Composition of the signed note (LOINC 11506-3, Progress note), with a section per non-empty part and per addendum; with
 * addenda it is `amended`. Provenance resources contain the signatures. Drafts are not part of the record.
 */
export function noteOf(row: NoteRow, words: Words): [Composition, ...Provenance[]] {
  const id = `${row.visitId}-note`;
  const title = either(words, 'Note of the visit', '病历记录');
  const written: CompositionSection[] = noteSections
    .filter((part) => row.content[part].trim() !== '')
    .map((part) => ({
      title: words.text(names[row.form][part]),
      code: concept('', coding(systems.loinc, codes[part])),
      text: narrative(row.content[part]),
    }));
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
      section: [...written, ...later],
    }),
    ...(row.signature ? [signed(row.signature, 'signature', 'author')] : []),
    ...row.addenda.map((addendum) => signed(addendum, `addendum-${addendum.number}`, 'addendum')),
  ];
}

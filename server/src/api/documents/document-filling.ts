import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import type { DocumentContent } from '@yunzhen/shared/documents/documents.contract';
import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { emergencyNumberOf } from '@yunzhen/shared/intake/emergency-contacts';
import { sickNoteDays, type DocumentKind } from '@yunzhen/shared/documents/clinical-document';
import { localized, type Locale } from '@yunzhen/shared/core/locale';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { Tx } from '../../platform/db/transaction.ts';
import type { ChartArea, PatientFacts, VisitPeople } from '../chart/index.ts';
import type { PrescribingArea } from '../prescribing/index.ts';
import type { DocumentBody, DocumentRecord, RecordedAllergies, RecordedMedicine } from './document-json.ts';
import type { DocumentRow } from './documents.repository.ts';

/** The areas whose records fill a document. */
export interface Sources {
  chart: Pick<ChartArea, 'facts' | 'diagnosesOf' | 'signedNoteOf' | 'peopleOf'>;
  prescribing: Pick<PrescribingArea, 'viewsOfVisit'>;
}

/** Returns a draft filled from the chart and the signed note; everything can be edited before signing. */
export async function begun(
  tx: Tx,
  { chart }: Pick<Sources, 'chart'>,
  { visitId, today }: { visitId: string; /** The hospital’s day. */ today: string },
  kind: DocumentKind,
  locale: Locale,
): Promise<DocumentContent> {
  const diagnoses = await chart.diagnosesOf(tx, visitId);
  const note = await chart.signedNoteOf(tx, visitId);
  switch (kind) {
    case 'sick-note':
      return { kind, purpose: 'work', from: today, to: null, patientAgreesToDiagnosis: false, remark: '' };
    case 'referral': {
      return { kind, hospital: '', department: '', urgent: false, reason: '', summary: note ? summaryOf(note) : '' };
    }
    case 'after-visit-summary':
      return {
        kind,
        diagnoses: diagnoses
          .map(({ title }) => localized(title, locale))
          .join('\n')
          .slice(0, 2000),
        advice: note ? adviceOf(note) : '',
        watchFor: '',
        comeBack: '',
      };
  }
}

const summaryOf = ({ subjective, objective, assessment }: NoteContent) =>
  [subjective, objective, assessment]
    .filter((part) => part.trim())
    .join('\n\n')
    .slice(0, 6000);
const adviceOf = ({ plan }: NoteContent) => plan.slice(0, 4000);

/** Returns the draft with the signed note in the field that is copied from it; what the doctor wrote there stays. */
export function filledFromNote(content: DocumentContent, note: NoteContent): DocumentContent {
  if (content.kind === 'referral' && content.summary.trim() === '') return { ...content, summary: summaryOf(note) };
  if (content.kind === 'after-visit-summary' && content.advice.trim() === '')
    return { ...content, advice: adviceOf(note) };
  return content;
}

/** Returns the document as it would be signed now: the doctor’s text with the chart’s present facts. */
export async function recordNow(tx: Tx, sources: Sources, row: DocumentRow): Promise<DocumentRecord> {
  const people = await sources.chart.peopleOf(tx, row.visitId);
  const { hospital, department, doctor, patient } = people;
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    visitId: row.visitId,
    visitAt: people.visitAt.toISOString(),
    hospital: { id: hospital.id, name: hospital.name, timeZone: hospital.timeZone },
    department,
    author: { id: doctor.id, name: doctor.name, licence: doctor.licence },
    patient: {
      id: patient.id,
      name: patient.name,
      sex: patient.sex,
      birthDate: patient.birthDate,
      identityMasked: patient.identityLast4 === null ? '' : `****${patient.identityLast4}`,
    },
    body: await bodyOf(tx, sources, row, people),
    signedAt: tx.now.toISOString(),
  };
}

async function bodyOf(tx: Tx, sources: Sources, row: DocumentRow, people: VisitPeople): Promise<DocumentBody> {
  const { content } = row;
  const diagnoses = async () =>
    (await sources.chart.diagnosesOf(tx, row.visitId)).map(({ code, title }) => ({ code, title }));
  switch (content.kind) {
    case 'sick-note': {
      const { kind, purpose, remark } = content;
      const from = content.from ?? dayIn(people.hospital.timeZone, tx.now);
      const to = content.to ?? from;
      const shown = content.patientAgreesToDiagnosis ? await diagnoses() : null;
      return { kind, purpose, from, to, days: sickNoteDays(from, to), diagnoses: shown, remark };
    }
    case 'referral': {
      const facts = await sources.chart.facts(tx, row.patientId);
      return {
        ...content,
        diagnoses: await diagnoses(),
        allergies: allergiesOf(facts),
        statedMedicines: facts.medicines.map(({ text, dosage }) => [text, dosage].filter(Boolean).join(', ')),
        prescribed: medicinesOf(await sources.prescribing.viewsOfVisit(tx, row.visitId)),
      };
    }
    case 'after-visit-summary': {
      const prescribed = medicinesOf(await sources.prescribing.viewsOfVisit(tx, row.visitId));
      return { ...content, prescribed, emergencyNumber: emergencyNumberOf(people.hospital.jurisdiction) };
    }
  }
}

function allergiesOf({ allergies, allergiesStated }: PatientFacts): RecordedAllergies {
  if (allergies.length > 0) return { state: 'recorded', substances: allergies.map(({ substance }) => substance) };
  return { state: allergiesStated ? 'none-known' : 'not-asked' };
}

const waiting = new Set<Prescription['status']>(['signed', 'under-review']);
const standing = new Set<Prescription['status']>([...waiting, 'approved', 'dispensing', 'dispensed']);

/** Returns signed prescriptions that are valid; drafts, rejected, cancelled and expired ones are not to be taken. */
function medicinesOf(prescriptions: readonly Prescription[]): RecordedMedicine[] {
  return prescriptions
    .filter(({ status }) => standing.has(status))
    .flatMap(({ items, status }) =>
      items.map((item) => ({
        name: item.productName,
        strength: item.strength,
        instruction: item.instruction,
        awaitsReview: waiting.has(status),
      })),
    );
}

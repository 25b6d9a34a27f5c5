import type { NoteForm } from '@yunzhen/shared/administration/setting-limits';
import type { LocalizedText, Locale } from '@yunzhen/shared/core/locale';
import { localized } from '@yunzhen/shared/core/locale';
import { newId } from '../platform/ids.ts';
import { consentVersion } from './consent-text.ts';
import type { DemoCase } from './demo-plan.ts';
import type { Random } from './random.ts';
import { appointmentEvents, isBooked } from './staff-events.ts';
import { visitEvents, type PastEvent } from './visit-events.ts';

/** A completed visit with everything that its rows need. */
export interface PastVisit {
  hospitalId: string;
  departmentId: string;
  practitioner: { id: string; accountId: string; prescribes: boolean };
  patient: { id: string; accountId: string; locale: Locale };
  /** Language of the doctor’s notes. */
  noteLocale: Locale;
  noteForm: NoteForm;
  reason: DemoCase;
  title: LocalizedText;
  outcome: 'completed' | 'left' | 'referred-offline' | 'cancelled';
  createdAt: Date;
  checkedInAt: Date | null;
  admittedAt: Date | null;
  endedAt: Date;
}

type Row = Record<string, unknown>;

export interface VisitRows {
  visit: Row[];
  consent: Row[];
  call_session: Row[];
  note: Row[];
  note_version: Row[];
  diagnosis_list: Row[];
  diagnosis: Row[];
  domain_event: PastEvent[];
}

export const noRows = (): VisitRows => ({
  visit: [],
  consent: [],
  call_session: [],
  note: [],
  note_version: [],
  diagnosis_list: [],
  diagnosis: [],
  domain_event: [],
});

const after = (start: Date, by: number) => new Date(start.getTime() + by * 1000);

/** Adds the rows of a past visit as its commands would have left them, including events for the figures. */
export function addVisit(rows: VisitRows, past: PastVisit, random: Random, now: Date): void {
  const id = newId();
  const { hospitalId, patient, practitioner, reason, outcome, createdAt, checkedInAt, admittedAt, endedAt } = past;
  const own = { hospital_id: hospitalId, visit_id: id };

  const call = { id: newId(), opensAfter: random.between(3, 20), closesAfter: random.between(1, 9) };
  const kind = isBooked(past) ? 'booked' : 'walk-in';
  rows.domain_event.push(...visitEvents({ ...past, id, kind, call }, random, now));
  const booking = { hospitalId, departmentId: past.departmentId, practitionerId: practitioner.id, createdAt };
  if (kind === 'booked') rows.domain_event.push(...appointmentEvents(booking));
  rows.visit.push({
    id,
    hospital_id: hospitalId,
    patient_id: patient.id,
    department_id: past.departmentId,
    practitioner_id: practitioner.id,
    status: outcome,
    version: 1 + [checkedInAt, admittedAt, endedAt].filter(Boolean).length,
    kind,
    priority: 'routine',
    complaint: localized(reason.complaint, patient.locale),
    intake: checkedInAt && intakeOf(past, random),
    device_check: checkedInAt && (random.chance(0.93) ? 'passed' : 'skipped'),
    created_at: createdAt,
    checked_in_at: checkedInAt,
    admitted_at: admittedAt,
    ended_at: endedAt,
    end_reason: outcome === 'referred-offline' ? localized(referral, past.noteLocale) : null,
    summary: outcome === 'completed' ? localized(reason.summary, patient.locale) : null,
  });
  if (!checkedInAt) return;

  rows.consent.push({
    id: newId(),
    ...own,
    patient_id: patient.id,
    text_version: consentVersion,
    text_locale: patient.locale,
    given_by_account_id: patient.accountId,
    given_at: checkedInAt,
  });
  if (!admittedAt) return;
  rows.call_session.push({
    id: call.id,
    ...own,
    node_id: 'node-1',
    opened_at: after(admittedAt, call.opensAfter),
    closed_at: after(endedAt, call.closesAfter),
  });
  if (outcome === 'completed') addRecord(rows, past, own);
}

const referral: LocalizedText = {
  en: 'Needs an examination in person.',
  zh: '需要线下体格检查。',
};

function intakeOf({ reason, title, patient }: PastVisit, random: Random): Row {
  const known = reason.course === 'chronic';
  return {
    complaint: localized(reason.complaint, patient.locale),
    duration: known ? 'longer' : random.pick(['days', 'weeks']),
    priorDiagnosis: known ? 'yes' : random.pick(['no', 'unsure']),
    priorDiagnosisDetail: known ? localized(title, patient.locale) : '',
    allergiesConfirmed: true,
    medicinesConfirmed: true,
  };
}

/** Returns what an outpatient record (门诊病历) says below its headings before the diagnosis. */
const outpatientStory = ({ complaint, subjective, objective }: DemoCase) => ({
  subjective: {
    en: `Chief complaint: ${complaint.en}\nHistory of present illness: ${subjective.en}`,
    zh: `主诉：${complaint.zh}\n现病史：${subjective.zh}`,
  },
  objective: { en: `Physical examination: ${objective.en}`, zh: `体格检查：${objective.zh}` },
});

/** Adds the signed note and the primary diagnosis, which a completed visit needs. */
function addRecord(rows: VisitRows, past: PastVisit, own: { hospital_id: string; visit_id: string }): void {
  const { reason, noteLocale, noteForm, practitioner, endedAt } = past;
  const story = noteForm === 'outpatient' ? outpatientStory(reason) : reason;
  const content = {
    subjective: localized(story.subjective, noteLocale),
    objective: localized(story.objective, noteLocale),
    assessment: localized(reason.assessment, noteLocale),
    plan: localized(reason.plan, noteLocale),
  };
  const at = after(endedAt, -20);
  rows.note_version.push({ ...own, version: 1, content, author_account_id: practitioner.accountId, at });
  rows.note.push({
    ...own,
    status: 'signed',
    version: 1,
    content,
    author_id: practitioner.id,
    updated_at: at,
    signed_at: at,
  });
  rows.diagnosis_list.push({ ...own, version: 1, updated_at: at });
  rows.diagnosis.push({
    id: newId(),
    ...own,
    patient_id: past.patient.id,
    code: reason.code,
    title: past.title,
    is_primary: true,
    certainty: reason.course === 'chronic' ? 'confirmed' : 'provisional',
    position: 0,
    recorded_at: at,
  });
}

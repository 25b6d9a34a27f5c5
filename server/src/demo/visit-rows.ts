import type { LocalizedText, Locale } from '@yunzhen/shared/domain/locale';
import { localized } from '@yunzhen/shared/domain/locale';
import { rejectionReasons } from '@yunzhen/shared/domain/prescription';
import type { DomainEventFacts, DomainEventType } from '../api/domain-events.ts';
import { newId } from '../platform/ids.ts';
import { inventMeasures } from './call-measures.ts';
import { consentVersion } from './consent-text.ts';
import type { DemoCase } from './demo-plan.ts';
import type { Random } from './random.ts';

/** A visit that is over, with everything that its rows need. */
export interface PastVisit {
  hospitalId: string;
  departmentId: string;
  practitioner: { id: string; accountId: string; prescribes: boolean };
  patient: { id: string; accountId: string; locale: Locale };
  /** Language of the doctor’s notes. */
  noteLocale: Locale;
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
  domain_event: Row[];
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

const seconds = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 1000);
const after = (start: Date, by: number) => new Date(start.getTime() + by * 1000);

/** Adds the rows of a past visit: what its own commands would have left behind, events for the figures included. */
export function addVisit(rows: VisitRows, past: PastVisit, random: Random, now: Date): void {
  const id = newId();
  const { hospitalId, patient, practitioner, reason, outcome, createdAt, checkedInAt, admittedAt, endedAt } = past;
  const own = { hospital_id: hospitalId, visit_id: id };

  const emit = <Type extends DomainEventType>(type: Type, at: Date, facts: DomainEventFacts[Type], entityId = id) => {
    if (at > now) return;
    rows.domain_event.push({
      id: newId(),
      hospital_id: hospitalId,
      at,
      type,
      entity_id: entityId,
      visit_id: id,
      department_id: past.departmentId,
      practitioner_id: practitioner.id,
      facts,
    });
  };

  rows.visit.push({
    id,
    hospital_id: hospitalId,
    patient_id: patient.id,
    department_id: past.departmentId,
    practitioner_id: practitioner.id,
    status: outcome,
    version: 1 + [checkedInAt, admittedAt, endedAt].filter(Boolean).length,
    kind: 'walk-in',
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
  emit('visit.created', createdAt, { kind: 'walk-in' });
  if (!checkedInAt) return emit('visit.cancelled', endedAt, {});

  rows.consent.push({
    id: newId(),
    ...own,
    patient_id: patient.id,
    text_version: consentVersion,
    text_locale: patient.locale,
    given_by_account_id: patient.accountId,
    given_at: checkedInAt,
  });
  emit('visit.checked-in', checkedInAt, {});
  if (!admittedAt) return emit('visit.left', endedAt, { waitSeconds: seconds(checkedInAt, endedAt) });

  emit('visit.admitted', admittedAt, { waitSeconds: seconds(checkedInAt, admittedAt) });
  const call = {
    id: newId(),
    opened: after(admittedAt, random.between(3, 20)),
    closed: after(endedAt, random.between(1, 9)),
  };
  rows.call_session.push({ id: call.id, ...own, node_id: 'node-1', opened_at: call.opened, closed_at: call.closed });
  emit('call.opened', call.opened, {}, call.id);
  emit('call.closed', call.closed, { seconds: seconds(call.opened, call.closed) }, call.id);
  emit('call.measured', call.closed, inventMeasures(seconds(call.opened, call.closed), createdAt));
  if (outcome === 'referred-offline') return emit('visit.referred-offline', endedAt, {});

  addRecord(rows, past, own);
  addPrescription(past, random, now, emit);
  emit('visit.completed', endedAt, { consultSeconds: seconds(admittedAt, endedAt) });
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

/** The signed note and the primary diagnosis, without which no visit is completed. */
function addRecord(rows: VisitRows, past: PastVisit, own: { hospital_id: string; visit_id: string }): void {
  const { reason, noteLocale, practitioner, endedAt } = past;
  const content = {
    subjective: localized(reason.subjective, noteLocale),
    objective: localized(reason.objective, noteLocale),
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

type Emit = <Type extends DomainEventType>(
  type: Type,
  at: Date,
  facts: DomainEventFacts[Type],
  entityId?: string,
) => void;

/** Two of three visits end with a prescription; the figures count them. What the pharmacist has not decided yet is left out. */
function addPrescription(past: PastVisit, random: Random, now: Date, emit: Emit): void {
  const { admittedAt, endedAt, practitioner } = past;
  if (!admittedAt || !practitioner.prescribes || !random.chance(0.66)) return;
  const prescriptionId = newId();
  const signed = after(admittedAt, seconds(admittedAt, endedAt) * 0.8);
  const turnaroundSeconds = Math.round(random.logNormal(240, 0.6));
  const decided = after(signed, turnaroundSeconds);
  if (decided > now) return;
  const issues = random.chance(0.22) ? random.between(1, 2) : 0;
  emit(
    'prescription.signed',
    signed,
    { items: random.between(1, 3), issues, overrides: issues && random.between(0, issues) },
    prescriptionId,
  );
  if (random.chance(0.055)) {
    const reason = random.pick(rejectionReasons);
    emit('prescription.rejected', decided, { turnaroundSeconds, reason }, prescriptionId);
  } else {
    emit('prescription.approved', decided, { turnaroundSeconds }, prescriptionId);
  }
}

import type { Appointment, Composition, Consent, Encounter, Invoice } from '@medplum/fhirtypes';
import type { AppointmentEnding, AppointmentStatus } from '@yunzhen/shared/scheduling/appointment';
import type { Intake } from '@yunzhen/shared/visits/visits.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { fromMinor, type Currency } from '@yunzhen/shared/core/money';
import type { VisitPriority, VisitStatus } from '@yunzhen/shared/visits/visit';
import {
  coding,
  compact,
  concept,
  either,
  iso,
  narrative,
  ownStatus,
  refer,
  referTo,
  systems,
  type Words,
} from './fhir-values.ts';

export interface AppointmentRow {
  id: string;
  patientId: string;
  practitionerId: string;
  department: LocalizedText;
  status: AppointmentStatus;
  startsAt: Date;
  endsAt: Date;
  createdAt: Date;
  reason: string;
  endedAs: AppointmentEnding | null;
  endReason: string;
}

/** The reason by who ended it (HL7 appointment-cancellation-reason); a hold that expired was ended by no person. */
const cancelledBy: Record<AppointmentEnding, readonly [string, string]> = {
  patient: ['pat', 'Patient'],
  left: ['pat', 'Patient'],
  hospital: ['prov', 'Provider'],
  expired: ['other', 'Other'],
};

/** Returns an R4 Appointment; states map one to one to AppointmentStatus. */
export function appointmentOf(row: AppointmentRow, words: Words): Appointment {
  const cancelled = row.status === 'cancelled';
  const [code, display] = cancelledBy[row.endedAs ?? 'expired'];
  const status = row.status === 'proposed' ? 'needs-action' : cancelled ? 'declined' : 'accepted';
  return compact<Appointment>({
    resourceType: 'Appointment',
    id: row.id,
    status: row.status,
    cancelationReason: cancelled
      ? concept(
          row.endReason,
          coding('http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason', code, display),
        )
      : undefined,
    specialty: [concept(words.text(row.department))],
    reasonCode: row.reason === '' ? [] : [concept(row.reason)],
    start: iso(row.startsAt),
    end: iso(row.endsAt),
    created: iso(row.createdAt),
    participant: [
      { actor: refer('Patient', row.patientId), status },
      { actor: refer('Practitioner', row.practitionerId), status: cancelled ? 'declined' : 'accepted' },
    ],
  });
}

export interface VisitRow {
  id: string;
  patientId: string;
  hospitalId: string;
  practitionerId: string;
  department: LocalizedText;
  status: VisitStatus;
  priority: VisitPriority;
  complaint: string;
  intake: Intake | null;
  createdAt: Date;
  checkedInAt: Date | null;
  admittedAt: Date | null;
  endedAt: Date | null;
  endReason: string | null;
  summary: string | null;
  appointmentId: string | null;
  diagnosisIds: string[];
  /** The fee; `issuedAt` is ISO text. */
  bill: { number: string; minor: number; currency: Currency; issuedAt: string } | null;
}

/**
 * Maps to R4 Encounter.status: waiting is `arrived`, completed is `finished`. A patient who left was never seen: `cancelled`. A visit that the doctor
 * referred offline took place: `finished`. The program’s own state is an extension.
 */
const encounterStatus: Record<VisitStatus, Encounter['status']> = {
  planned: 'planned',
  waiting: 'arrived',
  'in-progress': 'in-progress',
  completed: 'finished',
  left: 'cancelled',
  cancelled: 'cancelled',
  'referred-offline': 'finished',
};

const priorities: Record<VisitPriority, readonly [string, string]> = {
  routine: ['R', 'routine'],
  urgent: ['UR', 'urgent'],
  asap: ['A', 'ASAP'],
};

/** Returns an R4 Encounter of class VR (virtual) of ActCode, because all visits are by video. */
export function encounterOf(row: VisitRow, words: Words): Encounter {
  const [code, display] = priorities[row.priority];
  const period = compact({
    start: iso(row.admittedAt ?? row.checkedInAt ?? row.createdAt),
    end: row.endedAt && iso(row.endedAt),
  });
  return compact<Encounter>({
    resourceType: 'Encounter',
    id: row.id,
    extension: [
      ownStatus(row.status),
      ...(row.endReason ? [{ url: systems.own('end-reason'), valueString: row.endReason }] : []),
    ],
    status: encounterStatus[row.status],
    class: coding(systems.actCode, 'VR', 'virtual'),
    serviceType: concept(words.text(row.department)),
    priority: concept('', coding('http://terminology.hl7.org/CodeSystem/v3-ActPriority', code, display)),
    subject: refer('Patient', row.patientId),
    participant: [{ individual: refer('Practitioner', row.practitionerId) }],
    appointment: row.appointmentId === null ? [] : [refer('Appointment', row.appointmentId)],
    period,
    reasonCode: [concept(row.complaint)],
    diagnosis: row.diagnosisIds.map((id) => ({ condition: refer('Condition', id) })),
    serviceProvider: refer('Organization', row.hospitalId),
  });
}

/** Returns an R4 Invoice of the visit’s fee, where it has one. */
export function billOf({ id, patientId, hospitalId, bill }: VisitRow): Invoice[] {
  if (!bill) return [];
  const { number, minor, currency, issuedAt } = bill;
  return [
    {
      resourceType: 'Invoice',
      id: `${id}-bill`,
      identifier: [{ value: number }],
      status: 'issued',
      subject: refer('Patient', patientId),
      date: iso(new Date(issuedAt)),
      issuer: refer('Organization', hospitalId),
      totalGross: { value: Number(fromMinor(minor, currency)), currency },
    },
  ];
}

/** Returns an R4 Composition of the doctor’s text for the patient: LOINC 69730-0, Instructions. */
export function summaryOf(row: VisitRow, words: Words): Composition[] {
  if (!row.summary || !row.endedAt) return [];
  const title = either(words, 'After the visit', '就诊小结');
  return [
    {
      resourceType: 'Composition',
      id: `${row.id}-summary`,
      status: 'final',
      type: concept(title, coding(systems.loinc, '69730-0', 'Instructions')),
      subject: refer('Patient', row.patientId),
      encounter: refer('Encounter', row.id),
      date: iso(row.endedAt),
      author: [refer('Practitioner', row.practitionerId)],
      title,
      section: [{ title, text: narrative(row.summary) }],
    },
  ];
}

export interface ConsentRow {
  id: string;
  patientId: string;
  visitId: string;
  hospitalId: string;
  version: string;
  locale: string;
  title: string;
  paragraphs: string[];
  /** Reference to the person who gave it. */
  givenBy: string | null;
  givenAt: Date;
}

/**
 * Returns an R4 Consent to a visit by video: scope `treatment`, category LOINC 59284-0 (Patient Consent). The policy is the version of the hospital’s
 * text, which is attached.
 */
export function consentOf(row: ConsentRow): Consent {
  const text = [row.title, ...row.paragraphs].join('\n\n');
  return compact<Consent>({
    resourceType: 'Consent',
    id: row.id,
    status: 'active',
    scope: concept('', coding('http://terminology.hl7.org/CodeSystem/consentscope', 'treatment', 'Treatment')),
    category: [concept(row.title, coding(systems.loinc, '59284-0', 'Patient Consent'))],
    patient: refer('Patient', row.patientId),
    dateTime: iso(row.givenAt),
    performer: row.givenBy === null ? [] : [referTo(row.givenBy)],
    organization: [refer('Organization', row.hospitalId)],
    sourceAttachment: {
      contentType: 'text/plain; charset=utf-8',
      language: row.locale,
      title: row.title,
      data: Buffer.from(text).toString('base64'),
    },
    policyRule: concept(`${row.title} ${row.version}`),
    provision: { type: 'permit', data: [{ meaning: 'related', reference: refer('Encounter', row.visitId) }] },
  });
}

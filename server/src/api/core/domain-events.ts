import type { AppointmentEnding } from '@yunzhen/shared/scheduling/appointment';
import type { CounterId } from '@yunzhen/shared/metrics/measures';
import type { RejectionReason } from '@yunzhen/shared/prescribing/prescription';
import type { VisitPriority } from '@yunzhen/shared/visits/visit';
import type { DomainEvent, DomainEventName, Tx } from '../../platform/db/tx.ts';
import { recordEvents, type RecordEventType } from './record-events.ts';

/** Whole seconds, measured by the api’s clock. */
type Waited = {
  /** From check-in to this event. */
  waitSeconds: number;
};

type Decided = {
  /** From the doctor’s signature to the pharmacist’s decision. */
  turnaroundSeconds: number;
};

type NoFacts = Record<never, never>;

/**
 * Lines by medicine class, those open to a generic, and alerts and overrides by check (1 each), with the names of the counters that they increment.
 * Absent when zero.
 */
type SignedByClass = {
  [Name in Extract<CounterId, `${'lines' | 'open-lines' | 'antibiotic' | 'alerts' | 'overrides'}.${string}`>]?: number;
};

/** Events that refresh the board of figures, each with the facts that the figures count. */
type FigureEventFacts = {
  /** A patient requested a visit. */
  'visit.created': { kind: 'walk-in' | 'booked' };
  /** Consent, intake and device check are done: the patient is in the waiting room. */
  'visit.checked-in': NoFacts;
  /** The doctor admitted the patient. Percentiles of the wait come from these. */
  'visit.admitted': Waited;
  /** The doctor ended the visit. Consultation time starts at the admission. */
  'visit.completed': { consultSeconds: number };
  /** The doctor is gone and no one took over: the patient waits again at the earlier queue position. */
  'visit.returned-to-queue': NoFacts;
  /** The patient left the waiting room. */
  'visit.left': Waited;
  /** The patient cancelled before check-in. */
  'visit.cancelled': NoFacts;
  /** The doctor ended the visit as unsuitable for remote care. */
  'visit.referred-offline': NoFacts;
  /** The patient stepped away from the waiting room and keeps the queue position (announced minutes), or is back (actual seconds). */
  'visit.stepped-away': { minutes: number };
  'visit.came-back': { awaySeconds: number };
  /** It is the turn of an absent patient, who was notified. */
  'visit.called': NoFacts;
  /** A doctor changed the priority of a waiting patient. */
  'visit.priority-changed': { priority: VisitPriority };
  /** An appointment’s time has passed and its doctor has not started. Whole minutes since then. */
  'visit.doctor-late': { minutes: number };
  /** The patient of a doctor who was late or absent moved to another. */
  'visit.doctor-changed': NoFacts;
  /** The visit was handed to another doctor, or handed back. */
  'visit.transferred': NoFacts;
  'visit.transfer-declined': NoFacts;
  /** The first participant joined a call of the visit. */
  'call.opened': NoFacts;
  /** The doctor put the patient on hold, or ended the hold. */
  'call.held': NoFacts;
  'call.taken-back': NoFacts;
  /** A guest was invited into the call, admitted or removed. */
  'call.guests-changed': NoFacts;
  /** The call ended with its last participant. */
  'call.closed': { seconds: number };
  /** A visit with a call ended: the quality of its connections, all participants together. Null where nothing was measured. */
  'call.measured': {
    measuredSeconds: number;
    audioOnlySeconds: number;
    /** Mean opinion score times 100. */
    mosMedian: number | null;
    mosMean: number | null;
    drops: number;
    recoveryMedianMs: number | null;
    firstPictureMs: number | null;
  };
  /** The doctor signed. Issues are the findings of the safety checks; overrides are those acknowledged with a reason. */
  'prescription.signed': { items: number; issues: number; overrides: number } & SignedByClass;
  'prescription.approved': Decided;
  'prescription.rejected': Decided & { reason: RejectionReason };
  'prescription.cancelled': NoFacts;
  /** A patient requested a repeat prescription, or the request was decided or withdrawn. */
  'repeat.asked': NoFacts;
  'repeat.decided': NoFacts;
  /** A time was held for a patient; the hold was released unbooked; the hold was extended. */
  'appointment.held': NoFacts;
  'appointment.extended': NoFacts;
  'appointment.released': NoFacts;
  /** A patient booked a held or offered time. Whole hours from now to the time. */
  'appointment.booked': { offered: boolean; leadHours: number };
  'appointment.rescheduled': { late: boolean };
  /** The patient was notified that the appointment’s doctor is gone, or it moved to another doctor. */
  'appointment.doctor-gone': NoFacts;
  'appointment.doctor-changed': NoFacts;
  'appointment.cancelled': { by: AppointmentEnding; late: boolean };
  'appointment.no-show': NoFacts;
  /** Minutes after the start of the appointment; negative before it. */
  'appointment.checked-in': { minutesAfter: number };
  'appointment.fulfilled': NoFacts;
  /** A patient joined or left the waitlist. */
  'waitlist.changed': NoFacts;
  /** A doctor’s hours changed; the entity is the practitioner. */
  'schedule.saved': NoFacts;
  /** An open visit has no doctor any more, and no other is available. */
  'visit.doctor-gone': NoFacts;
  /** A doctor went on or off duty; the entity is the practitioner. Seconds of the duty that ended. */
  'duty.changed': { onDuty: boolean; dutySeconds: number | null };
  /** A doctor on duty started or ended a pause; the entity is the practitioner. */
  'duty.pause-changed': NoFacts;
  /** A patient rated a completed visit, 1 to 5 each or absent; a changed rating is another event, and the last one counts. */
  'visit.rated': { care: number | null; picture: number | null };
  /** The event that this one corrects no longer counts. */
  'event.withdrawn': NoFacts;
};

/**
 * The closed list of domain events, each with its facts. The entity is the part before the dot; visit, department and practitioner are included when
 * they exist.
 */
export type DomainEventFacts = FigureEventFacts & { [Type in RecordEventType]: NoFacts };

export type DomainEventType = keyof DomainEventFacts;

/** The fields of an event besides its type and facts. */
export type EventAbout = Omit<DomainEvent, 'type' | 'facts'>;

type EventOf<Type extends DomainEventType> = EventAbout &
  (Type extends RecordEventType
    ? { facts?: never }
    : { facts: DomainEventFacts[Type] & NonNullable<DomainEvent['facts']> });

const boardless: ReadonlySet<DomainEventType> = new Set(recordEvents);

/**
 * Stores an event in the transaction. After the commit it is published to the audiences of its changes and, for an event with facts, to readers of
 * the board of figures.
 */
export async function emitEvent<Type extends DomainEventType>(tx: Tx, type: Type, event: EventOf<Type>): Promise<void> {
  const board = {
    entity: 'board',
    id: tx.hospitalId,
    to: { roles: ['president', 'administrator', 'department-head'] },
  } as const;
  const changes = [...(event.changes ?? []), ...(boardless.has(type) ? [] : [board])];
  await tx.emit({ ...event, type: type as DomainEventName, changes });
}

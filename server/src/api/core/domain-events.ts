import type { AppointmentEnding } from '@yunzhen/shared/scheduling/appointment';
import type { CounterId } from '@yunzhen/shared/metrics/measures';
import type { RejectionReason } from '@yunzhen/shared/prescribing/prescription';
import type { VisitPriority } from '@yunzhen/shared/visits/visit';
import type { DomainEvent, DomainEventName, Tx } from '../../platform/db/tx.ts';
import { recordEvents, type RecordEventType } from './record-events.ts';

/** Seconds are whole, measured by the api’s clock. */
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
 * Lines by class of medicine, those that are open to a generic, and alerts and overrides by check (1 each): under the names of
 * the counters that they add to. Absent where there are none.
 */
type SignedByClass = {
  [Name in Extract<CounterId, `${'lines' | 'open-lines' | 'antibiotic' | 'alerts' | 'overrides'}.${string}`>]?: number;
};

/** Events that refresh the board of figures, each with the facts that the figures are counted from. */
type FigureEventFacts = {
  /** A patient asked for a visit. */
  'visit.created': { kind: 'walk-in' | 'booked' };
  /** Consent, intake and device check are done: the patient is in the waiting room. */
  'visit.checked-in': NoFacts;
  /** The doctor let the patient in. Percentiles of the wait are made of these. */
  'visit.admitted': Waited;
  /** The doctor ended the visit. Consultation time runs from admission. */
  'visit.completed': { consultSeconds: number };
  /** The doctor is gone for good and nobody took over: the patient waits again, at the old place. */
  'visit.returned-to-queue': NoFacts;
  /** The patient gave up waiting. */
  'visit.left': Waited;
  /** The patient cancelled before check-in. */
  'visit.cancelled': NoFacts;
  /** The doctor stopped the visit as unsuitable for remote care. */
  'visit.referred-offline': NoFacts;
  /** The patient stepped away from the waiting room and keeps the place, or is back. Seconds of the absence. */
  'visit.stepped-away': { minutes: number };
  'visit.came-back': { awaySeconds: number };
  /** The turn of a patient who is not there has come: they were told. */
  'visit.called': NoFacts;
  /** A doctor decided how urgent somebody in the waiting room is. */
  'visit.priority-changed': { priority: VisitPriority };
  /** The time of an appointment is over and its doctor has not begun. Whole minutes since. */
  'visit.doctor-late': { minutes: number };
  /** The patient of a doctor who was late or not there went to another. */
  'visit.doctor-changed': NoFacts;
  /** The visit is another doctor’s now: a colleague was handed it, or gave it back. */
  'visit.transferred': NoFacts;
  'visit.transfer-declined': NoFacts;
  /** The first participant joined a call of the visit. */
  'call.opened': NoFacts;
  /** The doctor put the patient apart, or took the patient back. */
  'call.held': NoFacts;
  'call.taken-back': NoFacts;
  /** Somebody was invited into the call, let in, or put out. */
  'call.guests-changed': NoFacts;
  /** The call was empty for good. */
  'call.closed': { seconds: number };
  /** A visit with a call ended: how its lines did, all participants together. Null where nothing was measured. */
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
  /** The doctor signed. Issues are what the safety checks found, overrides those acknowledged with a reason. */
  'prescription.signed': { items: number; issues: number; overrides: number } & SignedByClass;
  'prescription.approved': Decided;
  'prescription.rejected': Decided & { reason: RejectionReason };
  'prescription.cancelled': NoFacts;
  /** A patient asked for a prescription again, or the request was decided or taken back. */
  'repeat.asked': NoFacts;
  'repeat.decided': NoFacts;
  /** A time is held while its patient fills in; it was given back unbooked; its time to fill in was extended. */
  'appointment.held': NoFacts;
  'appointment.extended': NoFacts;
  'appointment.released': NoFacts;
  /** A patient made a held or offered time their own. Hours are whole, from now to the time. */
  'appointment.booked': { offered: boolean; leadHours: number };
  'appointment.rescheduled': { late: boolean };
  /** The patient was told that the doctor of the appointment is gone; it went to another doctor. */
  'appointment.doctor-gone': NoFacts;
  'appointment.doctor-changed': NoFacts;
  'appointment.cancelled': { by: AppointmentEnding; late: boolean };
  'appointment.no-show': NoFacts;
  /** Minutes after the time of the appointment; negative before it. */
  'appointment.checked-in': { minutesAfter: number };
  'appointment.fulfilled': NoFacts;
  /** A patient waits for a place to become free, or no longer does. */
  'waitlist.changed': NoFacts;
  /** A doctor’s hours were changed; the entity is the practitioner. */
  'schedule.saved': NoFacts;
  /** Nobody is the doctor of an open visit any more, and nobody is free for it. */
  'visit.doctor-gone': NoFacts;
  /** A doctor went on or off duty; the entity is the practitioner. Seconds of the duty that ended. */
  'duty.changed': { onDuty: boolean; dutySeconds: number | null };
  /** A doctor on duty began or ended a pause; the entity is the practitioner. */
  'duty.pause-changed': NoFacts;
  /** A patient rated a completed visit, 1 to 5 each or left out; a changed rating is one more event, and the last one counts. */
  'visit.rated': { care: number | null; picture: number | null };
  /** The event that this one corrects no longer counts. */
  'event.withdrawn': NoFacts;
};

/**
 * The closed list of domain events, each with its facts. The entity is the thing before the dot; visit, department and
 * practitioner are named wherever the thing has one.
 */
export type DomainEventFacts = FigureEventFacts & { [Type in RecordEventType]: NoFacts };

export type DomainEventType = keyof DomainEventFacts;

/** What an event says apart from its type and facts. */
export type EventAbout = Omit<DomainEvent, 'type' | 'facts'>;

type EventOf<Type extends DomainEventType> = EventAbout &
  (Type extends RecordEventType
    ? { facts?: never }
    : { facts: DomainEventFacts[Type] & NonNullable<DomainEvent['facts']> });

const boardless: ReadonlySet<DomainEventType> = new Set(recordEvents);

/**
 * Stores an event of the list in the transaction. After the commit it is published to the audiences of its changes and, for an
 * event with facts, to those who see the board of figures.
 */
export async function emitEvent<Type extends DomainEventType>(tx: Tx, type: Type, event: EventOf<Type>): Promise<void> {
  const board = { entity: 'board', id: tx.hospitalId, to: { roles: ['president', 'administrator'] } } as const;
  const changes = [...(event.changes ?? []), ...(boardless.has(type) ? [] : [board])];
  await tx.emit({ ...event, type: type as DomainEventName, changes });
}

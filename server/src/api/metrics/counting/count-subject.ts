import { callBucketOf } from '@yunzhen/shared/metrics/call-bucket';
import type { CounterId } from '@yunzhen/shared/metrics/measures';
import { rejectionReasons } from '@yunzhen/shared/prescribing/prescription';
import type { DomainEventType } from '../../core/domain-events.ts';
import { Contributions, numberIn, type Contribution } from './contribution.ts';
import { countLines } from './count-lines.ts';
import { standingEvents, type CountedEvent } from './counted-event.ts';

type Count = (into: Contributions, event: CountedEvent) => void;

const counting =
  (counter: Parameters<Contributions['count']>[1]): Count =>
  (into, event) =>
    into.count(event, counter);

/** At most one day counts, for doctors who forgot to go off duty. */
const longestDutySeconds = 86_400;

/** What each event type adds on its own. Types that are missing here add nothing. */
const each: Readonly<Partial<Record<DomainEventType, Count>>> = {
  'visit.created': (into, event) => {
    into.count(event, 'visits.created');
    into.count(event, event.facts['kind'] === 'booked' ? 'visits.booked' : 'visits.walk-in');
  },
  'visit.checked-in': counting('visits.checked-in'),
  'visit.admitted': (into, event) => {
    into.count(event, 'visits.admitted');
    into.note(event, 'wait.seconds', numberIn(event, 'waitSeconds'));
  },
  'visit.completed': (into, event) => {
    into.count(event, 'visits.completed');
    const seconds = numberIn(event, 'consultSeconds');
    into.note(event, 'consult.seconds', seconds);
    into.spread(event, 'consult.busy-seconds', seconds ?? 0);
  },
  'visit.left': counting('visits.left'),
  'visit.cancelled': counting('visits.cancelled'),
  'visit.referred-offline': counting('visits.referred-offline'),
  'appointment.booked': counting('appointments.booked'),
  'appointment.rescheduled': counting('appointments.rescheduled'),
  'appointment.cancelled': counting('appointments.cancelled'),
  'appointment.no-show': counting('appointments.no-show'),
  'duty.changed': (into, event) =>
    into.spread(event, 'duty.seconds', Math.min(longestDutySeconds, numberIn(event, 'dutySeconds') ?? 0)),
  'prescription.signed': (into, event) => {
    into.count(event, 'prescriptions.signed');
    if ((numberIn(event, 'issues') ?? 0) > 0) into.count(event, 'prescriptions.with-alert');
    if ((numberIn(event, 'overrides') ?? 0) > 0) into.count(event, 'prescriptions.with-override');
    countLines(into, event);
  },
  'prescription.approved': (into, event) => {
    into.count(event, 'prescriptions.approved');
    into.note(event, 'review.seconds', numberIn(event, 'turnaroundSeconds'));
  },
  'prescription.rejected': (into, event) => {
    into.count(event, 'prescriptions.rejected');
    into.note(event, 'review.seconds', numberIn(event, 'turnaroundSeconds'));
    const reason = rejectionReasons.find((known) => known === event.facts['reason']);
    if (reason) into.count(event, `rejected.${reason}`);
  },
  'prescription.cancelled': counting('prescriptions.cancelled'),
  'prescription.dispensed': counting('prescriptions.dispensed'),
};

/** Event types that the figures use; others are skipped. */
export const countedTypes: readonly DomainEventType[] = [
  ...(Object.keys(each) as DomainEventType[]),
  'visit.rated',
  'call.measured',
  'event.withdrawn',
];

const counted: ReadonlySet<string> = new Set(countedTypes);
/** Returns whether events of this type may change a figure. */
export const isCountedType = (type: string): boolean => counted.has(type);

/** Returns everything that the events of one subject add to the figures. Pure: the order in which events arrive does not matter. */
export function countSubject(events: readonly CountedEvent[]): Contribution[] {
  const standing = standingEvents(events);
  const into = new Contributions();
  for (const event of standing) each[event.type]?.(into, event);
  const types = new Set(standing.map(({ type }) => type));
  countFunnel(into, standing, types);
  const rating = standing.findLast(({ type }) => type === 'visit.rated');
  if (rating) countRating(into, rating);
  const call = standing.findLast(({ type }) => type === 'call.measured');
  if (call) countCall(into, call, types, rating);
  return into.list;
}

const steps = [
  ['visit.checked-in', 'funnel.checked-in'],
  ['visit.admitted', 'funnel.admitted'],
  ['visit.completed', 'funnel.completed'],
  ['prescription.signed', 'funnel.signed'],
  ['prescription.approved', 'funnel.approved'],
  ['prescription.dispensed', 'funnel.dispensed'],
] as const satisfies readonly (readonly [DomainEventType, CounterId])[];

/** Counts a visit’s outcome in the hour in which the visit was requested. */
function countFunnel(
  into: Contributions,
  standing: readonly CountedEvent[],
  types: ReadonlySet<DomainEventType>,
): void {
  const created = standing.find(({ type }) => type === 'visit.created');
  if (!created) return;
  for (const [type, counter] of steps) if (types.has(type)) into.count(created, counter);
}

/** Counts the latest version of a rating. */
function countRating(into: Contributions, rating: CountedEvent): void {
  for (const what of ['care', 'picture'] as const) {
    const points = numberIn(rating, what);
    if (points === null) continue;
    into.count(rating, `ratings.${what}`);
    into.count(rating, `ratings.${what}-points`, points);
    if (points === 1 || points === 2 || points === 3 || points === 4 || points === 5)
      into.count(rating, `${what}.${points}`);
  }
}

/** Counts a visit’s call once, at its end, together with the visit’s outcome. */
function countCall(
  into: Contributions,
  call: CountedEvent,
  types: ReadonlySet<DomainEventType>,
  rating: CountedEvent | undefined,
): void {
  const mos = numberIn(call, 'mosMedian');
  into.count(call, 'calls.measured');
  if ((numberIn(call, 'drops') ?? 0) > 0) into.count(call, 'calls.with-drop');
  into.count(call, 'calls.measured-seconds', Math.round(numberIn(call, 'measuredSeconds') ?? 0));
  into.count(call, 'calls.audio-only-seconds', Math.round(numberIn(call, 'audioOnlySeconds') ?? 0));
  into.note(call, 'call.first-picture-ms', numberIn(call, 'firstPictureMs'));
  into.note(call, 'call.recovery-ms', numberIn(call, 'recoveryMedianMs'));
  into.note(call, 'call.mos-hundredths', mos);

  const bucket = callBucketOf(mos);
  into.count(call, `bucket.${bucket}.calls`);
  if (types.has('visit.completed')) into.count(call, `bucket.${bucket}.completed`);
  if (types.has('visit.referred-offline')) into.count(call, `bucket.${bucket}.referred`);
  if (types.has('prescription.signed')) into.count(call, `bucket.${bucket}.prescribed`);
  if (types.has('prescription.approved')) into.count(call, `bucket.${bucket}.approved`);
  const care = rating && numberIn(rating, 'care');
  if (care === undefined || care === null) return;
  into.count(call, `bucket.${bucket}.ratings`);
  into.count(call, `bucket.${bucket}.points`, care);
}

import type { Appointment } from '@yunzhen/shared/scheduling/appointments.contract';

type Times = Pick<Appointment, 'status' | 'checkInFrom' | 'graceUntil' | 'visitId'>;

/** Whether check-in is open now (milliseconds), and nobody has arrived yet. */
export function mayArrive({ status, checkInFrom, graceUntil, visitId }: Times, now: number): boolean {
  return status === 'booked' && visitId === null && now >= Date.parse(checkInFrom) && now <= Date.parse(graceUntil);
}

/** The page of the visit that an appointment has become; null as long as there is none. */
export function visitPathOf({ status, visitId }: Pick<Appointment, 'status' | 'visitId'>): string | null {
  if (visitId === null) return null;
  if (status === 'booked') return `/visits/${visitId}/prepare`;
  return status === 'checked-in' ? `/visits/${visitId}/waiting` : `/visits/${visitId}`;
}

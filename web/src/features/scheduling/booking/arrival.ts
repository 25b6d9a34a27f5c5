import type { Appointment } from '@yunzhen/shared/scheduling/appointments.contract';

type Times = Pick<Appointment, 'status' | 'checkInFrom' | 'graceUntil' | 'visitId'>;

/** Returns whether check-in is open at `now` (milliseconds) and the patient has not arrived yet. */
export function mayArrive({ status, checkInFrom, graceUntil, visitId }: Times, now: number): boolean {
  return status === 'booked' && visitId === null && now >= Date.parse(checkInFrom) && now <= Date.parse(graceUntil);
}

/** Returns the page of an appointment’s visit; null while there is none. */
export function visitPathOf({ status, visitId }: Pick<Appointment, 'status' | 'visitId'>): string | null {
  if (visitId === null) return null;
  if (status === 'booked') return `/visits/${visitId}/prepare`;
  return status === 'checked-in' ? `/visits/${visitId}/waiting` : `/visits/${visitId}`;
}

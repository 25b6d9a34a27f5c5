import type { DoctorDay } from '@yunzhen/shared/visits/day.contract';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';

export type DayLine =
  | { kind: 'appointment'; at: string; appointment: DoctorDay['appointments'][number] }
  | { kind: 'walk-in'; at: string; visit: DoctorDay['walkIns'][number] }
  | { kind: 'pause'; at: string; pause: DoctorDay['pauses'][number] }
  /** Consecutive free times as one line. */
  | { kind: 'free'; at: string; until: string; count: number };

/** Returns the day’s appointments that are booked and not checked in yet, in clock order. */
export function upcoming(day: Pick<DoctorDay, 'appointments'>): DoctorDay['appointments'] {
  return day.appointments.filter(({ status }) => status === 'booked');
}

/** Returns the day as one list in clock order. */
export function linesOf(day: DoctorDay): DayLine[] {
  const busy: DayLine[] = [
    ...day.appointments.map((appointment) => ({ kind: 'appointment' as const, at: appointment.startsAt, appointment })),
    ...day.walkIns.map((visit) => ({ kind: 'walk-in' as const, at: visit.at, visit })),
    ...day.pauses.map((pause) => ({ kind: 'pause' as const, at: pause.from, pause })),
  ];
  const free: Extract<DayLine, { kind: 'free' }>[] = [];
  for (const slot of day.free) {
    const last = free.at(-1);
    const between = busy.some(({ at }) => last !== undefined && at >= last.until && at < slot.startsAt);
    // Neighbouring slots may have a buffer between them; a longer break is a gap.
    const near = last !== undefined && Date.parse(slot.startsAt) - Date.parse(last.until) <= 30 * MINUTE_MS;
    if (last && near && !between) {
      last.until = slot.endsAt;
      last.count += slot.free;
    } else free.push({ kind: 'free', at: slot.startsAt, until: slot.endsAt, count: slot.free });
  }
  return [...busy, ...free].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

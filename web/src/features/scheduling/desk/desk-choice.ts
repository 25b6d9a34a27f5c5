import { computed, shallowRef, type Ref } from 'vue';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';

/** Days of one answer with times. */
const windowDays = 14;

/** Returns the first day with which times near the appointment are asked for: some days before it, but never in the past. */
export function firstWindow(appointmentDay: string, today: string): string {
  const near = shiftDay(appointmentDay, -3);
  return near > today ? near : today;
}

/** Returns the first days of the windows before and after this one; null where none can be offered. */
export function windowsAround(from: string, { today, lastDay }: { today: string; lastDay: string }) {
  const [before, after] = [shiftDay(from, -windowDays), shiftDay(from, windowDays)];
  return {
    before: from <= today ? null : before > today ? before : today,
    after: after > lastDay ? null : after,
  };
}

/** The row that a dialog handles, by its id: after a refetch it has the new version. Undefined once the list has it no more. */
export function useHandled<Row extends { id: string }>(rows: Readonly<Ref<readonly Row[]>>) {
  const id = shallowRef<string>();
  return {
    handled: computed(() => rows.value.find((row) => row.id === id.value)),
    handle: (row: Row) => (id.value = row.id),
  };
}

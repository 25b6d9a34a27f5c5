import { askHook } from '../core/hook.ts';

export type DirectoryHooks = ReturnType<typeof directoryHooks>;

/** A doctor as the list reads them, with the calendar that `onCalendarSqlAsked` selects. */
export interface DoctorWithCalendar {
  id: string;
  departmentIds: readonly string[];
  calendar: unknown;
}

/** A doctor’s queue as the list reads it. */
export interface DoctorsQueue {
  connected: boolean;
  inCall: boolean;
  waiting: number;
  /** ISO instant. */
  pausedUntil: string | null;
  medianConsultSeconds: number | null;
}

/** Hooks that the directory needs other areas to handle. */
export const directoryHooks = () => ({
  /** Returns a calendar column, given the SQL of the present time. Part of the list’s one statement, because every further one costs a round trip. */
  onCalendarSqlAsked: askHook<(now: string) => string>(),
  /** Returns the minutes that a patient who joins the doctor’s queue now would wait; null when that is not known. */
  onWaitAsked: askHook<(doctor: DoctorsQueue, now: Date) => number | null>(),
  /** Returns when the doctor can next be booked, in one department or any. */
  onNextFreeAsked:
    askHook<
      (doctor: DoctorWithCalendar, where: { departmentId: string | null; timeZone: string; now: Date }) => Date | null
    >(),
});

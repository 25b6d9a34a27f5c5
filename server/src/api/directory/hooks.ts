import { askHook } from '../core/hook.ts';

export type DirectoryHooks = ReturnType<typeof directoryHooks>;

/** A doctor as the list reads them, with the calendar that `onCalendarSqlAsked` selects. */
export interface DoctorWithCalendar {
  id: string;
  departmentIds: readonly string[];
  calendar: unknown;
}

/** Hooks that the directory needs other areas to handle. */
export const directoryHooks = () => ({
  /** Returns a calendar column, given the SQL of the present time. Part of the list’s one statement, because every further one costs a round trip. */
  onCalendarSqlAsked: askHook<(now: string) => string>(),
  /** Returns when the doctor can next be booked, in one department or any. */
  onNextFreeAsked:
    askHook<
      (doctor: DoctorWithCalendar, where: { departmentId: string | null; timeZone: string; now: Date }) => Date | null
    >(),
});

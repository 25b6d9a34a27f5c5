import { askHook } from '../core/hook.ts';

export type DirectoryHooks = ReturnType<typeof directoryHooks>;

/** A doctor as the list of doctors reads them, with the calendar that `onCalendarSqlAsked` selects. */
export interface DoctorWithCalendar {
  id: string;
  departmentIds: readonly string[];
  calendar: unknown;
}

/** What the directory asks of areas above. */
export const directoryHooks = () => ({
  /** A column of calendars, given the SQL of the present time; part of the list’s one statement, because each further one costs a wait. */
  onCalendarSqlAsked: askHook<(now: string) => string>(),
  /** When the doctor can next be booked, in one department or any. */
  onNextFreeAsked:
    askHook<
      (doctor: DoctorWithCalendar, where: { departmentId: string | null; timeZone: string; now: Date }) => Date | null
    >(),
});

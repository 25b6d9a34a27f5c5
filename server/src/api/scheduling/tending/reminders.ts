import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';

/** Minutes before an appointment at which its reminder is sent. */
export const dayBeforeMinutes = 24 * 60;
export const hourBeforeMinutes = 60;

/** Returns which reminders of a moved appointment count as sent: the notice of the new time replaces those whose moment has passed. */
export function remindersAfterMove(
  startsAt: Date,
  now: Date,
): { dayReminderAt: Date | null; hourReminderAt: Date | null } {
  const minutes = (startsAt.getTime() - now.getTime()) / MINUTE_MS;
  return {
    dayReminderAt: minutes < dayBeforeMinutes ? now : null,
    hourReminderAt: minutes < hourBeforeMinutes ? now : null,
  };
}

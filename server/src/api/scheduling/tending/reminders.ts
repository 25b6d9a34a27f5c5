/** How many minutes before its time somebody is reminded of an appointment. */
export const dayBeforeMinutes = 24 * 60;
export const hourBeforeMinutes = 60;

/**
 * Which reminders of an appointment count as told when it was moved: whoever has just been told the new time needs no reminder whose moment
 * is past.
 */
export function remindersAfterMove(
  startsAt: Date,
  now: Date,
): { dayReminderAt: Date | null; hourReminderAt: Date | null } {
  const minutes = (startsAt.getTime() - now.getTime()) / 60_000;
  return {
    dayReminderAt: minutes < dayBeforeMinutes ? now : null,
    hourReminderAt: minutes < hourBeforeMinutes ? now : null,
  };
}

import type { listSlots } from '@yunzhen/shared/scheduling/appointments.contract';
import type { ResponseOf } from '@yunzhen/shared/core/route';

/** Below this many free times in the first week, the page recommends the waitlist. */
const enough = 8;

/** Whether so few times are free in these days that a patient may want to wait for another. */
export function areFewTimes({ days }: Pick<ResponseOf<typeof listSlots>, 'days'>): boolean {
  return days.reduce((sum, { slots }) => sum + slots.length, 0) < enough;
}

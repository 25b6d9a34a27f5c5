import { slotsOf, type CachedSlot, type KnownHours } from './slot-cache.ts';

/** Taken times, in milliseconds. */
export type Taken = readonly (readonly [startsAt: number, endsAt: number])[];

export interface FreeTime {
  readonly slot: CachedSlot;
  readonly free: number;
}

/** Returns times of a day that start after now and have a free place, at most `most`. */
export function freeOn(
  calendar: KnownHours & { readonly taken: Taken },
  day: string,
  where: { departmentId: string | null; timeZone: string; now: Date; most?: number },
): FreeTime[] {
  const { departmentId, timeZone, now, most = Infinity } = where;
  const slots = slotsOf(calendar, day, timeZone);
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last || last.startsAt <= now.getTime()) return [];
  // Indexed access: destructuring each pair would dominate the cost here.
  const ofDay = calendar.taken.filter((taken) => taken[0] < last.endsAt && first.startsAt < taken[1]);
  const found: FreeTime[] = [];
  for (const slot of slots) {
    if (slot.startsAt <= now.getTime() || (departmentId !== null && slot.departmentId !== departmentId)) continue;
    let free = slot.capacity;
    for (const taken of ofDay) if (taken[0] < slot.endsAt && slot.startsAt < taken[1]) free -= 1;
    if (free > 0) found.push({ slot, free });
    if (found.length === most) break;
  }
  return found;
}

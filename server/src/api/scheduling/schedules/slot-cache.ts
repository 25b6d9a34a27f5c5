import { slotsOfDay, type Schedule, type Slot } from './schedule.ts';

/** A doctor’s hours as a statement read them. */
export interface KnownHours extends Schedule {
  readonly practitionerId: string;
  /** Of the saved hours; 0 for who has saved none. */
  readonly version: number;
  /** The transaction that wrote them, which may have been rolled back afterwards: a version alone may name two texts. */
  readonly writer: string;
  /** Where the doctor works now; hours in other departments don’t hold. */
  readonly departmentIds: readonly string[];
}

/** A time with its ends as an answer says them. */
export interface CachedSlot extends Slot {
  readonly from: string;
  readonly until: string;
}

/** Times of a day by the hours that they come from: the same for as long as these are not saved anew. */
const kept = new Map<string, readonly CachedSlot[]>();
const maxKept = 20_000;

export function slotsOf(hours: KnownHours, day: string, timeZone: string): readonly CachedSlot[] {
  const { practitionerId, version, writer, departmentIds, weekly, exceptions } = hours;
  if (weekly.length === 0 && exceptions.length === 0) return [];
  const key = `${practitionerId} ${version} ${writer} ${departmentIds.join()} ${timeZone} ${day}`;
  const known = kept.get(key);
  if (known) return known;
  const holding = {
    weekly: weekly.filter(({ departmentId }) => departmentIds.includes(departmentId)),
    exceptions: exceptions.filter(
      (exception) => exception.kind === 'day-off' || departmentIds.includes(exception.departmentId),
    ),
  };
  const made = slotsOfDay(holding, day, timeZone).map((slot) => ({
    ...slot,
    from: new Date(slot.startsAt).toISOString(),
    until: new Date(slot.endsAt).toISOString(),
  }));
  if (kept.size >= maxKept) kept.clear();
  kept.set(key, made);
  return made;
}

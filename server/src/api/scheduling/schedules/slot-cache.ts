import { slotsOfDay, type Schedule, type Slot } from './schedule.ts';

/** A doctor’s hours as read by a statement. */
export interface KnownHours extends Schedule {
  readonly practitionerId: string;
  /** Version of the saved hours; 0 without any. */
  readonly version: number;
  /** The transaction that wrote them. It may have been rolled back, so one version number may refer to two contents. */
  readonly writer: string;
  /** Where the doctor works now; hours in other departments do not apply. */
  readonly departmentIds: readonly string[];
}

/** A slot with its ends formatted for answers. */
export interface CachedSlot extends Slot {
  readonly from: string;
  readonly until: string;
}

/** Slots of a day, cached by the hours that they derive from, until these are saved again. */
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

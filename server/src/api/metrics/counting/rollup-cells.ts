import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { firstOfMonth, mondayOf } from '@yunzhen/shared/core/time/calendar-day';
import { hourStart } from '@yunzhen/shared/core/time/wall-clock';
import { Tally } from './tally.ts';
import type { Contribution } from './contribution.ts';

/** Stands for “all of them” in the place of a department or a doctor. */
export const totalId = '00000000-0000-0000-0000-000000000000';
export const grainCodes = { hour: 0, day: 1, month: 2, week: 3 } as const;

/** One row of the rollups, or what is to be added to it. */
export interface RollupCell {
  readonly departmentId: string;
  readonly practitionerId: string;
  readonly grain: number;
  /** Milliseconds since 1970. */
  readonly starts: number;
  readonly tally: Tally;
}

/** Sorts contributions into the rows that they belong to: hour, day, week and month of hospital, department and doctor. */
export class RollupCells {
  readonly #timeZone: string;
  readonly #cells = new Map<string, RollupCell>();
  /** By the hour’s beginning and the group: found again without making twelve names. */
  readonly #hours = new Map<number, Map<string, Tally[]>>();

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /** Adds, or with −1 takes back. */
  add(contributions: readonly Contribution[], sign: 1 | -1): void {
    for (const contribution of contributions) {
      if ('spread' in contribution) this.#spread(contribution, sign);
      else
        this.#each(contribution, contribution.at, (tally) => {
          if ('counter' in contribution) tally.count(contribution.counter, sign * contribution.by);
          else tally.note(contribution.histogram, contribution.value, sign);
        });
    }
  }

  /** Rows that something is left for; the same order for everybody, so that two writers can’t lock each other out. */
  changes(): RollupCell[] {
    return [...this.#cells]
      .filter(([, { tally }]) => !tally.isEmpty)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, cell]) => cell);
  }

  #spread(contribution: Contribution & { spread: Parameters<Tally['count']>[0]; seconds: number }, sign: 1 | -1): void {
    let until = contribution.at;
    let left = contribution.seconds;
    while (left > 0) {
      // The hour that holds the last moment before `until`.
      const began = hourStart(this.#timeZone, until - 1);
      const seconds = Math.min(left, Math.ceil((until - began) / 1000));
      this.#each(contribution, began, (tally) => tally.count(contribution.spread, sign * seconds));
      left -= seconds;
      until = began;
    }
  }

  #each(group: Contribution, at: number, change: (tally: Tally) => void): void {
    const hour = hourStart(this.#timeZone, at);
    const whose = `${group.departmentId ?? ''}/${group.practitionerId ?? ''}`;
    const groups = this.#hours.get(hour) ?? new Map<string, Tally[]>();
    this.#hours.set(hour, groups);
    const tallies = groups.get(whose) ?? this.#tallies(group, hour, dayIn(this.#timeZone, at));
    groups.set(whose, tallies);
    for (const tally of tallies) change(tally);
  }

  /** The tallies that a group’s hour belongs to. */
  #tallies({ departmentId, practitionerId }: Contribution, hour: number, day: string): Tally[] {
    const times = [
      [grainCodes.hour, hour],
      [grainCodes.day, Date.parse(day)],
      [grainCodes.week, Date.parse(mondayOf(day))],
      [grainCodes.month, Date.parse(firstOfMonth(day))],
    ] as const;
    return times.flatMap(([grain, starts]) => [
      this.#cell(totalId, totalId, grain, starts),
      ...(departmentId ? [this.#cell(departmentId, totalId, grain, starts)] : []),
      ...(practitionerId ? [this.#cell(departmentId ?? totalId, practitionerId, grain, starts)] : []),
    ]);
  }

  #cell(departmentId: string, practitionerId: string, grain: number, starts: number): Tally {
    const key = `${practitionerId}/${departmentId}/${grain}/${starts}`;
    const known = this.#cells.get(key);
    if (known) return known.tally;
    const cell = { departmentId, practitionerId, grain, starts, tally: new Tally() };
    this.#cells.set(key, cell);
    return cell.tally;
  }
}

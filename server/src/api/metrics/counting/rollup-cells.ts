import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { firstOfMonth, mondayOf } from '@yunzhen/shared/core/time/calendar-day';
import { hourStart } from '@yunzhen/shared/core/time/wall-clock';
import { Tally } from './tally.ts';
import type { Contribution } from './contribution.ts';

/** Means “all of them” in place of a department or doctor id. */
export const totalId = '00000000-0000-0000-0000-000000000000';
export const grainCodes = { hour: 0, day: 1, month: 2, week: 3 } as const;

/** One row of the rollups, or an increment of it. */
export interface RollupCell {
  readonly departmentId: string;
  readonly practitionerId: string;
  readonly grain: number;
  /** Milliseconds since 1970. */
  readonly starts: number;
  readonly tally: Tally;
}

/** Groups contributions by rollup row: hour, day, week and month of hospital, department and doctor. */
export class RollupCells {
  readonly #timeZone: string;
  readonly #cells = new Map<string, RollupCell>();
  /** By start of the hour and group, to avoid building twelve keys per contribution. */
  readonly #hours = new Map<number, Map<string, Tally[]>>();

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /** Adds contributions, or with −1 subtracts them. */
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

  /** Returns the rows that changed, in a fixed order, so that two writers cannot deadlock. */
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
      // The hour that contains the last moment before `until`.
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

  /** Returns the tallies to which a group’s hour contributes. */
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

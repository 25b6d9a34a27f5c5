import type { AsNeeded } from '../../../shared/src/prescribing/dose/timing.ts';
import type { Timing } from '../../../shared/src/prescribing/dose/timing.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  once: 1,
  one: 1,
  twice: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};

interface Taken {
  readonly timing: Timing;
  readonly asNeeded: AsNeeded | null;
  /** Puffs or inhalations per intake, when the frequency states them. */
  readonly times: number;
}

/** Parses a prescriber’s frequency to the editor’s form: "every 6 hours when needed", "three times a day with meals". */
export function frequencyOf(words: string): Taken {
  const text = words.toLowerCase();
  const asNeeded = /when needed|as needed|after each/.test(text);
  const timing = timingOf(text);
  const perDay = Math.max(1, Math.floor((timing.frequency * 24) / (timing.periodUnit === 'h' ? timing.period : 24)));
  const times = Number(/^(\d) (?:puff|inhalation|spray)s?\b/.exec(text)?.[1] ?? 1);
  const most = NUMBERS[/at most (\w+)(?: times?)? a day/.exec(text)?.[1] ?? ''];
  return { timing, times, asNeeded: asNeeded ? { reason: 'pain', maxPerDay: most ?? perDay } : null };
}

function timingOf(text: string): Timing {
  const at = (frequency: number, period: number, periodUnit: Timing['periodUnit']): Timing => {
    const when = /bed ?time|at night/.test(text) ? 'bedtime' : null;
    return { frequency, period, periodUnit, when };
  };
  const hours = /every (\d+)(?: to \d+)? hours/.exec(text);
  if (hours) return Number(hours[1]) > 24 ? at(1, Number(hours[1]) / 24, 'd') : at(1, Number(hours[1]), 'h');
  const days = /every (\d+) days|repeat after (\d+) days/.exec(text);
  if (days) return at(1, Number(days[1] ?? days[2]), 'd');
  const daily = /(once|twice|\w+ times) (?:a day|daily)|(once|twice) daily/.exec(text);
  if (/after each/.test(text)) return at(4, 1, 'd');
  if (daily) return at(NUMBERS[(daily[1] ?? daily[2] ?? '').split(' ')[0] ?? ''] ?? 1, 1, 'd');
  if (/week/.test(text)) return at(text.includes('twice') ? 2 : 1, 1, 'wk');
  if (/each main meal|with meals/.test(text)) return at(3, 1, 'd');
  return at(1, 1, 'd');
}

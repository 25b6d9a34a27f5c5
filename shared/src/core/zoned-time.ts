const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Making a formatter costs far more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();
/** Offsets on the days around a day, by zone and day: whole schedules ask for the same few over and over. */
const offsetsAround = new Map<string, { before: number; after: number }>();
const MOST_KEPT_DAYS = 4_000;

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** The zone's offset at an instant (milliseconds since 1970), in minutes east of UTC, from the platform's own zone data. */
export function offsetMinutes(timeZone: string, at: number): number {
  const parts = formatterOf(timeZone).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return Math.round((local - Math.floor(at / 1000) * 1000) / MINUTE_MS);
}

/**
 * The instants (milliseconds) at which the zone’s clocks show a time (`HH:MM`, up to `24:00`) of a calendar day (ISO date): one as a
 * rule, none for a time that the clocks leap over, two in order for one that they show twice. Assumes at most one change within
 * three days, as every zone has had since 1970.
 */
export function instantsOf(timeZone: string, day: string, time: string): number[] {
  const shown = shownAs(day, time);
  const { before, after } = around(timeZone, day);
  if (before === after) return [shown - before * MINUTE_MS];
  return [before, after]
    .map((offset) => ({ offset, at: shown - offset * MINUTE_MS }))
    .filter(({ offset, at }) => offsetMinutes(timeZone, at) === offset)
    .map(({ at }) => at)
    .toSorted((a, b) => a - b);
}

/** The first instant of which the zone’s clocks show that time or a later one: for a time that is leapt over, the leap itself. */
export function firstInstantFrom(timeZone: string, day: string, time: string): number {
  const [first] = instantsOf(timeZone, day, time);
  if (first !== undefined) return first;
  const shown = shownAs(day, time);
  const { before, after } = around(timeZone, day);
  let [low, high] = [before, after].map((offset) => shown - offset * MINUTE_MS).toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  // Between the two lies the change: before it the old offset holds.
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetMinutes(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** ISO day of the week of a calendar day: 1 is Monday, 7 Sunday. */
export function isoWeekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** What the clocks show, read as if it were UTC. */
function shownAs(day: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * MINUTE_MS;
}

function around(timeZone: string, day: string): { before: number; after: number } {
  const key = `${timeZone} ${day}`;
  let offsets = offsetsAround.get(key);
  if (!offsets) {
    const start = Date.parse(`${day}T00:00:00Z`);
    offsets = {
      before: offsetMinutes(timeZone, start - DAY_MS),
      after: offsetMinutes(timeZone, start + 2 * DAY_MS),
    };
    if (offsetsAround.size >= MOST_KEPT_DAYS) offsetsAround.clear();
    offsetsAround.set(key, offsets);
  }
  return offsets;
}

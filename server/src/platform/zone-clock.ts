const hour = 3_600_000;
const day = 24 * hour;
const quarter = hour / 4;

/**
 * A hospital’s wall clock, fast enough for every event of a year: offsets are asked of the zone’s rules once for each quarter of an
 * hour, since none of them has changed at any other moment for decades.
 */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  }

  /** What the wall shows at an instant, as if it were UTC, in milliseconds. */
  local(at: number): number {
    return at + this.#offset(at);
  }

  /** The instant at which the wall’s hour began: also in zones that are half an hour off, and for each of an hour’s two runs. */
  hourStart(at: number): number {
    return at - mod(this.local(at), hour);
  }

  /** The calendar day as midnight of UTC. */
  dayStart(at: number): number {
    const local = this.local(at);
    return local - mod(local, day);
  }

  /** The month of a day that `dayStart` gave, as the first one’s midnight of UTC. */
  static monthOf(dayStart: number): number {
    const date = new Date(dayStart);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  }

  /** The week of a day that `dayStart` gave, as its Monday’s midnight of UTC. */
  static weekOf(dayStart: number): number {
    return dayStart - ((new Date(dayStart).getUTCDay() + 6) % 7) * day;
  }

  #offset(at: number): number {
    const key = Math.floor(at / quarter);
    const known = this.#offsets.get(key);
    if (known !== undefined) return known;
    const name = this.#format.formatToParts(key * quarter).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? [];
    const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    const offset = sign === '-' ? -size : size;
    if (this.#offsets.size > 200_000) this.#offsets.clear();
    this.#offsets.set(key, offset);
    return offset;
  }
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}

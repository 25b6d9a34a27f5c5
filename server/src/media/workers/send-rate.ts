import { readFileSync } from 'node:fs';

/** Bytes that each network interface has sent since the machine started. */
export type SentBytes = ReadonlyMap<string, number>;

/** Reads the counters of Linux; null where there are none. */
export function readSentBytes(file = '/proc/net/dev'): SentBytes | null {
  try {
    return parseSentBytes(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Parses `/proc/net/dev`: the ninth number of a line counts sent bytes. Loopback leaves no machine. */
export function parseSentBytes(text: string): SentBytes {
  const lines = [...text.matchAll(/^\s*([^\s:|]+):\s*(\d.*)$/gm)];
  const counters = lines.map(([, name = '', numbers = '']) => [name, Number(numbers.split(/\s+/)[8])] as const);
  return new Map(counters.filter(([name, bytes]) => name !== 'lo' && Number.isFinite(bytes)));
}

/** Measures what this machine sends between two calls. */
export class SendRate {
  readonly #read: () => SentBytes | null;
  readonly #now: () => number;
  #before: { bytes: SentBytes; at: number } | null = null;

  constructor(read: () => SentBytes | null = readSentBytes, now: () => number = () => performance.now()) {
    this.#read = read;
    this.#now = now;
  }

  /**
   * Returns the megabits a second since the previous call, of the busiest interface: a bridge or bond counts the same bytes again. Null at the first
   * call and where nothing can be measured.
   */
  measure(): number | null {
    const bytes = this.#read();
    const at = this.#now();
    const before = this.#before;
    this.#before = bytes && { bytes, at };
    if (!bytes || !before || at <= before.at) return null;
    const sent = [...bytes].map(([name, count]) => count - (before.bytes.get(name) ?? count));
    return (Math.max(0, ...sent) * 8) / 1_000 / (at - before.at);
  }
}

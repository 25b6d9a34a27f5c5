import { addTo, bucketOf, mergeInto, type LogHistogram } from './log-histogram.ts';
import { counterCodes, histogramCodes, type CounterId, type HistogramId } from '@yunzhen/shared/metrics/measures';

/** Selects counters and histograms of an encoded tally; the rest is skipped cheaply. */
export class TallyFilter {
  readonly counters: Uint8Array;
  readonly histograms: Uint8Array;

  constructor(counters: Iterable<CounterId>, histograms: Iterable<HistogramId> = []) {
    this.counters = flags(counterCodes, counters);
    this.histograms = flags(histogramCodes, histograms);
  }
}

function flags<Id extends string>(codes: ReadonlyMap<Id, number>, ids: Iterable<Id>): Uint8Array {
  const wanted = new Uint8Array(Math.max(...codes.values()) + 1);
  for (const id of ids) wanted[codeOf(codes, id)] = 1;
  return wanted;
}

/** The counts of one group in one period. Two tallies merge by addition, in any order. */
export class Tally {
  readonly #counts = new Map<number, number>();
  readonly #histograms = new Map<number, LogHistogram>();

  /** Adds an integer; a negative one subtracts. */
  count(id: CounterId, by = 1): void {
    addTo(this.#counts, codeOf(counterCodes, id), by);
  }

  /** Records a value `times` times; −1 removes it. */
  note(id: HistogramId, value: number, times = 1): void {
    this.#noteBucket(codeOf(histogramCodes, id), bucketOf(value), times);
  }

  of(id: CounterId): number {
    return this.#counts.get(codeOf(counterCodes, id)) ?? 0;
  }

  histogram(id: HistogramId): ReadonlyMap<number, number> {
    return this.#histograms.get(codeOf(histogramCodes, id)) ?? new Map<number, number>();
  }

  merge(other: Tally): this {
    mergeInto(this.#counts, other.#counts);
    for (const [code, values] of other.#histograms) {
      const own = this.#histograms.get(code) ?? new Map<number, number>();
      mergeInto(own, values);
      this.#keep(code, own);
    }
    return this;
  }

  /** True when all counts are zero. */
  get isEmpty(): boolean {
    return this.#counts.size === 0 && this.#histograms.size === 0;
  }

  /** Encodes to a few bytes: version, counters and histograms, as variable-length numbers in ascending order. */
  encode(): Uint8Array {
    const bytes: number[] = [1];
    writeMap(bytes, this.#counts);
    writeNumber(bytes, this.#histograms.size);
    for (const [code, values] of [...this.#histograms].sort(([a], [b]) => a - b)) {
      writeNumber(bytes, code);
      writeMap(bytes, values);
    }
    return Uint8Array.from(bytes);
  }

  static decode(bytes: Uint8Array): Tally {
    return new Tally().mergeEncoded(bytes);
  }

  /** Adds an encoded tally, or what `wanted` selects of it. Several concatenated encodings are added up. */
  mergeEncoded(bytes: Uint8Array, wanted?: TallyFilter): this {
    const reader = { bytes, at: 0 };
    do {
      if (bytes[reader.at++] !== 1) throw new Error('tally has an unknown version');
      addAll(reader, this.#counts, wanted?.counters);
      for (let left = readNumber(reader); left > 0; left--) {
        const code = readNumber(reader);
        if (wanted && wanted.histograms[code] !== 1) {
          passOver(reader, 2 * readNumber(reader));
          continue;
        }
        const values = this.#histograms.get(code) ?? new Map<number, number>();
        addAll(reader, values);
        this.#keep(code, values);
      }
    } while (reader.at < bytes.length);
    return this;
  }

  #noteBucket(code: number, bucket: number, times: number): void {
    const values = this.#histograms.get(code) ?? new Map<number, number>();
    addTo(values, bucket, times);
    this.#keep(code, values);
  }

  #keep(code: number, values: LogHistogram): void {
    if (values.size > 0) this.#histograms.set(code, values);
    else this.#histograms.delete(code);
  }
}

function codeOf<Id extends string>(codes: ReadonlyMap<Id, number>, id: Id): number {
  const code = codes.get(id);
  if (code === undefined) throw new Error(`unknown counter ${id}`);
  return code;
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

/** Writes keys as differences from the previous one, and values with their sign in the lowest bit. */
function writeMap(bytes: number[], map: ReadonlyMap<number, number>): void {
  writeNumber(bytes, map.size);
  let before = -1;
  for (const [key, value] of [...map].sort(([a], [b]) => a - b)) {
    writeNumber(bytes, key - before);
    writeNumber(bytes, value < 0 ? -value * 2 - 1 : value * 2);
    before = key;
  }
}

function addAll(reader: Reader, into: Map<number, number>, wanted?: Uint8Array): void {
  let key = -1;
  for (let left = readNumber(reader); left > 0; left--) {
    key += readNumber(reader);
    if (wanted && wanted[key] !== 1) passOver(reader, 1);
    else addTo(into, key, signed(readNumber(reader)));
  }
}

/** Skips that many numbers; each ends with a byte below 128. */
function passOver(reader: Reader, numbers: number): void {
  for (let left = numbers; left > 0; left--) {
    let byte: number | undefined;
    do byte = reader.bytes[reader.at++];
    while (byte !== undefined && byte >= 128);
    if (byte === undefined) throw new Error('tally ends too early');
  }
}

const signed = (value: number) => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

/** Writes seven bits a byte, lowest first. Numbers go up to 2⁵³, so bit operators cannot be used. */
function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function readNumber(reader: Reader): number {
  // Most numbers are one byte.
  const first = reader.bytes[reader.at];
  if (first !== undefined && first < 128) {
    reader.at++;
    return first;
  }
  let value = 0;
  for (let factor = 1; ; factor *= 128) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) throw new Error('tally ends too early');
    value += (byte % 128) * factor;
    if (byte < 128) return value;
  }
}

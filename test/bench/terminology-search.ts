import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import { Icd10Threads } from '../../server/src/api/catalogues/diagnoses/icd10-threads.ts';
import { median, quantile } from './report.ts';
import { typing, type Typists } from './typing.ts';

export interface TerminologyFigures {
  readonly rows: number;
  /** Time for reading the file and building the index, once. */
  readonly readyMs: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

const BEGINNINGS = [
  'hypertension',
  'high blood presure',
  'htn',
  'fracture of left femur',
  'diabets mellitus',
  'type 2 diabetes with',
  'migrane',
  'pneumonia due to',
  'otitis media left ear',
  'e11.9',
  'i10',
  's72',
  'unspecified injury of knee',
  'acute bronchitis',
];

/** Returns a CSV with as many rows as a full national list, with words that such lists repeat. */
export function fullListCsv(rows = 94_444): string {
  const what = ['Fracture', 'Burn', 'Type 2 diabetes mellitus', 'Pneumonia', 'Otitis media', 'Migraine', 'Contusion'];
  const where = ['femur', 'knee', 'left ear', 'right ear', 'unspecified site', 'lower leg', 'hand'];
  const lines = ['code,billable,title'];
  for (let n = 0; n < rows; n++) {
    const letter = String.fromCharCode(65 + Math.floor(n / 4000));
    const rest = String(n % 4000).padStart(4, '0');
    const title = `${what[n % 7] ?? ''} of ${where[Math.floor(n / 7) % 7] ?? ''}, variety ${n}, initial encounter`;
    lines.push(`${letter}${rest.slice(0, 2)}.${rest.slice(2)},1,"${title}"`);
  }
  return lines.join('\n');
}

/**
 * Measures the given number of doctors who type concurrently against one full list. Every second query has one letter more, so that cached results do
 * not decide the figure. `file` is a CSV, gzipped or not.
 */
export async function measureTerminologySearch(file: Buffer, typists: Typists): Promise<TerminologyFigures> {
  const threads = new Icd10Threads(1);
  const begun = performance.now();
  const thread = await threads.of('bench', () => Promise.resolve(file));
  await thread.ask({ codes: [] });
  const readyMs = performance.now() - begun;
  const times = await typing(typists, (client, n) =>
    thread.ask({ search: beginning(BEGINNINGS, client, n), limit: 20 }),
  );
  await threads.stop();
  return { rows: rowsOf(file), readyMs, medianMs: median(times), p95Ms: quantile(times, 0.95) };
}

/** Returns the prefix of a text that a client has typed at its nth query. */
export function beginning(texts: readonly string[], client: number, n: number): string {
  const whole = texts[(client * 5 + Math.floor(n / 7)) % texts.length] ?? '';
  return whole.slice(0, 2 + ((n * 3 + client) % Math.max(1, whole.length - 1)));
}

function rowsOf(file: Buffer): number {
  const packed = file[0] === 0x1f && file[1] === 0x8b;
  const lines = (packed ? gunzipSync(file) : file).toString('latin1').trimEnd().split('\n');
  return lines.length - 1;
}

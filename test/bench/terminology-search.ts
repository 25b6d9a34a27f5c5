import { performance } from 'node:perf_hooks';
import { Icd10Threads } from '../../server/src/api/modules/chart/terminology/icd10-threads.ts';

export interface TerminologyFigures {
  readonly rows: number;
  readonly clients: number;
  /** Reading the file and building the index, once. */
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

/** As many rows as a full national list has; the words are those that such lists repeat. */
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
 * So many doctors type at once against one full list: each asks again as soon as the answer to the last letter is there,
 * which is more than people do. Every second question has a letter more, so that kept answers do not decide the figure.
 */
export async function measureTerminologySearch(
  file: Buffer = Buffer.from(fullListCsv()),
  clients = 20,
  questions = 40,
): Promise<TerminologyFigures> {
  const threads = new Icd10Threads(1);
  const begun = performance.now();
  const thread = await threads.of('bench', () => Promise.resolve(file));
  await thread.ask({ codes: [] });
  const readyMs = performance.now() - begun;
  const times: number[] = [];
  const client = async (number: number) => {
    for (let n = 0; n < questions; n++) {
      const whole = BEGINNINGS[(number * 5 + Math.floor(n / 7)) % BEGINNINGS.length] ?? '';
      const search = whole.slice(0, 2 + ((n * 3 + number) % Math.max(1, whole.length - 1)));
      const asked = performance.now();
      await thread.ask({ search, limit: 20 });
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  await threads.stop();
  times.sort((a, b) => a - b);
  const quantile = (q: number) => times[Math.floor(times.length * q)] ?? Number.NaN;
  return {
    rows: file.toString('latin1').split('\n').length - 1,
    clients,
    readyMs,
    medianMs: quantile(0.5),
    p95Ms: quantile(0.95),
  };
}

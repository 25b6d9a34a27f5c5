import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { perHour } from './trend.ts';

/** A program that exports Prometheus metrics of its process. */
export interface Watched {
  readonly name: string;
  readonly metricsUrl: string;
}

type Row = Record<string, number>;

/** Memory, descriptors, event loop and tables, sampled together. */
export class Samples {
  readonly rows: { readonly at: number; readonly values: Row }[] = [];
  readonly #programs: readonly Watched[];
  readonly #workerPid: number;
  readonly #database: pg.Pool;

  constructor(programs: readonly Watched[], workerPid: number, database: pg.Pool) {
    this.#programs = programs;
    this.#workerPid = workerPid;
    this.#database = database;
  }

  async take(at: number): Promise<void> {
    const parts = await Promise.all([...this.#programs.map(figuresOf), workerFigures(this.#workerPid), this.#tables()]);
    this.rows.push({ at, values: Object.assign({}, ...parts) as Row });
  }

  /** Returns first, last and highest value, and the hourly change by trend; the first quarter is warm-up. */
  table(): { readonly figure: string; first: number; last: number; highest: number; perHour: number }[] {
    const settled = this.rows.slice(Math.floor(this.rows.length / 4));
    return Object.keys(this.rows[0]?.values ?? {}).map((figure) => {
      const points = settled.map(({ at, values }) => [at, values[figure] ?? 0] as const);
      const numbers = points.map(([, value]) => value);
      return {
        figure,
        first: numbers[0] ?? 0,
        last: numbers.at(-1) ?? 0,
        highest: Math.max(...numbers),
        perHour: Number(perHour(points).toFixed(2)),
      };
    });
  }

  /** Returns the row counts of tables that must not grow, and the megabytes of the whole database, which records every visit. */
  async #tables(): Promise<Row> {
    const { rows } = await this.#database.query<Row>(
      `SELECT (SELECT count(*)::int FROM open_page) AS "open_page rows", (SELECT count(*)::int FROM call_key) AS "call_key rows",
              (SELECT count(*)::int FROM page_message) AS "page_message rows", (SELECT count(*)::int FROM api_process) AS "api_process rows",
              (SELECT count(*)::int FROM figure_pending) AS "figure_pending rows",
              (SELECT count(*)::int FROM pgboss.job WHERE state IN ('created','retry','active')) AS "jobs waiting",
              round(pg_database_size(current_database()) / 1e6)::int AS "database MB"`,
    );
    return rows[0] ?? {};
  }
}

async function figuresOf({ name, metricsUrl }: Watched): Promise<Row> {
  const text = await (await fetch(metricsUrl)).text();
  const read = (metric: string) => Number(new RegExp(`^${metric}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1]);
  return {
    [`${name} RSS MB`]: Math.round(read('process_resident_memory_bytes') / 1e6),
    [`${name} heap MB`]: Math.round(read('nodejs_heap_size_used_bytes') / 1e6),
    [`${name} descriptors`]: read('process_open_fds'),
    [`${name} loop p99 ms`]: Math.round(read('nodejs_eventloop_lag_p99_seconds') * 1000),
  };
}

async function workerFigures(pid: number): Promise<Row> {
  const [status, descriptors] = await Promise.all([
    readFile(`/proc/${pid}/status`, 'utf8'),
    readdir(`/proc/${pid}/fd`),
  ]);
  return {
    'worker RSS MB': Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1000),
    'worker descriptors': descriptors.length,
  };
}

import { Gauge, type Metric } from 'prom-client';

/** The job that counts runs every minute in one of the processes; older figures are those of another one by now. */
const validMilliseconds = 150_000;

export interface WaitingFigures {
  patients: number;
  /** Since when the patient who has waited longest has waited. */
  longestSeconds: number;
}

let latest: { figures: WaitingFigures; at: number } | null = null;

/** Sets the figures of all hospitals together; per hospital the number of series would grow with the hospitals. */
export function setWaiting(figures: WaitingFigures): void {
  latest = { figures, at: performance.now() };
}

const gauge = (name: string, help: string, read: (figures: WaitingFigures) => number) =>
  new Gauge({
    name,
    help,
    registers: [],
    collect() {
      if (latest && performance.now() - latest.at < validMilliseconds) this.set(read(latest.figures));
      // `reset` would export a zero.
      else this.remove();
    },
  });

export const waitingInstruments: readonly Metric[] = [
  gauge(
    'yunzhen_waiting_patients',
    'Patients who wait, in all hospitals; take the maximum of all processes',
    ({ patients }) => patients,
  ),
  gauge(
    'yunzhen_waiting_longest_seconds',
    'How long the first of them has waited; take the maximum of all processes',
    ({ longestSeconds }) => longestSeconds,
  ),
];

import type { QualitySample } from '@yunzhen/shared/calls/quality.schemas';

type Sample = Omit<QualitySample, 'agoMs'>;
interface Kept {
  readonly sample: Sample;
  readonly atMs: number;
}

const sampleEveryMs = 5000;
const reportEveryMs = 15_000;
/** Unsent samples are stored for two minutes; a report contains no more. */
const keptSamples = 24;

/** Stores a sample every five seconds and reports every fifteen. Unanswered samples are sent with the next report. */
export class QualityReports {
  readonly #send: (samples: QualitySample[]) => Promise<boolean>;
  #kept: Kept[] = [];
  #lastSampleAt = -Infinity;
  #lastReportAt: number | null = null;
  #sending = false;

  constructor(send: (samples: QualitySample[]) => Promise<boolean>) {
    this.#send = send;
  }

  /** Adds a sample; call it as often as there is one. */
  add(sample: Sample, atMs: number): void {
    // Samples arrive about every second: stores the one closest to five seconds.
    if (atMs - this.#lastSampleAt < sampleEveryMs - 500) return;
    this.#lastSampleAt = atMs;
    this.#kept = [...this.#kept, { sample, atMs }].slice(-keptSamples);
    this.#lastReportAt ??= atMs - sampleEveryMs;
    if (atMs - this.#lastReportAt >= reportEveryMs - 500) void this.#report(atMs);
  }

  async #report(atMs: number): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    this.#lastReportAt = atMs;
    const told = this.#kept;
    const samples = told.map(({ sample, atMs: takenAt }) => ({ ...sample, agoMs: Math.round(atMs - takenAt) }));
    const arrived = await this.#send(samples).catch(() => false);
    this.#sending = false;
    if (arrived) this.#kept = this.#kept.filter((kept) => !told.includes(kept));
  }
}

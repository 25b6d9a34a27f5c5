/** What happened under one name since the tally was last taken. */
export interface Tally {
  name: string;
  succeededAt: Date | null;
  failedAt: Date | null;
  failure: string | null;
  /** Since the last success in this tally. */
  failures: number;
}

/** Collects outcomes by name, so that a thousand runs of a job become one row. */
export class OutcomeTally {
  #tallies = new Map<string, Tally>();

  get isEmpty(): boolean {
    return this.#tallies.size === 0;
  }

  succeeded(name: string, at: Date): void {
    const before = this.#tallies.get(name);
    this.#tallies.set(name, {
      name,
      succeededAt: at,
      failedAt: before?.failedAt ?? null,
      failure: before?.failure ?? null,
      failures: 0,
    });
  }

  failed(name: string, at: Date, failure: string | null): void {
    const before = this.#tallies.get(name);
    const failures = (before?.failures ?? 0) + 1;
    this.#tallies.set(name, { name, succeededAt: before?.succeededAt ?? null, failedAt: at, failure, failures });
  }

  /** Returns everything collected and starts over. */
  take(): Tally[] {
    const taken = [...this.#tallies.values()];
    this.#tallies = new Map();
    return taken;
  }

  /** Puts back what could not be stored; what happened since counts as later. */
  putBack(earlier: readonly Tally[]): void {
    for (const one of earlier) {
      const later = this.#tallies.get(one.name);
      this.#tallies.set(one.name, {
        name: one.name,
        succeededAt: later?.succeededAt ?? one.succeededAt,
        failedAt: later?.failedAt ?? one.failedAt,
        failure: later?.failedAt ? later.failure : one.failure,
        failures: (later?.failures ?? 0) + (later?.succeededAt ? 0 : one.failures),
      });
    }
  }
}

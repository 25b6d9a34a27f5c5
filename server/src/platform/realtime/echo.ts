/** Measures whether what a process sends to itself comes back. */
export class Echo {
  readonly #limitMilliseconds: number;
  /** When the echo was requested that has not come back. */
  #requestedAt: number | null = null;
  #seconds: number | null = null;

  constructor(limitMilliseconds: number) {
    this.#limitMilliseconds = limitMilliseconds;
  }

  request(): void {
    this.#requestedAt ??= performance.now();
  }

  return(): void {
    if (this.#requestedAt !== null) this.#seconds = (performance.now() - this.#requestedAt) / 1000;
    this.#requestedAt = null;
  }

  /** Starts over, for a new connection. */
  reset(): void {
    this.#requestedAt = null;
  }

  /** True when an echo takes longer than the limit. */
  get isLate(): boolean {
    return this.#requestedAt !== null && performance.now() - this.#requestedAt > this.#limitMilliseconds;
  }

  /** How long the last one took; null before the first. */
  get seconds(): number | null {
    return this.#seconds;
  }
}

import type { CallFailure } from './call-failure.ts';
import { nextStep, type Loss, type NextStep, type ReconnectHistory, type Rung } from './reconnect-policy.ts';

/** State outside the ladder. */
export type Situation = Pick<ReconnectHistory, 'resumable' | 'socketUp' | 'mediaUp' | 'online'>;

/** Counts attempts since the call was last fully connected, and schedules the next step. */
export class RecoveryLadder {
  readonly #climb: (rung: Rung) => void;
  readonly #random: () => number;
  #joins = 0;
  #resumes = 0;
  #iceRestarts = 0;
  #rebuilds = 0;
  #plan: { readonly rung: Rung; readonly timer: ReturnType<typeof setTimeout> } | undefined;

  constructor(climb: (rung: Rung) => void, random: () => number) {
    this.#climb = climb;
    this.#random = random;
  }

  get joins(): number {
    return this.#joins;
  }

  /** The scheduled step. */
  get planned(): Rung | undefined {
    return this.#plan?.rung;
  }

  next(lost: Loss, failure: CallFailure | null, situation: Situation): NextStep {
    const [joins, resumes, iceRestarts, rebuilds] = [this.#joins, this.#resumes, this.#iceRestarts, this.#rebuilds];
    return nextStep({ lost, failure, joins, resumes, iceRestarts, rebuilds, ...situation }, this.#random());
  }

  plan(rung: Rung, delayMs: number): void {
    this.cancel();
    this.#plan = { rung, timer: setTimeout(() => this.climbNow(), delayMs) };
  }

  /** Runs the scheduled step now. */
  climbNow(): void {
    const rung = this.planned;
    this.cancel();
    if (rung) this.#climb(rung);
  }

  cancel(): void {
    clearTimeout(this.#plan?.timer);
    this.#plan = undefined;
  }

  handleTried(rung: Rung): void {
    if (rung === 'rejoin') this.#joins += 1;
    else if (rung === 'resume') this.#resumes += 1;
    else if (rung === 'rebuild') this.#rebuilds += 1;
    else this.#iceRestarts += 1;
  }

  /** Resets counters for a new stay: attempts on the previous one do not count. */
  handleEntered(): void {
    this.#resumes = 0;
    this.#iceRestarts = 0;
    this.#rebuilds = 0;
  }

  /** Resets all counters when everything passes again. */
  handleWhole(): void {
    this.cancel();
    this.#joins = 0;
    this.handleEntered();
  }
}

import { AppError } from '@yunzhen/shared/core/errors';
import type { ClockWatch } from '../../../platform/clock-watch.ts';

/** Decides whether this process may use signing keys: not with a wrong clock, and not in a restored copy, which has the hospital’s real keys. */
export class SigningGate {
  /** Whether this process serves a restored copy (`ISOLATED`). */
  readonly isCopy: boolean;
  readonly #clockWatch: Pick<ClockWatch, 'assertReliable' | 'isReliable'>;

  constructor(isCopy: boolean, clockWatch: Pick<ClockWatch, 'assertReliable' | 'isReliable'>) {
    this.isCopy = isCopy;
    this.#clockWatch = clockWatch;
  }

  get isOpen(): boolean {
    return !this.isCopy && this.#clockWatch.isReliable;
  }

  /** Throws `signing.isolated-copy` and `clock.unreliable`. */
  assertOpen(): void {
    if (this.isCopy) throw new AppError('signing.isolated-copy', 'an isolated copy signs nothing');
    this.#clockWatch.assertReliable();
  }
}

import type { RecoveryCause, RecoveryRung } from '@yunzhen/shared/calls/quality.constants';
import type { RecoveryReport } from '@yunzhen/shared/calls/quality.schemas';
import { HOUR_MS } from '@yunzhen/shared/core/time/duration';
import { timeouts } from '../../timeouts.ts';
import type { MediaSample } from '../media/media-sample.ts';

export interface LossNotice {
  readonly cause: RecoveryCause;
  /** When the last packet before the loss arrived. All times in milliseconds of one clock. */
  readonly lastPacketAt: number;
  readonly noticedAt: number;
  readonly expects: { readonly sound: boolean; readonly picture: boolean };
}

interface Open extends LossNotice {
  readonly rungs: RecoveryRung[];
  soundAt: number | null;
  pictureAt: number | null;
  wholeAt: number | null;
}

const rungsLimit = 40;
const longestMs = HOUR_MS;

/**
 * Measures one recovery, from the last packet before the loss to the first sound and the first picture after it. A loss during a recovery belongs to
 * the same recovery.
 */
export class RecoveryLog {
  #open: Open | undefined;
  #before: { counter: object; sound: number; picture: number } | undefined;

  get underway(): boolean {
    return this.#open !== undefined;
  }

  begin(notice: LossNotice): void {
    if (this.#open) this.#open.wholeAt = null;
    else this.#open = { ...notice, rungs: [], soundAt: null, pictureAt: null, wholeAt: null };
  }

  tried(rung: RecoveryRung): void {
    if (this.#open && this.#open.rungs.length < rungsLimit) this.#open.rungs.push(rung);
  }

  /** Adds a sample of the transports. @param counter distinguishes transports, because new ones restart their counters */
  handleSample(counter: object, { sound, picture }: MediaSample, now: number): void {
    const before = this.#before?.counter === counter ? this.#before : { sound: 0, picture: 0 };
    this.#before = { counter, sound: sound.count, picture: picture.count };
    const open = this.#open;
    // Packets in transit when the loss is detected were sent before it.
    if (!open || open.rungs.length === 0) return;
    if (sound.count > before.sound) open.soundAt ??= now;
    if (picture.count > before.picture) open.pictureAt ??= now;
  }

  handleWhole(now: number): void {
    if (this.#open) this.#open.wholeAt ??= now;
  }

  /** Returns the report once, when the call is fully connected and expected media has arrived or timed out; null until then. */
  take(now: number): RecoveryReport | null {
    const open = this.#open;
    if (!open || open.wholeAt === null || open.rungs.length === 0) return null;
    const arrived =
      (!open.expects.sound || open.soundAt !== null) && (!open.expects.picture || open.pictureAt !== null);
    if (!arrived && now - open.wholeAt < timeouts['calls.arrival']) return null;
    this.#open = undefined;
    const since = (at: number) => Math.min(Math.max(Math.round(at - open.lastPacketAt), 0), longestMs);
    return {
      cause: open.cause,
      rungs: open.rungs,
      noticedAfterMs: since(open.noticedAt),
      soundAfterMs: open.expects.sound && open.soundAt !== null ? since(open.soundAt) : null,
      pictureAfterMs: open.expects.picture && open.pictureAt !== null ? since(open.pictureAt) : null,
    };
  }

  /** Drops the recovery: the call is over, or was restored without any step. */
  drop(): void {
    this.#open = undefined;
  }
}

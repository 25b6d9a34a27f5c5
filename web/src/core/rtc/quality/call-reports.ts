import type { FirstPictureReport, RecoveryReport } from '@yunzhen/shared/calls/quality.schemas';
import { failureOf } from '../session/call-failure.ts';
import { Emitter } from '../session/emitter.ts';
import { FirstPicture } from '../media/first-picture.ts';
import type { MediaSample } from '../media/media-sample.ts';
import { RecoveryLog, type LossNotice } from '../session/recovery-log.ts';
import type { Rung } from '../session/reconnect-policy.ts';
import type { Signaling } from '../session/signaling.ts';

type ReportEvents = { recovered: [RecoveryReport] };

/** More than so many losses without one report that came through are not worth telling. */
const unsentLimit = 20;

/** What a call tells of itself: how it was recovered, how long the first picture took. Outlives the session it tells of. */
export class CallReports extends Emitter<ReportEvents> {
  readonly #log = new RecoveryLog();
  readonly #firstPicture = new FirstPicture();
  #unsent: RecoveryReport[] = [];

  get recovering(): boolean {
    return this.#log.underway;
  }

  handleLoss(notice: LossNotice): void {
    this.#log.begin(notice);
  }

  handleTried(rung: Rung | 'audio-only'): void {
    this.#log.tried(rung);
  }

  handleWhole(signaling: Signaling | undefined): void {
    this.#log.handleWhole(performance.now());
    this.#settle(signaling);
    this.#send(signaling);
  }

  /** @param counter tells transports apart @param signaling where a report can be sent; undefined while the call is not whole */
  handleLook(counter: object, look: MediaSample, signaling: Signaling | undefined): void {
    this.#log.handleLook(counter, look, performance.now());
    this.#settle(signaling);
  }

  handleAsked(prepared: boolean): void {
    this.#firstPicture.handleAsked(performance.now(), prepared);
  }

  handlePictureShown(signaling: Signaling | undefined): FirstPictureReport | null {
    const report = this.#firstPicture.handleShown(performance.now());
    if (report) signaling?.request('report-first-picture', report).catch(() => undefined);
    return report;
  }

  /** The call is over: what was lost will not come back. */
  drop(): void {
    this.#log.drop();
  }

  close(): void {
    this.removeAllListeners();
  }

  #settle(signaling: Signaling | undefined): void {
    const report = this.#log.take(performance.now());
    if (!report) return;
    this.#keep(report);
    this.#send(signaling);
    this.emit('recovered', report);
  }

  /** What gets no answer is sent again when the call is whole the next time. */
  #send(signaling: Signaling | undefined): void {
    if (!signaling?.up) return;
    for (const report of this.#unsent.splice(0)) {
      signaling.request('report-recovery', report).catch((error: unknown) => {
        if (failureOf(error) === 'unreachable') this.#keep(report);
      });
    }
  }

  #keep(report: RecoveryReport): void {
    this.#unsent = [...this.#unsent, report].slice(-unsentLimit);
  }
}

import type { FirstPictureReport, RecoveryReport } from '@yunzhen/shared/calls/quality.schemas';
import { failureOf } from '../session/call-failure.ts';
import { Emitter } from '../session/emitter.ts';
import { FirstPicture } from '../media/first-picture.ts';
import type { MediaSample } from '../media/media-sample.ts';
import { RecoveryLog, type LossNotice } from '../session/recovery-log.ts';
import type { Rung } from '../session/reconnect-policy.ts';
import type { Signaling } from '../session/signaling.ts';

type ReportEvents = { recovered: [RecoveryReport] };

/** More unsent reports than this are dropped. */
const unsentLimit = 20;

/** Reports of a call: its recoveries and the time to the first picture. Outlives the sessions that it reports on. */
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

  /** @param counter distinguishes transports @param signaling for sending a report; undefined while the call is not fully connected */
  handleSample(counter: object, sample: MediaSample, signaling: Signaling | undefined): void {
    this.#log.handleSample(counter, sample, performance.now());
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

  /** Drops the open recovery, because the call is over. */
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

  /** Sends the reports. Unanswered ones are sent again the next time the call is fully connected. */
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

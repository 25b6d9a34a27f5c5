import type { CallEvent } from '../../platform/nodes/node-api.contract.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/logging/logger.ts';
import { backoffDelay } from '../backoff.ts';
import type { CallEventRecorder, CallOccurrence } from '../rooms/call-event-recorder.ts';
import type { EventJournal } from './event-journal.ts';
import { ApiRefusedError, type InternalApi } from './internal-api.ts';

/** Maximum events per delivery (the contract's limit). */
const BATCH = 500;
/** Maximum quality events among them: each may be several kilobytes, and a delivery stays below a megabyte. */
const MEASURED_BATCH = 100;
/** Maximum quality events that wait for the api; then the oldest are dropped. */
const MAX_MEASURED = 5_000;
const retry = { firstMs: 250, longestMs: 10_000 };
/** How long events of a hospital wait that is closed for its move. */
const PAUSE_MS = 1_000;
/** Statuses that reject the events for good: sending the same again would fail again. */
const finalRefusals = [400, 413, 422];

/**
 * Stores call events until the api has acknowledged them, in memory and in the journal. Delivers at least once, in order; the api applies each id
 * once. It never throws into a call or delays one.
 *
 * Quality measurements come by the thousand and matter less than a join or a leave. They are kept in memory only and delivered last, and the oldest
 * are dropped when the api is away for long.
 */
export class CallEventSpool implements CallEventRecorder {
  readonly #journal: EventJournal;
  readonly #api: Pick<InternalApi, 'sendEvents'>;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #pending = new Map<string, CallEvent>();
  readonly #measured = new Map<string, CallEvent>();
  /** Hospitals that take nothing for some seconds. Their events wait; those of other hospitals go on. */
  readonly #paused = new Set<string>();
  #resume: NodeJS.Timeout | undefined;
  #givenUp = 0;
  #batch = BATCH;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  #delivery: Promise<void> | undefined;
  #closed = false;
  #journalOpen = true;

  constructor(journal: EventJournal, api: Pick<InternalApi, 'sendEvents'>, clock: Clock, log: Logger) {
    this.#journal = journal;
    this.#api = api;
    this.#clock = clock;
    this.#log = log;
    for (const event of journal.recovered) this.#pending.set(event.id, event);
    if (this.#pending.size > 0) log.info({ events: this.#pending.size }, 'call events of an earlier run recovered');
    if (journal.unreadable > 0) log.warn({ lines: journal.unreadable }, 'call event journal has unreadable lines');
  }

  /** Number of events that the api has not acknowledged. */
  get pending(): number {
    return this.#pending.size + this.#measured.size;
  }

  record(occurrence: CallOccurrence): void {
    const at = this.#clock.now().toISOString();
    const event: CallEvent = { id: newId(), at, samples: null, recovery: null, firstPicture: null, ...occurrence };
    if (event.type === 'quality') this.#keepMeasured(event);
    else {
      this.#pending.set(event.id, event);
      this.#attempt('append', () => this.#journal.append(event));
    }
    // After a failure the retry timer decides; a new event is no reason to retry sooner.
    if (this.#failures === 0) this.flush();
  }

  /** Delivers pending events now, regardless of the retry timer. */
  flush(): void {
    if (this.#closed || this.#delivery || this.pending === 0) return;
    clearTimeout(this.#timer);
    this.#delivery = this.#deliverAll().finally(() => {
      this.#delivery = undefined;
      if (this.#due().length > 0) this.#scheduleRetry();
    });
  }

  /** Waits up to `withinMs` for a last delivery; the rest stays in the journal for the next start. Idempotent. */
  async close(withinMs: number): Promise<void> {
    if (this.#closed) return;
    this.flush();
    const delivery = this.#delivery;
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#resume);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([delivery, new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)))]);
    clearTimeout(timer);
    this.#journalOpen = false;
    this.#journal.close();
  }

  async #deliverAll(): Promise<void> {
    for (let events = this.#due(); events.length > 0; events = this.#due()) {
      try {
        const waiting = await this.#api.sendEvents(events);
        this.#failures = 0;
        this.#batch = BATCH;
        this.#pause(events.filter(({ id }) => waiting.has(id)));
        this.#settle(events.filter(({ id }) => !waiting.has(id)));
      } catch (error) {
        if (!this.#handleRefusal(error, events)) return;
      }
    }
  }

  /** The next events to deliver. */
  #due(): CallEvent[] {
    const isDue = ({ hospitalId }: CallEvent) => !this.#paused.has(hospitalId);
    const measured = [...this.#measured.values()].filter(isDue).slice(0, MEASURED_BATCH);
    return [...this.#pending.values()].filter(isDue).concat(measured).slice(0, this.#batch);
  }

  #pause(waiting: readonly CallEvent[]): void {
    for (const { hospitalId } of waiting) this.#paused.add(hospitalId);
    if (this.#paused.size === 0 || this.#closed) return;
    this.#resume ??= setTimeout(() => {
      this.#resume = undefined;
      this.#paused.clear();
      this.flush();
    }, PAUSE_MS).unref();
  }

  /** @returns true when the next attempt may follow at once */
  #handleRefusal(error: unknown, events: readonly CallEvent[]): boolean {
    const [first] = events;
    if (!(error instanceof ApiRefusedError) || !finalRefusals.includes(error.status) || !first) {
      if (this.#failures === 0)
        this.#log.warn({ err: error, events: this.pending }, 'call events could not be delivered');
      this.#failures += 1;
      return false;
    }
    // One bad event must not block the others: halve the batch down to it, then set it aside.
    if (events.length > 1) {
      this.#batch = Math.ceil(events.length / 2);
      return true;
    }
    this.#log.error({ eventId: first.id, type: first.type, status: error.status }, 'call event rejected by the api');
    if (first.type !== 'quality') this.#attempt('setAside', () => this.#journal.setAside(first));
    this.#settle(events);
    return true;
  }

  #settle(events: readonly CallEvent[]): void {
    for (const { id } of events) this.#measured.delete(id);
    const ids = events.map(({ id }) => id).filter((id) => this.#pending.delete(id));
    if (ids.length > 0) this.#attempt('settle', () => this.#journal.settle(ids, this.#pending.size));
  }

  #keepMeasured(event: CallEvent): void {
    this.#measured.set(event.id, event);
    if (this.#measured.size <= MAX_MEASURED) return;
    const [oldest] = this.#measured.keys();
    if (oldest) this.#measured.delete(oldest);
    this.#givenUp += 1;
    if (this.#givenUp % MAX_MEASURED === 1) this.#log.warn({ events: this.#givenUp }, 'quality events dropped');
  }

  #scheduleRetry(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => this.flush(), backoffDelay(Math.max(1, this.#failures), retry)).unref();
  }

  /** Runs a journal operation. A full disk must not disturb a call: the event is still in memory. */
  #attempt(operation: string, act: () => void): void {
    if (!this.#journalOpen) return;
    try {
      act();
    } catch (error) {
      this.#log.error({ operation, err: error }, 'call event journal failed');
    }
  }
}

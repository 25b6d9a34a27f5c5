import { systemContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { countedTypes, countSubject, isCountedType } from './count-subject.ts';
import type { CountedEvent } from './counted-event.ts';
import { totalId, RollupCells } from './rollup-cells.ts';
import type { RollupsRepository } from './rollups.repository.ts';
import type { MetricsPart } from '../metrics-part.ts';

/** Events counted per transaction. */
const batch = 1000;
/** Events read at once in a recount; more than any subject has. */
const stride = 20_000;

interface RollupServiceDeps extends MetricsPart<'transactions' | 'hospitals'> {
  rollups: RollupsRepository;
}

/**
 * Counts domain events into the rollups, each exactly once. An event stays in `figure_pending` from its own transaction until the one that counts it,
 * so another process can continue after a crash.
 */
export class RollupService extends Service<RollupServiceDeps> {
  /** Counts pending events of one hospital in batches. Returns the number of events. */
  async countPending(hospitalId: string, cause: string): Promise<number> {
    let counted = 0;
    for (;;) {
      const some = await this.deps.transactions.run(systemContext(hospitalId, cause), (tx) => this.#countBatch(tx));
      counted += some;
      if (some < batch) return counted;
    }
  }

  async #countBatch(tx: Tx): Promise<number> {
    await this.deps.rollups.lock(tx);
    const events = await this.deps.rollups.pending(tx, batch);
    if (events.length === 0) return 0;
    const news = Map.groupBy(
      events.filter(({ type }) => isCountedType(type)),
      ({ subject }) => subject,
    );
    const counted = await this.deps.rollups.counted(tx, [...news.keys()], countedTypes);
    const before = Map.groupBy(counted, ({ subject }) => subject);
    const cells = new RollupCells(await this.#timeZone(tx));
    for (const [subject, added] of news) {
      const known = before.get(subject) ?? [];
      if (known.length > 0) cells.add(countSubject(known), -1);
      cells.add(countSubject([...known, ...added]), 1);
    }
    await this.deps.rollups.add(tx, cells.changes());
    await this.deps.rollups.settle(
      tx,
      events.map(({ id }) => id),
    );
    return events.length;
  }

  /**
   * Recounts all events of a hospital in one transaction, so pages show the old figures until it commits. Needed after a change of the hospital’s
   * time zone; otherwise the result is the same. Pending events are left to `countPending`.
   */
  rebuild(hospitalId: string, cause: string): Promise<number> {
    return this.deps.transactions.run(systemContext(hospitalId, cause), async (tx) => {
      await this.deps.rollups.lock(tx);
      await this.deps.rollups.clear(tx);
      const timeZone = await this.#timeZone(tx);
      let counted = 0;
      for (let after = totalId; ;) {
        const events = await this.deps.rollups.inOrder(tx, after, countedTypes, stride);
        const last = events.at(-1);
        if (!last) break;
        // The last subject may continue beyond this batch.
        const whole = events.length < stride ? events : events.filter(({ subject }) => subject !== last.subject);
        if (whole.length === 0) throw new Error('one subject has more events than one batch can hold');
        await this.#countWhole(tx, timeZone, whole);
        counted += whole.length;
        after = whole.at(-1)?.subject ?? after;
      }
      for (let after = totalId; ;) {
        const events = await this.deps.rollups.duties(tx, after, stride);
        if (events.length === 0) break;
        await this.#countWhole(tx, timeZone, events);
        counted += events.length;
        after = events.at(-1)?.id ?? after;
      }
      return counted;
    });
  }

  async #countWhole(tx: Tx, timeZone: string, events: readonly CountedEvent[]): Promise<void> {
    const cells = new RollupCells(timeZone);
    for (const [, one] of Map.groupBy(events, ({ subject }) => subject)) cells.add(countSubject(one), 1);
    await this.deps.rollups.add(tx, cells.changes());
  }

  async #timeZone(tx: Tx): Promise<string> {
    return (await this.deps.hospitals.current(tx)).timeZone;
  }
}

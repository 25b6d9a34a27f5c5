import type { ResponseOf } from '@yunzhen/shared/contract/route';
import type { LiveBoard, readDailyFigures } from '@yunzhen/shared/contract/metrics';
import { dayIn, shiftDay } from '../../../platform/clock.ts';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import type { HospitalsService } from '../auth/index.ts';
import { shareOf, targetWaitOf } from './metrics.policy.ts';
import type { MetricsRepository } from './metrics.repository.ts';

/** The hospital’s figures. Numbers only: no patient is named, and no doctor. */
export class MetricsService {
  readonly #transactions: Transactions;
  readonly #metrics: MetricsRepository;
  readonly #hospitals: HospitalsService;
  /** Told by whoever writes figures of the past. */
  pastComing = false;

  constructor(transactions: Transactions, metrics: MetricsRepository, hospitals: HospitalsService) {
    this.#transactions = transactions;
    this.#metrics = metrics;
    this.#hospitals = hospitals;
  }

  readBoard(context: ActorContext): Promise<LiveBoard> {
    return this.#transactions.run(context, async (tx) => {
      const { timeZone, settings } = await this.#hospitals.current(tx);
      const targetWait = targetWaitOf(settings);
      const day = dayIn(timeZone, tx.now);
      const today = await this.#metrics.dayUntilNow(tx, timeZone, day);
      const before = await this.#metrics.dayUntilNow(tx, timeZone, shiftDay(day, -7));
      const admissions = await this.#metrics.admissions(tx, timeZone, day, targetWait);
      const now = await this.#metrics.now(tx);
      const calls = await this.#metrics.calls(tx, timeZone, shiftDay(day, -6), day);
      await this.#audit(tx, 'board');
      return {
        at: tx.now.toISOString(),
        today,
        before,
        rejectionRate: shareOf(today.rejected, today.reviewed),
        ...now,
        withinTarget: shareOf(admissions.within, admissions.all),
        targetWait,
        calls,
        pastComing: this.pastComing,
      };
    });
  }

  readDaily(context: ActorContext, days: number): Promise<ResponseOf<typeof readDailyFigures>> {
    return this.#transactions.run(context, async (tx) => {
      const { timeZone } = await this.#hospitals.current(tx);
      const today = dayIn(timeZone, tx.now);
      await this.#audit(tx, 'daily');
      return { items: await this.#metrics.daily(tx, timeZone, shiftDay(today, 1 - days), today) };
    });
  }

  #audit(tx: Tx, which: 'board' | 'daily'): Promise<void> {
    return tx.audit('metrics.read', { entity: 'metrics', entityId: which });
  }
}

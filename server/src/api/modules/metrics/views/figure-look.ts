import { AppError } from '@yunzhen/shared/errors';
import type { Grain } from '@yunzhen/shared/contract/metrics-figures';
import type { AuditAction } from '@yunzhen/shared/domain/audit';
import type { HospitalContext } from '../../../../platform/context.ts';
import type { Transactions, Tx } from '../../../../platform/db/transaction.ts';
import type { HospitalsService } from '../../auth/index.ts';
import type { RollupsRepository } from '../counting/rollups.repository.ts';
import { targetsOf } from '../metrics.policy.ts';
import type { Targets } from './figure-value.ts';
import { rangeBefore, requireRange, type DayRange } from './figure-range.ts';
import type { RollupReader } from './rollup-reader.repository.ts';

/** What every view of the figures begins with. */
export interface Look {
  readonly range: DayRange;
  readonly before: DayRange;
  readonly timeZone: string;
  readonly targets: Targets;
  /** As the contract’s `figureSpan` has it. */
  readonly span: {
    from: string;
    to: string;
    beforeFrom: string;
    beforeTo: string;
    timeZone: string;
    asOf: string;
    waiting: number;
  };
}

export interface Asked extends DayRange {
  departmentId?: string | undefined;
  practitionerId?: string | undefined;
}

/** Opens a look at the figures: checks what is asked, writes the audit, says how fresh the answer is. */
export class FigureLooks {
  readonly #transactions: Transactions;
  readonly #hospitals: HospitalsService;
  readonly #rollups: RollupsRepository;
  readonly #reader: RollupReader;

  constructor(
    transactions: Transactions,
    hospitals: HospitalsService,
    rollups: RollupsRepository,
    reader: RollupReader,
  ) {
    this.#transactions = transactions;
    this.#hospitals = hospitals;
    this.#rollups = rollups;
    this.#reader = reader;
  }

  /** Throws `validation.failed` for an impossible range, `resource.not-found` for a department or doctor of elsewhere. */
  look<Value>(
    context: HospitalContext,
    view: { name: string; action?: AuditAction; grain?: Grain },
    asked: Asked,
    work: (tx: Tx, look: Look) => Promise<Value>,
  ): Promise<Value> {
    const range = { from: asked.from, to: asked.to };
    requireRange(range, view.grain);
    return this.#transactions.run(context, async (tx) => {
      const { departmentId, practitionerId } = asked;
      if ((departmentId ?? practitionerId) && !(await this.#reader.exists(tx, { departmentId, practitionerId })))
        throw new AppError('resource.not-found', 'no such department or doctor here');
      const { timeZone, settings } = await this.#hospitals.current(tx);
      const { waiting, oldest } = await this.#rollups.waiting(tx);
      const details = {
        ...range,
        ...(departmentId ? { departmentId } : {}),
        ...(practitionerId ? { practitionerId } : {}),
      };
      await tx.audit(view.action ?? 'metrics.read', { entity: 'metrics', entityId: view.name, details });
      const before = rangeBefore(range);
      return work(tx, {
        range,
        before,
        timeZone,
        targets: targetsOf(settings),
        span: {
          ...range,
          beforeFrom: before.from,
          beforeTo: before.to,
          timeZone,
          asOf: (oldest && oldest < tx.now ? oldest : tx.now).toISOString(),
          waiting,
        },
      });
    });
  }
}

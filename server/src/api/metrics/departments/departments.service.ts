import { AppError } from '@yunzhen/shared/core/errors';
import type { ResponseOf } from '@yunzhen/shared/core/route';
import type { DepartmentBoard, listOwnDepartments } from '@yunzhen/shared/metrics/metrics.contract';
import type { ActorContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import { goalsOf, targetsOf, thresholdsOf } from '../metrics.policy.ts';
import type { MetricsPart } from '../metrics-part.ts';
import type { MetricsService } from '../metrics.service.ts';
import type { DepartmentBoards } from './department-boards.repository.ts';
import { assertInScope, confinedTo } from './department-scope.ts';

interface DepartmentsServiceDeps extends MetricsPart<'transactions' | 'hospitals'> {
  departments: DepartmentBoards;
  board: Pick<MetricsService, 'pastComing'>;
}

/** Departments whose figures a person may see, and what happens in one of them now. */
export class DepartmentsService extends Service<DepartmentsServiceDeps> {
  list(context: ActorContext): Promise<ResponseOf<typeof listOwnDepartments>> {
    return this.deps.transactions.run(context, async (tx) => ({
      items: await this.deps.departments.of(tx, confinedTo(context.actor)),
    }));
  }

  /** Throws `auth.forbidden` for another department than a head’s own, `resource.not-found` for one of another hospital. */
  board(context: ActorContext, departmentId: string): Promise<DepartmentBoard> {
    const { transactions, departments, hospitals, board } = this.deps;
    return transactions.run(context, async (tx) => {
      await assertInScope(tx, departments, context.actor, departmentId);
      if (!(await departments.of(tx, null)).some(({ id }) => id === departmentId))
        throw new AppError('resource.not-found', 'department not found');
      const { settings } = await hospitals.current(tx);
      const waiting = await departments.waiting(tx, departmentId);
      await tx.audit('metrics.read', { entity: 'metrics', entityId: 'department-board', details: { departmentId } });
      return {
        at: tx.now.toISOString(),
        waiting: waiting.map((one) => ({
          ...one,
          checkedInAt: one.checkedInAt.toISOString(),
          bookedFor: one.bookedFor?.toISOString() ?? null,
        })),
        inCallNow: await departments.inCallNow(tx, departmentId),
        doctors: await departments.doctors(tx, departmentId),
        targetWait: targetsOf(settings).targetWaitSeconds,
        goals: goalsOf(settings),
        thresholds: thresholdsOf(settings),
        pastComing: board.pastComing,
      };
    });
  }
}

import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { listSchedules, PlannedDoctor } from '@yunzhen/shared/scheduling/schedules.contract';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import { Service } from '../../../platform/service.ts';
import { nextFreeOf } from './next-free.ts';
import type { PlannedDoctorRow, ScheduleListRepository } from './schedule-list.repository.ts';
import type { SchedulingPart } from '../scheduling-part.ts';

interface ScheduleListServiceDeps extends SchedulingPart<'transactions' | 'desk'> {
  doctors: ScheduleListRepository;
}

/** The hospital’s doctors with their next free time, for the planning of hours. */
export class ScheduleListService extends Service<ScheduleListServiceDeps> {
  list(context: ActorContext, query: QueryOf<typeof listSchedules>): Promise<ResponseOf<typeof listSchedules>> {
    return this.deps.transactions.run(context, async (tx) => {
      const { cursor, hours = null, ...rest } = query;
      const rows = await this.deps.doctors.list(tx, { ...rest, hours, after: decodeSortedPlace(cursor) });
      const { timeZone } = await this.deps.desk.hospital(tx);
      const found = cutPage(rows, query.limit, sortedPlace, (row) => toPlannedDoctor(row, timeZone, tx.now));
      const details = { count: found.items.length };
      await tx.audit('schedule.read', { entity: 'practitioner-list', entityId: null, details });
      return found;
    });
  }
}

/** Ignores hours beyond the licence, which cannot be booked. */
function toPlannedDoctor(row: PlannedDoctorRow, timeZone: string, now: Date): PlannedDoctor {
  const { id, name, nameLatin, title, departments, savedAt, licenceValidUntil } = row;
  const next = nextFreeOf(row, { departmentId: null, timeZone, now });
  return {
    doctorId: id,
    name,
    nameLatin,
    title,
    departments,
    savedAt: savedAt?.toISOString() ?? null,
    nextFreeAt: next && dayIn(timeZone, next) <= licenceValidUntil ? next.toISOString() : null,
  };
}

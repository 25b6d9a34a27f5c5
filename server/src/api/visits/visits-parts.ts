import type { ApiDeps } from '../core/area-deps.ts';
import type { DirectoryArea } from '../directory/index.ts';
import type { Notify } from '../notifications/index.ts';
import type { SchedulingArea } from '../scheduling/index.ts';
import { AttendanceRepository } from './attendance/attendance.repository.ts';
import { DoctorDelays } from './attendance/doctor-delays.ts';
import { OpenPagesRepository } from './attendance/open-pages.repository.ts';
import { TurnCalls } from './attendance/turn-calls.ts';
import { CareService } from './care.service.ts';
import { VisitTransitions } from './conduct/visit-transitions.service.ts';
import { DangerAnswersRepository } from './danger-page/danger-answers.repository.ts';
import { visitsHooks } from './hooks.ts';
import { NextFreeRepository } from './requests/next-free.repository.ts';
import { TransfersRepository } from './transfers/transfers.repository.ts';
import { TriageRepository } from './triage/triage.repository.ts';
import { VisitsRepository } from './visits.repository.ts';
import { QueueRepository } from './waiting-room/queue.repository.ts';

export interface VisitsDeps extends ApiDeps {
  directory: DirectoryArea;
  notifications: Pick<Notify, 'notify' | 'withdraw'>;
  scheduling: SchedulingArea;
}

export type VisitsParts = ReturnType<typeof visitsParts>;

/** Creates what the folders of this area share: repositories, hooks and the visit transitions. */
export function visitsParts({ transactions, directory, scheduling, notifications: { notify } }: VisitsDeps) {
  const visits = new VisitsRepository();
  const queue = new QueueRepository();
  const attendance = new AttendanceRepository();
  const dangerAnswers = new DangerAnswersRepository();
  const transferRows = new TransfersRepository();
  const hooks = visitsHooks();
  const delays = new DoctorDelays({ queue });
  const turns = new TurnCalls({ attendance, visits, directory, notify });
  return {
    transactions,
    visits,
    queue,
    attendance,
    dangerAnswers,
    transferRows,
    hooks,
    delays,
    turns,
    directory,
    notify,
    care: new CareService({ visits }),
    nextFree: new NextFreeRepository(),
    pages: new OpenPagesRepository(),
    triage: new TriageRepository(),
    transitions: new VisitTransitions({
      transactions,
      visits,
      queue,
      dangerAnswers,
      hooks,
      transfers: transferRows,
      delays,
      turns,
      scheduling,
    }),
  };
}

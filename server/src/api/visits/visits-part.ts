import type { ApiDeps } from '../core/area-deps.ts';
import type { DirectoryArea } from '../directory/index.ts';
import type { Notify } from '../notifications/index.ts';
import type { AttendanceRepository } from './attendance/attendance.repository.ts';
import type { DangerAnswersRepository } from './danger-page/danger-answers.repository.ts';
import type { DoctorDelays } from './attendance/doctor-delays.ts';
import type { OpenPagesRepository } from './attendance/open-pages.repository.ts';
import type { VisitsHooks } from './hooks.ts';
import type { NextFreeRepository } from './requests/next-free.repository.ts';
import type { TransfersRepository } from './transfers/transfers.repository.ts';
import type { TriageRepository } from './triage/triage.repository.ts';
import type { VisitsRepository } from './visits.repository.ts';
import type { QueueRepository } from './waiting-room/queue.repository.ts';

/** The named dependencies of services in this area. */
interface Parts extends ApiDeps {
  attendance: AttendanceRepository;
  dangerAnswers: DangerAnswersRepository;
  delays: DoctorDelays;
  directory: DirectoryArea;
  hooks: VisitsHooks;
  nextFree: NextFreeRepository;
  notify: Notify['notify'];
  pages: OpenPagesRepository;
  queue: QueueRepository;
  transferRows: TransfersRepository;
  triage: TriageRepository;
  visits: VisitsRepository;
}

/** A selection of these dependencies by name. */
export type VisitsPart<Name extends keyof Parts> = Pick<Parts, Name>;

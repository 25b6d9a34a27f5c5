import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import type { Tx } from '../../platform/db/transaction.ts';
import { leavingForAnotherTime } from './attendance/another-time.ts';
import type { CareService } from './care.service.ts';
import { ConductService } from './conduct/conduct.service.ts';
import { VisitNotices } from './conduct/visit-notices.ts';
import { DayRepository } from './day/day.repository.ts';
import { registerDayRoutes } from './day/day.routes.ts';
import { DayService } from './day/day.service.ts';
import type { VisitsHooks } from './hooks.ts';
import { PausesRepository } from './pauses/pauses.repository.ts';
import { registerPauseRoutes } from './pauses/pauses.routes.ts';
import { PausesService } from './pauses/pauses.service.ts';
import { createRatings } from './ratings/create-ratings.ts';
import { BookedVisits } from './requests/booked-visits.ts';
import { assertNoRedFlags } from './requests/red-flag-guard.ts';
import { VisitRequestService } from './requests/visit-request.service.ts';
import { WorklistRepository } from './to-do/worklist.repository.ts';
import { registerWorklistRoutes } from './to-do/worklist.routes.ts';
import { WorklistService } from './to-do/worklist.service.ts';
import { createTransfers } from './transfers/create-transfers.ts';
import { handOverVisitsOf } from './transfers/stranded-visits.job.ts';
import { registerTriageRoutes } from './triage/triage.routes.ts';
import { TriageService } from './triage/triage.service.ts';
import { visitsParts, type VisitsDeps, type VisitsParts } from './visits-parts.ts';
import type { VisitsRepository } from './visits.repository.ts';
import { registerVisitRoutes } from './visits.routes.ts';
import { createWaitingRoom } from './waiting-room/create-waiting-room.ts';

export type { VisitFacts } from './care.service.ts';
export type { TakenAnswers, VisitsHooks } from './hooks.ts';
export { secondsSince } from './conduct/visit-effects.ts';
export { callChange } from './visit-audience.ts';
export type { VisitRow } from './visit.entity.ts';
export { isDoctorOf, isPatientOf, visitNotFound } from './visits.policy.ts';

/** What the call of a visit reads and writes of it. */
export type VisitRows = Pick<VisitsRepository, 'find' | 'lock' | 'view' | 'setHeld' | 'raiseRoomRevision' | 'pin'>;

/** What other areas may ask of visits. */
export interface VisitsArea extends Pick<
  CareService,
  | 'getVisit'
  | 'holdVisit'
  | 'requireConduct'
  | 'requireDoctor'
  | 'hasCare'
  | 'visitInProgressWith'
  | 'isInProgress'
  | 'doctorsNow'
> {
  readonly rows: VisitRows;
  /** Closes the hand-over of a visit whose patient is off hold again. */
  settleTransfer(tx: Tx, visitId: string): Promise<void>;
  /** Hands over the visits of a doctor whose account lost its rights. */
  doctorLeaves(tx: Tx, accountId: string): Promise<void>;
  /** What visits do about appointments: the handlers of scheduling’s hooks. */
  readonly ofAppointments: AppointmentHandlers;
  readonly hooks: VisitsHooks;
}

type AppointmentHandlers = ReturnType<typeof appointmentHandlers>;

/** Visits from booking to end, with the waiting room and the doctor’s queue and day. */
export function createVisitsArea(deps: VisitsDeps): VisitsArea {
  const { transactions, routes, directory } = deps;
  const parts = visitsParts(deps);
  const { visits, care, transitions } = parts;
  const notices = new VisitNotices({ notifications: deps.notifications, care, directory });
  registerTriageRoutes(routes, new TriageService(parts));
  registerPauseRoutes(routes, new PausesService({ ...parts, pauses: new PausesRepository() }));
  registerVisitRoutes(routes, {
    booking: new VisitRequestService({ transactions, visits, transitions, directory }),
    waitingRoom: createWaitingRoom(deps, parts, createTransfers(deps, parts)),
    conduct: new ConductService({ ...parts, notices }),
  });
  const { calendar } = deps.scheduling;
  registerDayRoutes(
    routes,
    new DayService({ transactions, day: new DayRepository(), hospital: (tx) => directory.hospital(tx), calendar }),
  );
  createRatings(deps, care);
  registerWorklistRoutes(routes, new WorklistService({ transactions, work: new WorklistRepository() }));
  return {
    getVisit: (tx, visitId) => care.getVisit(tx, visitId),
    holdVisit: (tx, visitId) => care.holdVisit(tx, visitId),
    requireConduct: (tx, actor, visitId, alsoIn) => care.requireConduct(tx, actor, visitId, alsoIn),
    requireDoctor: (tx, actor, visitId) => care.requireDoctor(tx, actor, visitId),
    hasCare: (tx, actor, patientId) => care.hasCare(tx, actor, patientId),
    visitInProgressWith: (tx, actor, patientId) => care.visitInProgressWith(tx, actor, patientId),
    isInProgress: (tx, visitId) => care.isInProgress(tx, visitId),
    doctorsNow: (tx, patientId) => care.doctorsNow(tx, patientId),
    rows: visits,
    settleTransfer: (tx, visitId) => parts.transferRows.settle(tx, visitId, 'taken'),
    doctorLeaves: (tx, accountId) => handOverVisitsOf(tx, deps.jobs, accountId),
    ofAppointments: appointmentHandlers(parts, notices),
    hooks: parts.hooks,
  };
}

function appointmentHandlers(parts: VisitsParts, notices: VisitNotices) {
  const booked = new BookedVisits(parts.visits);
  return {
    refuseDangerSigns: async (tx: Tx, patientId: string, reason: string, dismissed: readonly RedFlagId[]) => {
      await assertNoRedFlags(tx, patientId, { texts: [reason], dismissed, before: [] });
    },
    open: booked.open.bind(booked),
    miss: booked.miss.bind(booked),
    leave: leavingForAnotherTime(parts),
    booked: notices.booked.bind(notices),
  };
}

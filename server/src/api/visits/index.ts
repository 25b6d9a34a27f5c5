import type { Tx } from '../../platform/db/transaction.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { AuthModule } from '../accounts/index.ts';
import type { HospitalsService } from '../administration/index.ts';
import type { DirectoryModule } from '../directory/index.ts';
import type { Notify } from '../notifications/index.ts';
import type { SchedulingModule } from '../scheduling/index.ts';
import { leavingForAnotherTime, type AnswerKeeping } from './attendance/another-time.ts';
import { AttendanceRepository } from './attendance/attendance.repository.ts';
import { registerAttendanceRoutes } from './attendance/attendance.routes.ts';
import { AttendanceService } from './attendance/attendance.service.ts';
import { DoctorDelays } from './attendance/doctor-delays.ts';
import { OpenPagesRepository } from './attendance/open-pages.repository.ts';
import { OtherDoctorService } from './attendance/other-doctor.service.ts';
import { TurnCalls } from './attendance/turn-calls.ts';
import { waitingRoomsJob } from './attendance/waiting-rooms.job.ts';
import { WaitingRoomsService } from './attendance/waiting-rooms.service.ts';
import { BookedVisits } from './requests/booked-visits.ts';
import { BookingService } from './requests/visit-request.service.ts';
import { CareService } from './care.service.ts';
import { ConductService, type CompletionGuard, type CompletionHook } from './conduct/conduct.service.ts';
import { DayRepository } from './day/day.repository.ts';
import { registerDayRoutes } from './day/day.routes.ts';
import { DayService } from './day/day.service.ts';
import { VisitHooks } from './hooks.ts';
import { NextFreeRepository } from './requests/next-free.repository.ts';
import { PausesRepository } from './pauses/pauses.repository.ts';
import { registerPauseRoutes } from './pauses/pauses.routes.ts';
import { PausesService } from './pauses/pauses.service.ts';
import { PresenceService } from './waiting-room/presence.service.ts';
import { QueueRepository } from './waiting-room/queue.repository.ts';
import { passRedFlags } from './requests/red-flag-guard.ts';
import { handOverVisitsOf, strandedVisitsJob } from './transfers/stranded-visits.job.ts';
import { StrandedVisitsRepository } from './transfers/stranded-visits.repository.ts';
import { StrandedVisitsService } from './transfers/stranded-visits.service.ts';
import { TransfersRepository } from './transfers/transfers.repository.ts';
import { registerTransferRoutes } from './transfers/transfers.routes.ts';
import { TransfersService } from './transfers/transfers.service.ts';
import { TriageRepository } from './triage/triage.repository.ts';
import { registerTriageRoutes } from './triage/triage.routes.ts';
import { TriageService } from './triage/triage.service.ts';
import { VisitTransitions } from './conduct/visit-transitions.service.ts';
import { registerVisitRoutes } from './visits.routes.ts';
import { VisitsRepository } from './visits.repository.ts';
import { WaitingRoomService, type AnswerTaking } from './waiting-room/waiting-room.service.ts';

export type { VisitFacts } from './care.service.ts';
export type { CompletionGuard } from './conduct/conduct.service.ts';
export type { AnswerKeeping } from './attendance/another-time.ts';
export type { AnswerTaking, TakenAnswers } from './waiting-room/waiting-room.service.ts';
export { secondsSince } from './conduct/visit-effects.ts';
export { tellOfVisits } from './conduct/visit-notices.ts';
export { createRatingsModule } from './ratings/create-ratings.ts';
export { createWorklistModule } from './to-do/create-worklist.ts';
export { callChange } from './visit-audience.ts';
export type { VisitRow } from './visit.entity.ts';
export { isDoctorOf, isPatientOf, visitNotFound } from './visits.policy.ts';

/** What the call of a visit reads and writes of it. */
export type VisitRows = Pick<VisitsRepository, 'find' | 'lock' | 'view' | 'setHeld' | 'raiseRoomRevision'>;

/** What other modules may ask of visits. */
export interface VisitsModule extends Pick<
  CareService,
  | 'getVisit'
  | 'holdVisit'
  | 'requireConduct'
  | 'requireDoctor'
  | 'hasCare'
  | 'visitInProgressWith'
  | 'isInProgress'
  | 'doctorsNow'
  | 'followUpsAhead'
> {
  /** Lets a module refuse the completion of a visit, by throwing, until its own part is done. */
  addCompletionGuard(guard: CompletionGuard): void;
  /** Where other areas join in what happens to a visit. */
  readonly hooks: Pick<VisitHooks, 'onVisitEnded' | 'onHandedOver' | 'onRoomChanged' | 'onGuestsAsked'>;
  readonly rows: VisitRows;
  /** Closes the hand-over of a visit whose patient is off hold again. */
  settleTransfer(tx: Tx, visitId: string): Promise<void>;
  /** Carries what people should know of a visit that was completed. */
  addCompletionHook(hook: CompletionHook): void;
  /**
   * Who takes what a patient answered into the visit at check-in, who puts it away when the visit ends before, and who keeps it for the
   * same appointment at another time.
   */
  connectAnswers(take: AnswerTaking, putAway: (tx: Tx, visitId: string) => Promise<void>, keep: AnswerKeeping): void;
}

/** Visits from booking to end, with the waiting room and the doctor’s queue and day. */
export function createVisitsModule(
  deps: ApiDeps,
  auth: Pick<AuthModule, 'addLeavingHook'>,
  hospitals: HospitalsService,
  directory: DirectoryModule,
  scheduling: SchedulingModule,
  { notify }: Pick<Notify, 'notify'>,
): VisitsModule {
  const { transactions, routes, clock, log } = deps;
  const visits = new VisitsRepository();
  const queue = new QueueRepository();
  const attendance = new AttendanceRepository();
  const triage = new TriageRepository();
  const delays = new DoctorDelays(queue);
  const turns = new TurnCalls({ attendance, visits, directory, notify });
  const transferRows = new TransfersRepository();
  const hooks = new VisitHooks();
  auth.addLeavingHook((tx, accountId) => handOverVisitsOf(tx, deps.jobs, accountId));
  let keepAnswers: AnswerKeeping = () => Promise.resolve();
  const transitions = new VisitTransitions({
    transactions,
    visits,
    queue,
    hooks,
    transfers: transferRows,
    callMissed: (tx, practitionerId) => turns.callMissed(tx, practitionerId),
    onEnded: async (tx, visit, status) => {
      await scheduling.visitEnded(tx, visit.id, status, { blameless: await delays.isKept(tx, visit.id) });
      await hooks.ended(tx, visit, status);
    },
  });
  scheduling.guardReasonsBy(async (tx, patientId, reason, dismissed) => {
    await passRedFlags(tx, patientId, { texts: [reason], dismissed, before: [] });
  });
  const booked = new BookedVisits(visits);
  scheduling.connectVisits(
    (tx, appointment) => booked.open(tx, appointment),
    (tx, visitId) => booked.miss(tx, visitId),
    leavingForAnotherTime({ visits, transitions, delays, keepAnswers: (tx, kept) => keepAnswers(tx, kept) }),
  );
  const pages = new OpenPagesRepository();
  const conduct = new ConductService({
    transactions,
    queue,
    transitions,
    transferRows,
    attendance,
    triage,
    notify,
    pages,
    hospital: (tx) => hospitals.current(tx),
  });
  registerTriageRoutes(routes, new TriageService({ transactions, visits, queue, triage }));
  registerPauseRoutes(routes, new PausesService({ transactions, pauses: new PausesRepository(), queue, notify }));
  const transfers = new TransfersService({
    transactions,
    visits,
    queue,
    hooks,
    directory,
    notify,
    transfers: transferRows,
  });
  registerTransferRoutes(routes, transfers);
  const nextFree = new NextFreeRepository();
  const stranded = new StrandedVisitsService({
    transactions,
    visits,
    nextFree,
    transferRows,
    transfers,
    transitions,
    directory,
    notify,
    stranded: new StrandedVisitsRepository(),
  });
  deps.jobs.define(strandedVisitsJob(stranded));
  const waitingRoom = new WaitingRoomService(transactions, visits, queue, transitions, directory, scheduling);
  registerVisitRoutes(routes, {
    booking: new BookingService(transactions, visits, transitions, directory),
    waitingRoom,
    conduct,
  });
  registerAttendanceRoutes(routes, {
    attendance: new AttendanceService({
      transactions,
      visits,
      queue,
      attendance,
      directory,
      turns,
      look: (tx, visit) => waitingRoom.look(tx, visit),
    }),
    otherDoctor: new OtherDoctorService({
      transactions,
      visits,
      transferRows,
      transfers,
      delays,
      directory,
      nextFree,
    }),
  });

  registerDayRoutes(
    routes,
    new DayService({
      transactions,
      day: new DayRepository(),
      hospital: (tx) => directory.hospital(tx),
      calendar: (tx, doctorId, day) => scheduling.calendar(tx, doctorId, day),
    }),
  );

  const care = new CareService(visits);
  const presence = new PresenceService({ transactions, care, attendance, pages, queue, clock, log });
  presence.watch(deps.hub());
  deps.jobs.define(
    waitingRoomsJob(
      transactions,
      new WaitingRoomsService({
        transactions,
        attendance,
        visits,
        transitions,
        turns,
        delays,
        presence,
        stranded,
        notify,
      }),
    ),
  );
  return {
    getVisit: (tx, visitId) => care.getVisit(tx, visitId),
    holdVisit: (tx, visitId) => care.holdVisit(tx, visitId),
    requireConduct: (tx, actor, visitId, alsoIn) => care.requireConduct(tx, actor, visitId, alsoIn),
    hooks,
    rows: visits,
    settleTransfer: (tx, visitId) => transferRows.settle(tx, visitId, 'taken'),
    requireDoctor: (tx, actor, visitId) => care.requireDoctor(tx, actor, visitId),
    hasCare: (tx, actor, patientId) => care.hasCare(tx, actor, patientId),
    visitInProgressWith: (tx, actor, patientId) => care.visitInProgressWith(tx, actor, patientId),
    isInProgress: (tx, visitId) => care.isInProgress(tx, visitId),
    doctorsNow: (tx, patientId) => care.doctorsNow(tx, patientId),
    followUpsAhead: (tx, patientId, doctorId, day) => care.followUpsAhead(tx, patientId, doctorId, day),
    addCompletionGuard: (guard) => conduct.addCompletionGuard(guard),
    addCompletionHook: (hook) => conduct.addCompletionHook(hook),
    connectAnswers: (take, putAway, keep) => {
      waitingRoom.takesAnswersBy(take);
      hooks.onVisitEnded((tx, { id }) => putAway(tx, id));
      keepAnswers = keep;
    },
  };
}

import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import type { DangerAnswer, DeclaredFlag } from '@yunzhen/shared/intake/danger-page/danger-answer.schemas';
import type { Tx } from '../../platform/db/transaction.ts';
import { leavingForAnotherTime } from './attendance/another-time.ts';
import type { CareService } from './care.service.ts';
import { ConductService } from './conduct/conduct.service.ts';
import { VisitNotices } from './conduct/visit-notices.ts';
import { requireDangerAnswer } from './danger-page/danger-answers.ts';
import { registerDangerPageRoutes } from './danger-page/danger-page.routes.ts';
import { DangerPageService } from './danger-page/danger-page.service.ts';
import { DayRepository } from './day/day.repository.ts';
import { registerDayRoutes } from './day/day.routes.ts';
import { DayService } from './day/day.service.ts';
import type { VisitsHooks } from './hooks.ts';
import { PausesRepository } from './pauses/pauses.repository.ts';
import { registerPauseRoutes } from './pauses/pauses.routes.ts';
import { PausesService } from './pauses/pauses.service.ts';
import { createRatings } from './ratings/create-ratings.ts';
import { BookedVisits } from './requests/booked-visits.ts';
import { assertNoRedFlags, auditDeclared } from './requests/red-flag-guard.ts';
import { VisitRequestService } from './requests/visit-request.service.ts';
import { PatientSearchRepository } from './patient-search/patient-search.repository.ts';
import { registerPatientSearchRoutes } from './patient-search/patient-search.routes.ts';
import { PatientSearchService } from './patient-search/patient-search.service.ts';
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
import { waitForDoctor } from './waiting-room/wait-estimate.ts';

export { waitingInstruments } from './attendance/waiting-metrics.ts';
export type { VisitFacts } from './visit-facts.ts';
export type { TakenAnswers, VisitsHooks } from './hooks.ts';
export { secondsSince } from './conduct/visit-effects.ts';
export { callChange } from './visit-audience.ts';
export type { VisitRow } from './visit.entity.ts';
export { isDoctorOf, isPatientOf, visitNotFound } from './visits.policy.ts';

/** What the call reads and writes of a visit. */
export type VisitRows = Pick<VisitsRepository, 'find' | 'lock' | 'view' | 'setHeld' | 'raiseRoomRevision' | 'pin'>;

/** The interface of visits for other areas. */
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
  /** Closes the handover of a visit whose patient is no longer on hold. */
  settleTransfer(tx: Tx, visitId: string): Promise<void>;
  /** Hands over the visits of a doctor whose account lost its rights. */
  doctorLeaves(tx: Tx, accountId: string): Promise<void>;
  /**
   * Returns the answer that allows a repeat request, and what the patient declared. Throws `danger-page.*` without a valid answer, and `visit.red-flag`
   * for a sign, ticked or in the text, that the patient did not declare to be no emergency.
   */
  answerBeforeRequest(tx: Tx, request: RequestAsked): Promise<AnswerBeforeRequest>;
  /** Throws `visit.red-flag` for a sign in the words of a second request, while the first is open. */
  refuseDangerSigns(tx: Tx, request: RequestAsked & { before: readonly DeclaredFlag[] }): Promise<void>;
  /** The handlers of scheduling’s hooks. */
  readonly ofAppointments: AppointmentHandlers;
  /** The expected wait of a patient who would join a doctor’s queue now. */
  readonly waitForDoctor: typeof waitForDoctor;
  readonly hooks: VisitsHooks;
}

interface RequestAsked {
  patientId: string;
  prescriptionId: string;
  words: string;
  dismissed: readonly RedFlagId[];
}

interface AnswerBeforeRequest {
  dangerAnswer: DangerAnswer;
  /** Danger signs that the patient declared to be no emergency. */
  redFlags: DeclaredFlag[];
}

interface ReasonGiven {
  appointmentId: string;
  patientId: string;
  reason: string;
  dismissed: readonly RedFlagId[];
}

type AppointmentHandlers = ReturnType<typeof appointmentHandlers>;

/** Creates the visits area: visits from booking to end, the waiting room, and the doctor’s queue and day. */
export function createVisitsArea(deps: VisitsDeps): VisitsArea {
  const { transactions, routes, directory } = deps;
  const parts = visitsParts(deps);
  const { visits, care, transitions } = parts;
  const notices = new VisitNotices({ notifications: deps.notifications, care, directory });
  registerDangerPageRoutes(routes, new DangerPageService(parts));
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
  registerPatientSearchRoutes(
    routes,
    new PatientSearchService({ transactions, patients: new PatientSearchRepository() }),
  );
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
    answerBeforeRequest: (tx, request) => answerBeforeRequest(parts, tx, request),
    refuseDangerSigns: async (tx, { patientId, words, dismissed, before }) => {
      await assertNoRedFlags(tx, patientId, { texts: [words], dismissed, before });
    },
    ofAppointments: appointmentHandlers(parts, notices),
    waitForDoctor,
    hooks: parts.hooks,
  };
}

async function answerBeforeRequest(
  { dangerAnswers }: VisitsParts,
  tx: Tx,
  { patientId, prescriptionId, words, dismissed }: RequestAsked,
): Promise<AnswerBeforeRequest> {
  const { answer: dangerAnswer, lastTicked } = await requireDangerAnswer(dangerAnswers, tx, {
    patientId,
    about: { prescriptionId },
  });
  const redFlags = await assertNoRedFlags(tx, patientId, { texts: [words], lastTicked, dismissed, before: [] });
  await auditDeclared(tx, redFlags, { entity: 'prescription', entityId: prescriptionId, patientId });
  return { dangerAnswer, redFlags };
}

function appointmentHandlers(parts: VisitsParts, notices: VisitNotices) {
  const booked = new BookedVisits({ visits: parts.visits });
  return {
    refuseDangerSigns: async (tx: Tx, { appointmentId, patientId, reason, dismissed }: ReasonGiven) => {
      const declared = await assertNoRedFlags(tx, patientId, { texts: [reason], dismissed, before: [] });
      await auditDeclared(tx, declared, { entity: 'appointment', entityId: appointmentId, patientId });
    },
    open: booked.open.bind(booked),
    miss: booked.miss.bind(booked),
    leave: leavingForAnotherTime(parts),
    booked: notices.booked.bind(notices),
  };
}

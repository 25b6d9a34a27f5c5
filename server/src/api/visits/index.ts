import { CallTicketSigner } from '../../platform/tickets/call-ticket.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { AuthModule } from '../accounts/index.ts';
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
import { CallKeysRepository } from '../calls/keys/call-keys.repository.ts';
import { registerCallKeyRoutes } from '../calls/keys/call-keys.routes.ts';
import { CallKeysService } from '../calls/keys/call-keys.service.ts';
import { CallEventsService } from '../calls/record/call-events.service.ts';
import { CallQualityRepository } from '../calls/record/call-quality.repository.ts';
import { CallEndingsService } from '../calls/rooms/call-endings.service.ts';
import { callSessionEntity } from '../calls/record/call-session.entity.ts';
import { CallRoomsRepository } from '../calls/rooms/call-rooms.repository.ts';
import { CallRoomsService } from '../calls/rooms/call-rooms.service.ts';
import { CallSessionsRepository } from '../calls/record/call-sessions.repository.ts';
import { CallSessionsService } from '../calls/record/call-sessions.service.ts';
import { CallTicketsService } from '../calls/tickets/call-tickets.service.ts';
import { registerCallRoutes } from '../calls/calls.routes.ts';
import { mediaNodeEntity } from '../calls/nodes/media-node.entity.ts';
import { MediaNodesRepository } from '../calls/nodes/media-nodes.repository.ts';
import { MediaNodesService } from '../calls/nodes/media-nodes.service.ts';
import { NodePlacesService } from '../calls/nodes/node-places.service.ts';
import { HttpRoomOrders } from '../calls/rooms/room-orders.ts';
import { CareService } from './care.service.ts';
import { ConductService, type CompletionGuard, type CompletionHook } from './conduct/conduct.service.ts';
import { consentEntity } from './requests/consent.entity.ts';
import { CallConductService } from '../calls/rooms/call-conduct.service.ts';
import { GuestDoorService } from '../calls/guests/guest-door.service.ts';
import { registerGuestRoutes } from '../calls/guests/guests.routes.ts';
import { InvitationSecrets } from '../calls/guests/invitation-secrets.ts';
import { InvitationsRepository } from '../calls/guests/invitations.repository.ts';
import { InvitationsService } from '../calls/guests/invitations.service.ts';
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
import { TransfersService, type TransferHook } from './transfers/transfers.service.ts';
import { TriageRepository } from './triage/triage.repository.ts';
import { registerTriageRoutes } from './triage/triage.routes.ts';
import { TriageService } from './triage/triage.service.ts';
import { VisitTransitions } from './conduct/visit-transitions.service.ts';
import { visitEntity } from './visit.entity.ts';
import { registerVisitRoutes } from './visits.routes.ts';
import { VisitsRepository } from './visits.repository.ts';
import { WaitingRoomService, type AnswerTaking } from './waiting-room/waiting-room.service.ts';

export type { VisitFacts } from './care.service.ts';
export type { CompletionGuard, CompletionHook } from './conduct/conduct.service.ts';
export type { AnswerKeeping } from './attendance/another-time.ts';
export type { AnswerTaking, TakenAnswers } from './waiting-room/waiting-room.service.ts';

export const visitsEntities = [visitEntity, consentEntity, callSessionEntity, mediaNodeEntity];

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
  /** What a module keeps for the doctor of a visit goes with the visit to a colleague. */
  addTransferHook(hook: TransferHook): void;
  /** Carries what people should know of a visit that was completed. */
  addCompletionHook(hook: CompletionHook): void;
  /**
   * Who takes what a patient answered into the visit at check-in, who puts it away when the visit ends before, and who keeps it for the
   * same appointment at another time.
   */
  connectAnswers(take: AnswerTaking, putAway: (tx: Tx, visitId: string) => Promise<void>, keep: AnswerKeeping): void;
  /** Ends every call of the transaction’s hospital, which the operator has closed. */
  endCalls(tx: Tx): Promise<void>;
  /** True while at least one media node takes calls. */
  mediaNodeReady(): Promise<boolean>;
}

/** Visits from booking to end, with the waiting room, the doctor’s queue and the way into the call. */
export function createVisitsModule(
  deps: ApiDeps,
  auth: AuthModule,
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
  const sessionRows = new CallSessionsRepository();
  const quality = new CallQualityRepository();
  const sessions = new CallSessionsService(sessionRows, quality);
  const invitations = new InvitationsRepository();
  const roomRows = new CallRoomsRepository();
  const transferRows = new TransfersRepository();
  const rooms = new CallRoomsService(roomRows, new HttpRoomOrders(deps.settings.NODE_SECRET, log));
  const keys = new CallKeysService({
    transactions,
    visits,
    invitations,
    keys: new CallKeysRepository(),
    hub: () => deps.hub(),
  });
  registerCallKeyRoutes(routes, keys);
  const endings = new CallEndingsService(roomRows, rooms, keys);
  auth.addLeavingHook(async (tx, accountId) => {
    await endings.putOut(tx, accountId);
    await handOverVisitsOf(tx, deps.jobs, accountId);
  });
  const guests = {
    ...{ transactions, visits, invitations, roomRows, rooms, keys },
    ...{ guests: auth.guests, hospitals: auth.hospitals },
    conduct: new CallConductService({ transactions, visits, invitations, roomRows, rooms, transfers: transferRows }),
    secrets: new InvitationSecrets(deps.settings.ACCESS_TOKEN_SECRET),
  };
  const inviting = new InvitationsService(guests);
  registerGuestRoutes(routes, {
    conduct: guests.conduct,
    invitations: inviting,
    door: new GuestDoorService(guests),
  });
  let putAnswersAway: (tx: Tx, visitId: string) => Promise<void> = () => Promise.resolve();
  let keepAnswers: AnswerKeeping = () => Promise.resolve();
  const transitions = new VisitTransitions({
    transactions,
    visits,
    queue,
    invitations,
    rooms,
    transfers: transferRows,
    callMissed: (tx, practitionerId) => turns.callMissed(tx, practitionerId),
    onEnded: async (tx, visit, status) => {
      await scheduling.visitEnded(tx, visit.id, status, { blameless: await delays.isKept(tx, visit.id) });
      await inviting.endWithVisit(tx, visit);
      await sessions.endWithVisit(tx, visit);
      await keys.endWithVisit(tx, visit);
      await putAnswersAway(tx, visit.id);
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
    ...{ transactions, queue, transitions, transferRows, attendance, triage, notify, pages },
    hospital: (tx) => auth.hospitals.current(tx),
  });
  registerTriageRoutes(routes, new TriageService({ transactions, visits, queue, triage }));
  registerPauseRoutes(routes, new PausesService({ transactions, pauses: new PausesRepository(), queue, notify }));
  const transfers = new TransfersService({
    ...{ transactions, visits, queue, invitations, rooms, keys, directory, notify },
    transfers: transferRows,
  });
  registerTransferRoutes(routes, transfers);
  const nextFree = new NextFreeRepository();
  const stranded = new StrandedVisitsService({
    ...{ transactions, visits, nextFree, transferRows, transfers, transitions, roomRows, directory, notify },
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
      ...{ transactions, visits, queue, attendance, directory, turns },
      look: (tx, visit) => waitingRoom.look(tx, visit),
    }),
    otherDoctor: new OtherDoctorService({
      ...{ transactions, visits, transferRows, transfers, delays, directory, nextFree },
    }),
  });

  const nodeRows = new MediaNodesRepository();
  const nodes = new MediaNodesService(transactions, nodeRows, roomRows, clock);
  registerCallRoutes(routes, {
    tickets: new CallTicketsService({
      transactions,
      rooms: roomRows,
      invitations,
      places: new NodePlacesService(nodeRows),
      hospitals: auth.hospitals,
      signer: new CallTicketSigner(deps.settings.TICKET_PRIVATE_KEY),
      turn: { urls: deps.settings.TURN_URLS.split(' ').filter(Boolean), secret: deps.settings.TURN_SECRET },
    }),
    nodes,
    events: new CallEventsService(transactions, visits, sessionRows, sessions, quality, log),
  });

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
    addTransferHook: (hook) => transfers.addHook(hook),
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
      putAnswersAway = putAway;
      keepAnswers = keep;
    },
    endCalls: (tx) => endings.closeAll(tx),
    mediaNodeReady: () => nodes.anyServing(),
  };
}

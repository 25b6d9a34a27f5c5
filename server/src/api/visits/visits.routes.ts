import {
  admitVisit,
  cancelVisit,
  checkIn,
  completeVisit,
  createVisit,
  leaveVisit,
  listVisits,
  readQueue,
  readVisit,
  readWaiting,
  referOffline,
} from '@yunzhen/shared/visits/visits.contract';
import { findDangerSigns } from '@yunzhen/shared/visits/danger-signs.contract';
import type { RouteRegistrar } from '../../platform/http/register-route.ts';
import { findRedFlags } from './danger-signs/red-flags.ts';
import type { VisitRequestService } from './requests/visit-request.service.ts';
import type { ConductService } from './conduct/conduct.service.ts';
import type { WaitingRoomService } from './waiting-room/waiting-room.service.ts';

export function registerVisitRoutes(
  routes: RouteRegistrar,
  {
    booking,
    waitingRoom,
    conduct,
  }: { booking: VisitRequestService; waitingRoom: WaitingRoomService; conduct: ConductService },
): void {
  routes.route(createVisit, (context, { body }) => booking.create(context, body));
  routes.route(listVisits, (context, { query }) => booking.list(context, query));
  routes.route(readVisit, (context, { params }) => booking.read(context, params.visitId));
  routes.route(cancelVisit, (context, { params }) => booking.cancel(context, params.visitId));

  // The text is not stored, so this needs no transaction.
  routes.route(findDangerSigns, async (_context, { body }) => ({
    flags: findRedFlags(body.text, { ageYears: null }),
  }));

  routes.route(checkIn, (context, { params, body }) => waitingRoom.checkIn(context, params.visitId, body));
  routes.route(readWaiting, (context, { params }) => waitingRoom.waiting(context, params.visitId));
  routes.route(leaveVisit, (context, { params }) => waitingRoom.leave(context, params.visitId));

  routes.route(readQueue, (context) => conduct.queue(context));
  routes.route(admitVisit, (context, { params }) => conduct.admit(context, params.visitId));
  routes.route(completeVisit, (context, { params, body }) => conduct.complete(context, params.visitId, body));
  routes.route(referOffline, (context, { params, body }) => conduct.referOffline(context, params.visitId, body.reason));
}

import { registerAttendanceRoutes } from '../attendance/attendance.routes.ts';
import { AttendanceService } from '../attendance/attendance.service.ts';
import { OtherDoctorService } from '../attendance/other-doctor.service.ts';
import { waitingRoomsJob } from '../attendance/waiting-rooms.job.ts';
import { WaitingRoomsService } from '../attendance/waiting-rooms.service.ts';
import type { Transfers } from '../transfers/create-transfers.ts';
import type { VisitsDeps, VisitsParts } from '../visits-parts.ts';
import { PresenceService } from './presence.service.ts';
import { WaitingRoomService } from './waiting-room.service.ts';

/** Creates check-in, waiting and presence, with the changes that time alone causes. */
export function createWaitingRoom(
  deps: VisitsDeps,
  parts: VisitsParts,
  { transfers, stranded }: Transfers,
): WaitingRoomService {
  const { transactions, routes, jobs, clock, log } = deps;
  const waitingRoom = new WaitingRoomService({ ...parts, scheduling: deps.scheduling });
  registerAttendanceRoutes(routes, {
    attendance: new AttendanceService({ ...parts, waitingOf: (tx, visit) => waitingRoom.of(tx, visit) }),
    otherDoctor: new OtherDoctorService({ ...parts, transfers }),
  });
  const presence = new PresenceService({ ...parts, clock, log });
  presence.watch(deps.hub());
  jobs.define(waitingRoomsJob(transactions, new WaitingRoomsService({ ...parts, presence, stranded })));
  return waitingRoom;
}

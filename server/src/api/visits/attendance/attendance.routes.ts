import { callWaiting, comeBack, seeAnother, stepAway } from '@yunzhen/shared/visits/waiting-room.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { AttendanceService } from './attendance.service.ts';
import type { OtherDoctorService } from './other-doctor.service.ts';

export function registerAttendanceRoutes(
  routes: RouteRegistrar,
  { attendance, otherDoctor }: { attendance: AttendanceService; otherDoctor: OtherDoctorService },
): void {
  routes.route(stepAway, (context, { params, body }) => attendance.stepAway(context, params.visitId, body));
  routes.route(comeBack, (context, { params }) => attendance.comeBack(context, params.visitId));
  routes.route(callWaiting, (context, { params }) => attendance.call(context, params.visitId));
  routes.route(seeAnother, (context, { params, query }) =>
    otherDoctor.see(context, params.visitId, query.doctorId ?? null),
  );
}

import * as appointments from '@yunzhen/shared/scheduling/appointments.contract';
import * as schedules from '@yunzhen/shared/scheduling/schedules.contract';
import type { RouteRegistrar } from '../../platform/http/register-route.ts';
import type { ArrivalService } from './appointments/arrival.service.ts';
import type { AppointmentBookingService } from './appointments/appointment-booking.service.ts';
import type { CalendarEntryService } from './appointments/calendar-entry.service.ts';
import type { ScheduleListService } from './schedules/schedule-list.service.ts';
import type { SchedulesService } from './schedules/schedules.service.ts';
import type { WaitlistService } from './waitlist/waitlist.service.ts';

export function registerSchedulingRoutes(
  routes: RouteRegistrar,
  services: {
    schedules: SchedulesService;
    scheduleList: ScheduleListService;
    booking: AppointmentBookingService;
    arrival: ArrivalService;
    calendar: CalendarEntryService;
    waitlist: WaitlistService;
  },
): void {
  const { booking, arrival, waitlist } = services;
  routes.route(schedules.listSchedules, (context, { query }) => services.scheduleList.list(context, query));
  routes.route(schedules.readSchedule, (context, { params }) => services.schedules.read(context, params.doctorId));
  routes.route(schedules.saveSchedule, (context, { params, version, body }) =>
    services.schedules.save(context, params.doctorId, version, body),
  );

  routes.route(appointments.listSlots, (context, { params, query }) => booking.slots(context, params.doctorId, query));
  routes.route(appointments.holdAppointment, (context, { body }) => booking.hold(context, body));
  routes.route(appointments.extendHold, (context, { params }) => booking.extend(context, params.appointmentId));
  routes.route(appointments.bookAppointment, (context, { params, body }) =>
    booking.book(context, params.appointmentId, body),
  );
  routes.route(appointments.rescheduleAppointment, (context, { params, version, body }) =>
    booking.reschedule(context, params.appointmentId, version, body.startsAt),
  );
  routes.route(appointments.cancelAppointment, (context, { params, body }) =>
    booking.cancel(context, params.appointmentId, body.reason),
  );
  routes.route(appointments.readAppointment, (context, { params }) => booking.read(context, params.appointmentId));
  routes.route(appointments.listAppointments, (context, { query }) => booking.list(context, query));
  routes.route(appointments.openAppointment, (context, { params }) => arrival.open(context, params.appointmentId));
  routes.route(appointments.readAppointmentCalendar, async (context, { params, query }, reply) => {
    const file = await services.calendar.file(context, params.appointmentId, query.locale);
    void reply.type('text/calendar; charset=utf-8');
    void reply.header('content-disposition', 'attachment; filename="appointment.ics"');
    return Buffer.from(file);
  });

  routes.route(appointments.joinWaitlist, (context, { body }) => waitlist.join(context, body));
  routes.route(appointments.leaveWaitlist, (context, { params }) => waitlist.leave(context, params.entryId));
  routes.route(appointments.listWaitlist, (context) => waitlist.list(context));
}

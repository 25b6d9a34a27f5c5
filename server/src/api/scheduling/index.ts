import type { Tx } from '../../platform/db/transaction.ts';
import { pageAddress } from '../../platform/http/own-address.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { DirectoryArea, DoctorWithCalendar } from '../directory/index.ts';
import type { Notify } from '../notifications/index.ts';
import { AppointmentEndings } from './appointments/appointment-endings.ts';
import { AppointmentMoves } from './appointments/appointment-moves.ts';
import { AppointmentsRepository } from './appointments/appointments.repository.ts';
import { ArrivalService } from './appointments/arrival.service.ts';
import { AppointmentBookingService } from './appointments/appointment-booking.service.ts';
import { CalendarEntryService } from './appointments/calendar-entry.service.ts';
import { CalendarDesk } from './calendar-desk.ts';
import { DoctorChangesRepository } from './doctor-changes/doctor-changes.repository.ts';
import { registerDoctorChangeRoutes } from './doctor-changes/doctor-changes.routes.ts';
import { DoctorChangesService } from './doctor-changes/doctor-changes.service.ts';
import { goneDoctorsJob, notifyPatientsOf } from './doctor-changes/gone-doctors.job.ts';
import { FrontDeskRepository } from './front-desk/front-desk.repository.ts';
import { registerFrontDeskRoutes } from './front-desk/front-desk.routes.ts';
import { FrontDeskService } from './front-desk/front-desk.service.ts';
import { schedulingHooks, type SchedulingHooks } from './hooks.ts';
import { Notices } from './notices.ts';
import { calendarSql, nextFreeOf, type CalendarColumn } from './schedules/next-free.ts';
import { FreeTimes } from './schedules/free-times.ts';
import { ScheduleListRepository } from './schedules/schedule-list.repository.ts';
import { ScheduleListService } from './schedules/schedule-list.service.ts';
import { SchedulesRepository } from './schedules/schedules.repository.ts';
import { SchedulesService } from './schedules/schedules.service.ts';
import { registerSchedulingRoutes } from './scheduling.routes.ts';
import { DueRepository } from './tending/due.repository.ts';
import { tendingJob } from './tending/tending.job.ts';
import { TendingService } from './tending/tending.service.ts';
import { PlaceOffers } from './waitlist/place-offers.ts';
import { WaitlistRepository } from './waitlist/waitlist.repository.ts';
import { WaitlistService } from './waitlist/waitlist.service.ts';

export type { LeaveVisit } from './hooks.ts';
export type { AppointmentRow } from './appointments/appointment-view.ts';
export { freeOn } from './schedules/free-on.ts';
export { plannedDays, type PlannedDay } from './schedules/planned-days.ts';
export { slotsOfDay, type Schedule } from './schedules/schedule.ts';

export interface SchedulingDeps extends ApiDeps {
  directory: DirectoryArea;
  notifications: Pick<Notify, 'notify'>;
}

/** What other areas use of appointments. */
export interface SchedulingArea extends Pick<ArrivalService, 'checkedIn' | 'visitEnded'>, Pick<FreeTimes, 'calendar'> {
  /** Notifies the patients of a doctor whose account lost its rights. */
  doctorLeaves(tx: Tx, accountId: string): Promise<void>;
  /** A column with a doctor’s calendar, and functions that read it. */
  readonly calendarSql: (now: string) => string;
  nextFree(doctor: DoctorWithCalendar, where: Parameters<typeof nextFreeOf>[1]): Date | null;
  readonly hooks: SchedulingHooks;
}

/** Creates the area of doctors’ hours, appointments from hold to visit, and the waitlist. */
export function createSchedulingArea(deps: SchedulingDeps): SchedulingArea {
  const { transactions, settings, directory } = deps;
  const hooks = schedulingHooks();
  const appointments = new AppointmentsRepository();
  const schedules = new SchedulesRepository();
  const waitlist = new WaitlistRepository();
  const notices = new Notices({ notify: deps.notifications.notify, hooks });
  const freeTimes = new FreeTimes({ schedules });
  const desk = new CalendarDesk({ directory, freeTimes, appointments });
  const offers = new PlaceOffers({ desk, appointments, waitlist, notices });
  const endings = new AppointmentEndings({ appointments, waitlist, offers });
  const moves = new AppointmentMoves({ appointments, desk, endings, notices });
  const parts = { transactions, appointments, schedules, waitlist, notices, freeTimes, desk, endings, moves, hooks };
  const arrival = new ArrivalService(parts);
  const tending = new TendingService({ ...parts, due: new DueRepository() });
  deps.jobs.define(tendingJob(transactions, tending));
  deps.jobs.define(goneDoctorsJob(tending));
  const doctorChanges = new DoctorChangesService({ ...parts, changes: new DoctorChangesRepository() });
  registerDoctorChangeRoutes(deps.routes, doctorChanges);
  registerFrontDeskRoutes(deps.routes, new FrontDeskService({ ...parts, rows: new FrontDeskRepository() }));
  registerSchedulingRoutes(deps.routes, {
    arrival,
    schedules: new SchedulesService(parts),
    scheduleList: new ScheduleListService({ ...parts, doctors: new ScheduleListRepository() }),
    booking: new AppointmentBookingService(parts),
    calendar: new CalendarEntryService({
      transactions,
      appointments,
      desk,
      addressOf: (slug) => pageAddress(settings, slug),
    }),
    waitlist: new WaitlistService(parts),
  });
  return {
    checkedIn: (tx, visitId) => arrival.checkedIn(tx, visitId),
    visitEnded: (tx, visitId, status, how) => arrival.visitEnded(tx, visitId, status, how),
    calendar: (tx, doctorId, day) => freeTimes.calendar(tx, doctorId, day),
    doctorLeaves: (tx, accountId) => notifyPatientsOf(tx, deps.jobs, accountId),
    calendarSql,
    nextFree: (doctor, where) => nextFreeOf({ ...doctor, calendar: doctor.calendar as CalendarColumn | null }, where),
    hooks,
  };
}

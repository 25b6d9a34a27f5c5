import type { Tx } from '../../platform/db/transaction.ts';
import { pageAddress } from '../../platform/http/own-address.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { DirectoryModule } from '../directory/index.ts';
import { AppointmentEndings } from './appointments/appointment-endings.ts';
import { AppointmentsRepository } from './appointments/appointments.repository.ts';
import { ArrivalService } from './appointments/arrival.service.ts';
import { BookingService } from './appointments/booking.service.ts';
import { CalendarEntryService } from './appointments/calendar-entry.service.ts';
import { CalendarDesk } from './calendar-desk.ts';
import { DoctorChangesRepository } from './doctor-changes/doctor-changes.repository.ts';
import { registerDoctorChangeRoutes } from './doctor-changes/doctor-changes.routes.ts';
import { DoctorChangesService } from './doctor-changes/doctor-changes.service.ts';
import { goneDoctorsJob, tellPatientsOf } from './doctor-changes/gone-doctors.job.ts';
import type { NoticeHook, ReasonGuard, VisitLeaving, VisitMissing, VisitOpening } from './ports.ts';
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

export type { NoticeHook, VisitLeaving } from './ports.ts';
export type { AppointmentRow } from './appointments/appointment-view.ts';
export { tellOfAppointments } from './appointment-notices.ts';
export { freeOn } from './schedules/free-on.ts';
export { slotsOfDay, type Schedule } from './schedules/schedule.ts';

/** What other modules may ask of appointments. */
export interface SchedulingModule
  extends Pick<ArrivalService, 'checkedIn' | 'visitEnded'>, Pick<FreeTimes, 'calendar'> {
  /**
   * Who makes the visit of an appointment whose patient arrives, who puts it away when they never check in, and who ends the waiting of a
   * patient who takes another time.
   */
  connectVisits(open: VisitOpening, miss: VisitMissing, leave: VisitLeaving): void;
  /** Who looks at the reason of a booking before it is made. */
  guardReasonsBy(guard: ReasonGuard): void;
  /** Tells the patients of a doctor whose account loses its rights. */
  doctorLeaves(tx: Tx, accountId: string): Promise<void>;
  /** Carries what patients should know about their appointments. */
  addNoticeHook(hook: NoticeHook): void;
}

/** Doctors’ hours, appointments from a held time to the visit, and the waitlist. */
export function createSchedulingModule(deps: ApiDeps, directory: DirectoryModule): SchedulingModule {
  const { transactions, settings } = deps;
  const appointments = new AppointmentsRepository();
  const schedules = new SchedulesRepository();
  const waitlist = new WaitlistRepository();
  const notices = new Notices();
  const freeTimes = new FreeTimes(schedules);
  const desk = new CalendarDesk(directory, freeTimes, appointments);
  const offers = new PlaceOffers({ desk, appointments, waitlist, notices });
  const endings = new AppointmentEndings(appointments, waitlist, offers);
  const parts = { transactions, appointments, schedules, waitlist, notices, freeTimes, desk, endings };
  const arrival = new ArrivalService(parts);
  const booking = new BookingService(parts);
  const tending = new TendingService({ ...parts, due: new DueRepository() });
  deps.jobs.define(tendingJob(transactions, tending));
  deps.jobs.define(goneDoctorsJob(tending));
  const doctorChanges = new DoctorChangesService({ ...parts, changes: new DoctorChangesRepository() });
  registerDoctorChangeRoutes(deps.routes, doctorChanges);
  directory.showCalendars({
    sql: calendarSql,
    nextFree: (doctor, where) => nextFreeOf({ ...doctor, calendar: doctor.calendar as CalendarColumn | null }, where),
  });
  registerSchedulingRoutes(deps.routes, {
    arrival,
    schedules: new SchedulesService(parts),
    scheduleList: new ScheduleListService({ ...parts, doctors: new ScheduleListRepository() }),
    booking,
    calendar: new CalendarEntryService(transactions, appointments, desk, (slug) => pageAddress(settings, slug)),
    waitlist: new WaitlistService(parts),
  });
  return {
    checkedIn: (tx, visitId) => arrival.checkedIn(tx, visitId),
    visitEnded: (tx, visitId, status, how) => arrival.visitEnded(tx, visitId, status, how),
    calendar: (tx, doctorId, day) => freeTimes.calendar(tx, doctorId, day),
    connectVisits: (open, miss, leave) => {
      arrival.opensVisitsBy(open);
      tending.putsVisitsAwayBy(miss);
      booking.leavesVisitsBy(leave);
      doctorChanges.leavesVisitsBy(leave);
    },
    guardReasonsBy: (guard) => booking.guardReasonsBy(guard),
    doctorLeaves: (tx, accountId) => tellPatientsOf(tx, deps.jobs, accountId),
    addNoticeHook: (hook) => notices.add(hook),
  };
}

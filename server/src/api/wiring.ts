import type { AccountsArea } from './accounts/index.ts';
import type { AdministrationArea } from './administration/index.ts';
import type { CallsArea } from './calls/index.ts';
import type { ChartArea } from './chart/index.ts';
import { requireHandlers } from './core/hook.ts';
import type { DirectoryArea } from './directory/index.ts';
import type { DispensingArea } from './dispensing/index.ts';
import type { DocumentsArea } from './documents/index.ts';
import type { IntakeArea } from './intake/index.ts';
import type { NotificationsArea } from './notifications/index.ts';
import type { PrescribingArea } from './prescribing/index.ts';
import type { ReviewArea } from './review/index.ts';
import type { SchedulingArea } from './scheduling/index.ts';
import type { SigningArea } from './signing/index.ts';
import type { VisitsArea } from './visits/index.ts';

interface Areas {
  accounts: AccountsArea;
  administration: AdministrationArea;
  calls: CallsArea;
  chart: ChartArea;
  directory: DirectoryArea;
  dispensing: DispensingArea;
  documents: DocumentsArea;
  intake: IntakeArea;
  notifications: NotificationsArea;
  prescribing: PrescribingArea;
  review: ReviewArea;
  scheduling: SchedulingArea;
  signing: SigningArea;
  visits: VisitsArea;
}

/**
 * Registers every handler of every hook, in the order in which they run: one paragraph per hook. A handler runs in the transaction of the event.
 * Throws when a hook has no handler.
 */
export function wireHooks(areas: Areas): void {
  const { accounts, administration, calls, chart, directory, dispensing, documents, intake, notifications } = areas;
  const { prescribing, review, scheduling, signing, visits } = areas;

  notifications.hooks.onWordingAsked(administration.wording);

  administration.hooks.onConfirmationAsked(accounts.confirmSigner);
  administration.hooks.onTrustShortened(accounts.shortenTrust);

  administration.hooks.onSealAsked(() => signing.hospitalSeal);

  accounts.hooks.onRightsLost(scheduling.doctorLeaves);
  accounts.hooks.onRightsLost(visits.doctorLeaves);
  accounts.hooks.onRightsLost(calls.leave);

  accounts.hooks.onSessionsEnded(calls.endStays);

  directory.hooks.onCalendarSqlAsked(scheduling.calendarSql);

  directory.hooks.onWaitAsked(visits.waitForDoctor);

  directory.hooks.onNextFreeAsked(scheduling.nextFree);

  scheduling.hooks.onReasonGiven(visits.ofAppointments.refuseDangerSigns);

  scheduling.hooks.onAppointmentBooked(visits.ofAppointments.booked);

  scheduling.hooks.onVisitAsked(visits.ofAppointments.open);

  scheduling.hooks.onVisitMissed(visits.ofAppointments.miss);

  scheduling.hooks.onVisitLeaving(visits.ofAppointments.leave);

  visits.hooks.onAnswersAsked(intake.takeAnswers);

  visits.hooks.onEvidenceGiven(chart.recordEvidence);

  visits.hooks.onCheckedIn(documents.checkedIn);

  visits.hooks.onAnswersKept(intake.keepAnswers);

  visits.hooks.onCompletion(chart.requireComplete);

  visits.hooks.onVisitEnded(documents.visitEnded);
  visits.hooks.onVisitEnded(calls.ofVisits.end);
  visits.hooks.onVisitEnded(intake.dropAnswers);

  visits.hooks.onHandedOver(calls.ofVisits.withdrawKeys);
  visits.hooks.onHandedOver(prescribing.moveDraft);

  visits.hooks.onRoomChanged(calls.ofVisits.announceRoom);

  visits.hooks.onGuestsAsked(calls.ofVisits.guests);

  visits.hooks.onAllergyNamesAsked(prescribing.allergyNames);

  chart.hooks.onMedicineNamesAsked(prescribing.statedNames);
  chart.hooks.onAllergyNamesAsked(prescribing.allergyNames);
  chart.hooks.onPrescriptionsHeld(prescribing.holdForBasis);
  chart.hooks.onPrescribedAsked((tx, patientId) => prescribing.activeMedicines(tx, patientId));
  chart.hooks.onNoteSigned(documents.noteSigned);

  prescribing.hooks.onChanged(dispensing.changed);

  prescribing.hooks.onSigned(review.request);

  prescribing.hooks.onCancelled(review.withdraw);

  prescribing.hooks.onCancelAsked(dispensing.askCancellation);

  prescribing.hooks.onExpired(review.withdraw);
  prescribing.hooks.onExpired(dispensing.expire);

  prescribing.hooks.onDispensingAsked(dispensing.summaries);

  requireHandlers({
    notifications: notifications.hooks,
    administration: administration.hooks,
    accounts: accounts.hooks,
    directory: directory.hooks,
    scheduling: scheduling.hooks,
    visits: visits.hooks,
    chart: chart.hooks,
    prescribing: prescribing.hooks,
  });
}

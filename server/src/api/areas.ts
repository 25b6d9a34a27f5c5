import type { Rewrapped, RewrapRun } from '../platform/signing/rewrap.ts';
import type { AppFace } from '../platform/http/static-app.ts';
import type { ApiDeps } from './core/area-deps.ts';
import { createAdministrationModule, createHospitals, createAuditModule } from './administration/index.ts';
import { createAuthModule, createClosingModule, createIdentityModule, createFamilyModule } from './accounts/index.ts';
import { createCallsModule } from './calls/index.ts';
import { createChartModule } from './chart/index.ts';
import { createChatModule } from './chat/index.ts';
import { createDirectoryModule, createStaffModule, createPortraitsModule } from './directory/index.ts';
import { createFhirModule } from './records/index.ts';
import { createIntakeModule } from './intake/index.ts';
import { createListsModule } from './catalogues/index.ts';
import { createDocumentsModule } from './documents/index.ts';
import { createDispensingModule } from './dispensing/index.ts';
import { createMetricsModule, type MetricsModule } from './metrics/index.ts';
import { createNotificationsModule, type Notify } from './notifications/index.ts';
import { createOperatorModule } from './operator/index.ts';
import { createPharmacyModule } from './review/index.ts';
import { createPrescribingModule } from './prescribing/index.ts';
import { createSigningModule } from './signing/index.ts';
import { createSchedulingModule, tellOfAppointments } from './scheduling/index.ts';
import { createVisitsModule, tellOfVisits, createRatingsModule, createWorklistModule } from './visits/index.ts';

/** Every module of the api, in the order of who may use whom. Nothing is mounted that does not stand here. */
export function registerModules(deps: ApiDeps): {
  mediaNodeReady: () => Promise<boolean>;
  notify: Notify;
  figures: MetricsModule;
  appFace: AppFace;
  inviteOperator: (email: string) => Promise<string | null>;
  rewrapOperatorSecrets: (run: RewrapRun) => Promise<Rewrapped>;
  stop: () => Promise<void>;
} {
  const notifications = createNotificationsModule(deps);
  const { hospitals, appFace } = createHospitals(deps);
  const auth = createAuthModule(deps, hospitals, notifications);
  createIdentityModule(deps);
  const family = createFamilyModule(deps, auth, notifications);
  createClosingModule(deps, auth, family, notifications);
  const directory = createDirectoryModule(deps, auth, hospitals);
  const scheduling = createSchedulingModule(deps, directory);
  scheduling.addNoticeHook(tellOfAppointments(notifications));
  auth.addLeavingHook((tx, accountId) => scheduling.doctorLeaves(tx, accountId));
  const visits = createVisitsModule(deps, auth, hospitals, directory, scheduling, notifications);
  const calls = createCallsModule(deps, auth, hospitals, visits);
  const lists = createListsModule(deps);
  const { confirmSigner } = auth;
  const signing = createSigningModule(deps, {
    confirmSigner,
    hospitalBySlug: (slug, cause) => hospitals.bySlug(slug, cause),
  });
  const chart = createChartModule(deps, visits, lists, signing, confirmSigner);
  chart.addEmergencyHook((tx, { id, patientId, doctor, openedAt }) =>
    notifications.notify(tx, {
      to: { patientId },
      template: 'chart.emergency-opened',
      facts: { doctor, at: openedAt },
      link: '/record',
      dedupe: `chart.emergency-opened ${id}`,
    }),
  );
  createChatModule(deps, visits, { ...notifications, hospital: (tx) => hospitals.current(tx) });
  createIntakeModule(deps, visits, chart);
  createRatingsModule(deps, visits);
  createPortraitsModule(deps, hospitals);
  const aftercare = tellOfVisits({ notifications, visits, hospital: (tx) => hospitals.current(tx) });
  visits.addCompletionHook(aftercare.completed);
  scheduling.addNoticeHook(aftercare.booked);
  const prescribing = createPrescribingModule(deps, lists, signing, {
    confirmSigner,
    visit: (tx, visitId) => visits.getVisit(tx, visitId),
    requireConduct: (tx, actor, visitId) => visits.requireConduct(tx, actor, visitId),
    facts: (tx, patientId) => chart.facts(tx, patientId),
    diagnosesOf: (tx, visitId) => chart.diagnosesOf(tx, visitId),
    tellOfRepeat: (tx, { id, prescriptionId, patientId, doctor }) =>
      notifications.notify(tx, {
        to: { patientId },
        template: 'repeat.decided',
        facts: { doctor },
        link: `/prescriptions/${prescriptionId}`,
        dedupe: `repeat.decided ${id}`,
      }),
  });
  visits.hooks.onHandedOver((tx, move) => prescribing.moveDraft(tx, move));
  chart.nameMedicinesBy((tx, stated) => prescribing.statedNames(tx, stated));
  createDocumentsModule(deps, signing, {
    confirmSigner,
    visit: (tx, visitId) => visits.getVisit(tx, visitId),
    requireConduct: (tx, actor, visitId, alsoIn) => visits.requireConduct(tx, actor, visitId, alsoIn),
    hasCare: (tx, actor, patientId) => visits.hasCare(tx, actor, patientId),
    chart,
    prescriptionsOf: (tx, visitId) => prescribing.viewsOfVisit(tx, visitId),
    tellOfDocument: (tx, { id, visitId, patientId, doctor }) =>
      notifications.notify(tx, {
        to: { patientId },
        template: 'document.ready',
        facts: { doctor },
        link: `/visits/${visitId}`,
        dedupe: `document.ready ${id}`,
      }),
    checkPrescription: (context, hospital, bytes) => prescribing.checkFile(context, hospital, bytes),
  });
  createPharmacyModule(deps, { prescribing, confirmSigner, notify: notifications.notify });
  createDispensingModule(deps, auth, hospitals, prescribing, signing, notifications);
  createFhirModule(deps, auth, hospitals, notifications);
  createAdministrationModule(deps, hospitals, confirmSigner, notifications);
  const staff = createStaffModule(deps, {
    auth,
    hospitals,
    directory,
    issueFirstCertificate: (tx, practitionerId) => signing.issueFirstCertificate(tx, practitionerId),
    notify: notifications,
  });
  const operator = createOperatorModule(deps, {
    makeAuthority: (tx, names, jurisdiction) => signing.makeAuthority(tx, names, jurisdiction),
    inviteAdministrator: (tx, person) => staff.inviteAdministrator(tx, person),
    endSessions: async (tx) => {
      await auth.staff.endEverySession(tx);
      await calls.endCalls(tx);
    },
  });
  const figures = createMetricsModule(deps, hospitals, notifications);
  createWorklistModule(deps);
  createAuditModule(deps);
  return {
    mediaNodeReady: () => calls.mediaNodeReady(),
    notify: notifications,
    figures,
    appFace,
    inviteOperator: operator.invite,
    rewrapOperatorSecrets: operator.rewrapSecrets,
    stop: async () => {
      notifications.stop();
      await chart.stop();
    },
  };
}

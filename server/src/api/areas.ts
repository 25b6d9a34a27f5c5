import type { Rewrapped, RewrapRun } from '../platform/signing/rewrap.ts';
import type { AppFace } from '../platform/http/static-app.ts';
import { createAccountsModule } from './accounts/index.ts';
import { createAdministrationModule } from './administration/index.ts';
import { createCallsModule } from './calls/index.ts';
import { createCataloguesModule } from './catalogues/index.ts';
import { createChartModule } from './chart/index.ts';
import { createChatModule } from './chat/index.ts';
import type { ApiDeps } from './core/area-deps.ts';
import { createDirectoryModule } from './directory/index.ts';
import { createDispensingModule } from './dispensing/index.ts';
import { createDocumentsModule } from './documents/index.ts';
import { createIntakeModule } from './intake/index.ts';
import { createMetricsModule, type MetricsModule } from './metrics/index.ts';
import { createNotificationsModule, type Notify } from './notifications/index.ts';
import { createOperatorModule } from './operator/index.ts';
import { createPrescribingModule } from './prescribing/index.ts';
import { createRecordsModule } from './records/index.ts';
import { createReviewModule } from './review/index.ts';
import { createSchedulingModule } from './scheduling/index.ts';
import { createSigningModule } from './signing/index.ts';
import { createVisitsModule } from './visits/index.ts';
import { wireHooks } from './wiring.ts';

/** Every area of the api, each given the areas that it uses. An area that is not listed here is not mounted. */
export function registerModules(deps: ApiDeps): {
  mediaNodeReady: () => Promise<boolean>;
  notify: Notify;
  figures: MetricsModule;
  appFace: AppFace;
  inviteOperator: (email: string) => Promise<string | null>;
  rewrapOperatorSecrets: (run: RewrapRun) => Promise<Rewrapped>;
  stop: () => Promise<void>;
} {
  const catalogues = createCataloguesModule(deps);
  const notifications = createNotificationsModule(deps);
  const administration = createAdministrationModule(deps);
  const accounts = createAccountsModule({ ...deps, administration, notifications });
  const signing = createSigningModule({ ...deps, accounts, administration });
  const directory = createDirectoryModule({ ...deps, accounts, administration, notifications, signing });
  const scheduling = createSchedulingModule({ ...deps, directory, notifications });
  const visits = createVisitsModule({ ...deps, directory, notifications, scheduling });
  const calls = createCallsModule({ ...deps, accounts, administration, visits });
  const chart = createChartModule({ ...deps, accounts, catalogues, notifications, signing, visits });
  createChatModule({ ...deps, administration, notifications, visits });
  const intake = createIntakeModule({ ...deps, chart, visits });
  const prescribing = createPrescribingModule({
    ...deps,
    accounts,
    catalogues,
    chart,
    notifications,
    signing,
    visits,
  });
  createDocumentsModule({ ...deps, accounts, chart, notifications, prescribing, signing, visits });
  const review = createReviewModule({ ...deps, accounts, notifications, prescribing });
  const dispensing = createDispensingModule({ ...deps, accounts, administration, notifications, prescribing, signing });
  createRecordsModule({ ...deps, accounts, administration, notifications });
  const operator = createOperatorModule({ ...deps, accounts, administration, calls, directory, signing });
  const figures = createMetricsModule({ ...deps, administration, notifications });
  wireHooks({
    accounts,
    administration,
    calls,
    chart,
    directory,
    dispensing,
    intake,
    notifications,
    prescribing,
    review,
    scheduling,
    visits,
  });
  return {
    mediaNodeReady: () => calls.mediaNodeReady(),
    notify: notifications,
    figures,
    appFace: administration.appFace,
    inviteOperator: operator.invite,
    rewrapOperatorSecrets: operator.rewrapSecrets,
    stop: async () => {
      notifications.stop();
      await chart.stop();
    },
  };
}

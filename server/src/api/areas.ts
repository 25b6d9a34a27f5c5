import type { DeliveryChannel } from '../platform/messaging/message.ts';
import { createAccountsArea } from './accounts/index.ts';
import { createAdministrationArea } from './administration/index.ts';
import { createCallsArea } from './calls/index.ts';
import { createCataloguesArea } from './catalogues/area.index.ts';
import { createChartArea } from './chart/index.ts';
import { createChatArea } from './chat/index.ts';
import type { ApiDeps } from './core/area-deps.ts';
import { createDirectoryArea } from './directory/index.ts';
import { createDispensingArea } from './dispensing/index.ts';
import { createDocumentsArea } from './documents/index.ts';
import { createIntakeArea } from './intake/index.ts';
import { createMetricsArea } from './metrics/index.ts';
import { createNotificationsArea } from './notifications/index.ts';
import { createOperatorArea, type OperatorDeps } from './operator/index.ts';
import { createPrescribingArea } from './prescribing/index.ts';
import { createRecordsArea } from './records/index.ts';
import { createReviewArea } from './review/index.ts';
import { createSchedulingArea } from './scheduling/index.ts';
import { createSigningArea } from './signing/index.ts';
import { createVisitsArea } from './visits/index.ts';
import type { PlatformHealth } from './platform-health.ts';
import { wireHooks } from './wiring.ts';

/** Creates every area of the api with the areas that it uses. An area that is missing here is not mounted. */
export function createAreas(
  deps: ApiDeps & Pick<OperatorDeps, 'operatorDatabase'> & { platformHealth: PlatformHealth },
) {
  const catalogues = createCataloguesArea(deps);
  const notifications = createNotificationsArea(deps);
  const administration = createAdministrationArea(deps);
  const accounts = createAccountsArea({ ...deps, administration, notifications });
  const signing = createSigningArea({ ...deps, administration });
  const directory = createDirectoryArea({ ...deps, accounts, administration, notifications, signing });
  const scheduling = createSchedulingArea({ ...deps, directory, notifications });
  const visits = createVisitsArea({ ...deps, directory, notifications, scheduling });
  const calls = createCallsArea({ ...deps, accounts, administration, visits });
  const chart = createChartArea({ ...deps, accounts, catalogues, notifications, signing, visits });
  createChatArea({ ...deps, administration, notifications, visits });
  const intake = createIntakeArea({ ...deps, chart, visits });
  const prescribing = createPrescribingArea({ ...deps, accounts, catalogues, chart, notifications, signing, visits });
  const documents = createDocumentsArea({
    ...deps,
    accounts,
    administration,
    chart,
    notifications,
    prescribing,
    signing,
    visits,
  });
  const review = createReviewArea({ ...deps, accounts, notifications, prescribing });
  const dispensing = createDispensingArea({ ...deps, accounts, administration, notifications, prescribing, signing });
  createRecordsArea({ ...deps, accounts, administration, notifications });
  const healthSources = {
    ...deps.platformHealth,
    nodes: () => calls.mediaNodes(),
    canSend: (channel: DeliveryChannel) => notifications.can(channel),
  };
  const operator = createOperatorArea({ ...deps, accounts, administration, calls, directory, signing, healthSources });
  const metrics = createMetricsArea({ ...deps, administration, notifications });
  wireHooks({
    accounts,
    administration,
    calls,
    chart,
    directory,
    dispensing,
    documents,
    intake,
    notifications,
    prescribing,
    review,
    scheduling,
    signing,
    visits,
  });
  return { administration, calls, chart, directory, metrics, notifications, operator };
}

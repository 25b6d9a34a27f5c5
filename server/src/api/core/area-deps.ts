import type { Clock } from '../../platform/clock.ts';
import type { ClockWatch } from '../../platform/clock-watch.ts';
import type { ApiSettings } from '../../platform/config/settings.ts';
import type { Transactions } from '../../platform/db/transaction.ts';
import type { FileStore } from '../../platform/files/store/file-store.ts';
import type { RouteRegistrar } from '../../platform/http/register-route.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Logger } from '../../platform/logging/logger.ts';
import type { LastOutcomes } from '../../platform/outcomes/last-outcomes.ts';
import type { RecordHub } from '../../platform/realtime/record-hub.ts';
import type { KeyEncryption } from '../../platform/signing/key-encryption.ts';
import type { TimeStamping } from '../../platform/signing/time-stamp-authority.ts';
import type { AccessTokens } from '../../platform/tickets/access-token.ts';

/** What the platform provides to every module. */
export interface ApiDeps {
  settings: ApiSettings;
  log: Logger;
  clock: Clock;
  clockWatch: ClockWatch;
  transactions: Transactions;
  jobs: Jobs;
  outcomes: LastOutcomes;
  routes: RouteRegistrar;
  accessTokens: AccessTokens;
  keyEncryption: KeyEncryption;
  timeStamps: TimeStamping;
  files: FileStore;
  /** The record socket; available once the server listens, so it is a function. */
  hub: () => RecordHub;
}

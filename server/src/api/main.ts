import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config/config.ts';
import { ignoredSettings } from '../platform/config/isolation.ts';
import { warnOfOldValues } from '../platform/config/old-values.ts';
import { apiSettings } from '../platform/config/settings.ts';
import { foreignBucketText } from '../platform/files/store/bucket-claim.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { createMetricsServer } from '../platform/metrics/metrics-server.ts';
import { announceServing, closeOnSignal } from '../platform/process/lifecycle.ts';
import { endOnFailure } from '../platform/process/start-failure.ts';
import { startTracing } from '../platform/tracing/start-tracing.ts';
import { openKeyEncryption } from '../platform/signing/open-key-encryption.ts';
import { buildApi } from './app.ts';
import { openCheckedDatabase } from './checked-database.ts';
import { observeApi } from './observe.ts';

/** How long the api may take to close, in addition to the time in which it still serves. */
const CLOSING_MS = 8_000;

/** The api process: rejects a schema that does not fit and a role that could read across hospitals, then serves. */
endOnFailure(createLogger({ name: 'api', level: 'info' }));
const settings = readConfig(apiSettings, process.env);
const log = createLogger({ name: 'api', level: settings.LOG_LEVEL });
warnOfOldValues(process.env, log);
if (settings.ISOLATED)
  log.warn(
    { ignored: ignoredSettings(process.env) },
    'ISOLATED: nothing leaves this machine, these settings are ignored',
  );
const stopTracing = await startTracing(settings, 'yunzhen-api', log);

const { source, transactions } = await openCheckedDatabase(settings, process.env, log);
const api = await buildApi({ settings, log, clock: systemClock, source });
void api.ready().then(
  ({ files }) => files === 'read-only' && log.warn(foreignBucketText),
  () => undefined,
);
await api.jobs.start();
if (settings.DEMO_MODE) {
  const { tryFirstPrescriptions } = await import('../demo/first-prescriptions.ts');
  await tryFirstPrescriptions({
    server: api.server,
    transactions,
    keys: await openKeyEncryption(settings),
    log,
  });
}
await api.rewrapSecrets();
const metrics = createMetricsServer('api');
observeApi(metrics.registry, api, { settings, source });
await metrics.listen(settings.METRICS_PORT, settings.HOST);
const address = await api.server.listen({ port: settings.PORT, host: settings.HOST });
log.info({ address }, 'api is listening');
if (settings.OPERATOR_INVITE) {
  const path = await api.inviteOperator(settings.OPERATOR_INVITE);
  // Printed, not logged: the link gives access.
  if (path)
    process.stdout.write(`Link for the new operator, valid once and for seven days:\n${settings.PUBLIC_URL}${path}\n`);
}
announceServing();

// The supervisor generates the figures of the demo year in another process, and sends when that starts and ends.
process.on('message', ({ pastComing }: { pastComing?: boolean }) => {
  if (pastComing !== undefined) void api.pastComing(pastComing).catch(() => undefined);
});

closeOnSignal(
  log,
  async () => {
    api.drain();
    await delay(settings.API_DRAIN_SECONDS * 1000);
    await api.close();
    await source.destroy();
    await metrics.close();
    await stopTracing();
  },
  settings.API_DRAIN_SECONDS * 1000 + CLOSING_MS,
);

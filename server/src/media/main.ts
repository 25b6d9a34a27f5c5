import { setTimeout as delay } from 'node:timers/promises';
import { setLogEventListeners } from 'mediasoup';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config/config.ts';
import { warnOfOldValues } from '../platform/config/old-values.ts';
import { mediaSettings } from '../platform/config/settings.ts';
import { createLogger } from '../platform/logging/logger.ts';
import { createMetricsServer } from '../platform/metrics/metrics-server.ts';
import { announceServing, closeOnSignal } from '../platform/process/lifecycle.ts';
import { CONFIGURATION_EXIT, endOnFailure } from '../platform/process/start-failure.ts';
import { startTracing } from '../platform/tracing/start-tracing.ts';
import { MediaNode } from './app.ts';
import { registerNodeMetrics } from './metrics.ts';

/** How long a node may take to close, in addition to the time that it gives running calls. */
const CLOSING_MS = 9_500;

/** The media node process. Its workers are its children and end with it; it must never be a child of the api. */
endOnFailure(createLogger({ name: 'media', level: 'info' }));
const settings = readConfig(mediaSettings, process.env);
const log = createLogger({ name: 'media', level: settings.LOG_LEVEL }).child({ nodeId: settings.NODE_ID });
warnOfOldValues(process.env, log);
const stopTracing = await startTracing(settings, 'yunzhen-media', log);

const node = new MediaNode({ settings, log, clock: systemClock, onDuplicate: () => void endAsDuplicate() });
const metrics = createMetricsServer('media');
registerNodeMetrics(metrics.registry, node);
/** Ends the later of two nodes with one id, so that calls of the other are not disturbed. */
async function endAsDuplicate(): Promise<void> {
  log.fatal('another media node with this NODE_ID is alive: give each node an id of its own');
  node.hurry();
  await Promise.race([node.close(), delay(CLOSING_MS)]);
  process.exit(CONFIGURATION_EXIT);
}

closeOnSignal(
  log,
  async () => {
    await node.close();
    await metrics.close();
    await stopTracing();
  },
  settings.DRAIN_SECONDS * 1000 + CLOSING_MS,
  { act: () => node.hurry(), graceMs: CLOSING_MS },
);

const metricsPort = await metrics.listen(settings.MEDIA_METRICS_PORT, settings.MEDIA_METRICS_HOST ?? settings.HOST);
const port = await node.start();
// Earlier failures are thrown.
setLogEventListeners({ onerror: (namespace, message) => log.error({ namespace }, message) });
log.info({ port, metricsPort }, 'media node is listening');
announceServing();

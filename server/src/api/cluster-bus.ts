import type { ClockWatch } from '../platform/clock-watch.ts';
import type { ApiSettings } from '../platform/config/settings.ts';
import type { Logger } from '../platform/logging/logger.ts';
import { ClusterBus } from '../platform/realtime/cluster-bus.ts';
import { MessageSeal } from '../platform/realtime/page-message.ts';
import { Valkey } from '../platform/valkey/valkey.ts';
import { ValkeyFanOut } from '../platform/valkey/valkey-fan-out.ts';
import { processFacts } from './platform-health.ts';

interface Deps {
  settings: ApiSettings;
  log: Logger;
  clockWatch: ClockWatch;
  /** Null where none is configured. */
  valkey: Valkey | null;
}

/** Starts connecting to the server at `REDIS_URL`; null where none is configured. */
export async function openValkey({ REDIS_URL, ACCESS_TOKEN_SECRET }: ApiSettings, log: Logger): Promise<Valkey | null> {
  return REDIS_URL ? Valkey.open(REDIS_URL, ACCESS_TOKEN_SECRET, log) : null;
}

/** Creates the bus to the other processes: over Valkey where there is one, else over Postgres alone. */
export function clusterBus({ settings, log, clockWatch, valkey }: Deps): ClusterBus {
  return new ClusterBus({
    url: settings.DATABASE_URL,
    seal: new MessageSeal(settings.ACCESS_TOKEN_SECRET),
    log,
    facts: processFacts(settings, clockWatch),
    ...(valkey && { fanOut: (fallback, id) => new ValkeyFanOut({ valkey, id, fallback, log }) }),
  });
}

import { buildApi } from '../../../server/src/api/app.ts';
import { entities } from '../../../server/src/api/entities.ts';
import { systemClock } from '../../../server/src/platform/clock.ts';
import { readConfig } from '../../../server/src/platform/config/config.ts';
import { apiSettings } from '../../../server/src/platform/config/settings.ts';
import { createDataSource } from '../../../server/src/platform/db/data-source.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';

/** The api as in production, on its own port. */
const settings = readConfig(apiSettings, process.env);
const { DATABASE_URL: url, DATABASE_POOL: poolSize } = settings;
const source = await createDataSource({
  url,
  poolSize,
  entities,
  requestKey: settings.DATABASE_REQUEST_KEY,
}).initialize();
const log = createLogger({ name: 'bench', level: 'error' });
const api = await buildApi({ settings, log, clock: systemClock, source });
await api.jobs.start();
process.send?.(await api.server.listen({ port: 0, host: '127.0.0.1' }));
process.once('disconnect', () => process.exit(0));

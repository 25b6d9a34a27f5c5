import { buildApi, type Api } from '../../../server/src/api/app.ts';
import { entities } from '../../../server/src/api/entities.ts';
import { systemClock } from '../../../server/src/platform/clock.ts';
import { readConfig } from '../../../server/src/platform/config/config.ts';
import { apiSettings, type ApiSettings } from '../../../server/src/platform/config/settings.ts';
import { createDataSource, type Database } from '../../../server/src/platform/db/data-source.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';

/** Builds the api as in production, from the environment of its process. */
export async function benchApi(
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ api: Api; source: Database; settings: ApiSettings }> {
  const settings = readConfig(apiSettings, env);
  const { DATABASE_URL: url, DATABASE_POOL: poolSize, DATABASE_REQUEST_KEY: requestKey } = settings;
  const source = await createDataSource({ url, poolSize, entities, requestKey }).initialize();
  const log = createLogger({ name: 'bench', level: 'error' });
  return { api: await buildApi({ settings, log, clock: systemClock, source }), source, settings };
}

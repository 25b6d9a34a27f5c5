import { buildApi } from '../../../server/src/api/app.ts';
import { entities } from '../../../server/src/api/entities.ts';
import { systemClock } from '../../../server/src/platform/clock.ts';
import { readConfig } from '../../../server/src/platform/config/config.ts';
import { apiSettings } from '../../../server/src/platform/config/settings.ts';
import { createDataSource } from '../../../server/src/platform/db/data-source.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { obey, pagesToServe } from './messages.ts';

/** The api as in production; it publishes what two kinds of commits publish. */
const { BENCH_REALTIME_PAGES: _pages, ...env } = process.env;
const pages = pagesToServe();
const settings = readConfig(apiSettings, env);
const { DATABASE_URL: url, DATABASE_POOL: poolSize } = settings;
const source = await createDataSource({
  url,
  poolSize,
  entities,
  requestKey: settings.DATABASE_REQUEST_KEY,
}).initialize();
const api = await buildApi({
  settings,
  log: createLogger({ name: 'bench', level: 'error' }),
  clock: systemClock,
  source,
});

const hospitals = [...new Set(pages.map(({ hospitalId }) => hospitalId))];
const board = { roles: ['president', 'administrator'] };
obey(() => {
  const at = new Date();
  for (const hospitalId of hospitals)
    api.hub.publish([
      {
        type: 'visit.admitted',
        entityId: hospitalId,
        hospitalId,
        at,
        changes: [{ entity: 'board', id: hospitalId, to: board }],
      },
    ]);
  for (const { accountId, hospitalId } of pages)
    api.hub.publish([
      {
        type: 'visit.checked-in',
        entityId: accountId,
        hospitalId,
        at,
        changes: [{ entity: 'queue', id: accountId, to: { accountIds: [accountId] } }],
      },
    ]);
});
const address = await api.server.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ port: Number(new URL(address).port) });

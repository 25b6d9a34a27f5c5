import { benchApi } from './bench-api.ts';
import { obey, pagesToServe } from './messages.ts';

/** The api as in production; it publishes what two kinds of commits publish. */
const { BENCH_REALTIME_PAGES: _pages, ...env } = process.env;
const pages = pagesToServe();
const { api } = await benchApi(env);

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

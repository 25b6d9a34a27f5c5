import type { ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { ClientAnswer, ClientOrder, ServerAnswer, ServerOrder } from './realtime/messages.ts';
import { benchApiEnvironment, presidentPages } from './realtime/president-pages.ts';
import { startBenchServer } from './bench-database.ts';
import { answerOf, endChildren, startChild } from './children.ts';
import { median, option, report } from './report.ts';

/*
 * Measures queue and board updates to 5,000 pages on one api against bare socket.io: the same messages to the same minimal clients, which run in
 * separate processes. Each round restarts both servers, alternating. For a short run: REALTIME_SOCKETS and REALTIME_TIMES.
 */
const rounds = option('rounds', 5);
const sockets = Number(process.env['REALTIME_SOCKETS'] ?? 5000);
const times = Number(process.env['REALTIME_TIMES'] ?? 20);
const hospitals = 50;
const generators = 2;
const sides = ['ours', 'bare'] as const;
type Side = (typeof sides)[number];

const server = await startBenchServer();
const { adminUrl, appUrl } = await server.database();
const secrets = benchApiEnvironment(appUrl);
const pages = await presidentPages(adminUrl, sockets, hospitals);
// A file, because the pages are too large for process arguments or environment.
const pagesFile = join(server.folder, 'pages.json');
await writeFile(pagesFile, JSON.stringify(pages.map(({ hospitalId, accountId }) => ({ hospitalId, accountId }))));

const start = (file: string, env: Record<string, string> = {}, execArgv: string[] = []) =>
  startChild(fileURLToPath(new URL(`realtime/${file}`, import.meta.url)), { NODE_ENV: 'production', ...env }, execArgv);
async function ask(child: ChildProcess, order: ServerOrder): Promise<ServerAnswer> {
  child.send(order);
  return answerOf(child);
}

/** Starts a server, measures its memory without and with the pages, then publishes until every page has received everything. */
async function measure(side: Side) {
  const child = start(`${side}-process.ts`, { ...(side === 'ours' ? secrets : {}), BENCH_REALTIME_PAGES: pagesFile }, [
    '--expose-gc',
  ]);
  const { port = 0 } = await answerOf<ServerAnswer>(child);
  const clients = Array.from({ length: generators }, () => start('clients-process.ts'));
  const shares = clients.map((_, i) => pages.filter((__, place) => place % generators === i));
  // Loads all lazy parts of the server before its memory is measured.
  await ask(child, { ask: 'publish', times: 1 });
  const without = await ask(child, { ask: 'memory' });
  await Promise.all(
    clients.map((client, i) => {
      const own = (shares[i] ?? []).map((page) => (side === 'ours' ? page : { ...page, accessToken: '' }));
      client.send({ open: { port, pages: own } } satisfies ClientOrder);
      return answerOf<ClientAnswer>(client);
    }),
  );
  const withPages = await ask(child, { ask: 'memory' });
  const run = async (count: number) => {
    const received = clients.map((client, i) => {
      client.send({ expect: (shares[i]?.length ?? 0) * 2 * count } satisfies ClientOrder);
      return answerOf<ClientAnswer>(client);
    });
    const begun = performance.now();
    const published = await ask(child, { ask: 'publish', times: count });
    await Promise.all(received);
    return { seconds: (performance.now() - begun) / 1000, cpu: published.cpu ?? 0 };
  };
  await run(3);
  const { seconds, cpu } = await run(times);
  await endChildren([child, ...clients]);
  const deliveries = sockets * 2 * times;
  const grown = (of: 'resident' | 'used') => ((withPages.memory?.[of] ?? 0) - (without.memory?.[of] ?? 0)) / sockets;
  return { perSecond: deliveries / seconds, cpu: cpu / deliveries, resident: grown('resident'), used: grown('used') };
}

const results: Record<Side, Awaited<ReturnType<typeof measure>>[]> = { ours: [], bare: [] };
for (let round = 0; round < rounds; round++)
  for (const side of round % 2 === 0 ? sides : sides.toReversed()) results[side].push(await measure(side));

const of = (side: Side, what: keyof (typeof results)['ours'][number]) => median(results[side].map((one) => one[what]));
const ratio = (what: keyof (typeof results)['ours'][number]) =>
  median(results.ours.map((one, i) => one[what] / (results.bare[i]?.[what] ?? Number.NaN)));
report(
  'realtime',
  rounds,
  sides.map((side) => ({
    side,
    'deliveries a second': Math.round(of(side, 'perSecond')),
    'CPU µs a delivery': of(side, 'cpu').toFixed(2),
    'kB an idle socket (resident)': (of(side, 'resident') / 1024).toFixed(1),
    'kB an idle socket (heap and buffers)': (of(side, 'used') / 1024).toFixed(1),
  })),
  [
    { name: 'deliveries a second, ours / bare', value: ratio('perSecond'), unit: 'ratio', goal: '>= 0.85' },
    // A process that has grown before requests less new memory; heap and buffers are the fairer figure.
    {
      name: 'memory of an idle socket (heap and buffers), ours / bare',
      value: ratio('used'),
      unit: 'ratio',
      goal: '<= 1.3',
    },
    { name: 'memory of an idle socket (resident), ours / bare', value: ratio('resident'), unit: 'ratio', goal: null },
    { name: 'CPU of a delivery, ours / bare', value: ratio('cpu'), unit: 'ratio', goal: null },
    { name: 'sockets', value: sockets, unit: 'sockets', goal: null },
  ],
);

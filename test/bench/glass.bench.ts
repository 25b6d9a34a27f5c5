import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { CallTicket } from '@yunzhen/shared/calls/call.contract';
import { routerRtpCapabilities } from '../../server/src/media/codecs.ts';
import { newId } from '../../server/src/platform/ids.ts';
import { NodeFixture, nodeId, ticketFor } from '../integration/calls/media/support/node-fixture.ts';
import { bundle } from './bare/bundle.ts';
import { launchBrowser } from './browser.ts';
import { median, option, quantile, report } from './report.ts';

/* Measures the latency from drawing a picture to showing it that the media node adds to a direct connection between the same ends in one browser. */
const rounds = option('rounds', 6);
const seconds = option('seconds', 5);

const script = await bundle(fileURLToPath(new URL('./pages/glass.ts', import.meta.url)));
const pageServer = createServer((request, response) => {
  const role = /^\/ticket\/(patient|doctor)$/.exec(request.url ?? '')?.[1];
  if (role === 'patient' || role === 'doctor') {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(ticket(role)));
    return;
  }
  response.setHeader('content-type', 'text/html');
  response.end(
    `<!doctype html><meta charset="utf-8"><script type="module">${script.replaceAll('</script', '<\\/script')}</script>`,
  );
});
await new Promise<void>((resolve) => pageServer.listen(0, '127.0.0.1', resolve));
const pageUrl = `http://localhost:${(pageServer.address() as AddressInfo).port}`;
const fixture = await NodeFixture.start({ WEB_ORIGIN: pageUrl });
let visitId = newId();

function ticket(role: 'patient' | 'doctor'): CallTicket {
  const participantId = newId();
  return {
    ticket: ticketFor({ visitId, participantId, role, room: { revision: 1, phase: 'open' } }),
    expiresAt: new Date(Date.now() + 60_000).toISOString(),
    url: fixture.url,
    nodeId,
    participantId,
    role,
    routerRtpCapabilities: { ...routerRtpCapabilities() },
    phase: 'open',
    iceServers: [],
    phone: null,
    endToEndEncrypted: false,
  };
}

const browser = await launchBrowser();
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(error));
await page.goto(pageUrl);
await page.waitForFunction('typeof window.measure === "function"');

const ways = ['direct', 'node'] as const;
const delays: Record<(typeof ways)[number], number[]> = { direct: [], node: [] };
const medians: Record<(typeof ways)[number], number[]> = { direct: [], node: [] };
for (let round = 0; round < rounds; round += 1) {
  for (const way of round % 2 === 0 ? ways : [...ways].reverse()) {
    visitId = newId();
    const measured = await page.evaluate<number[]>(`window.measure('${way}', ${seconds * 1000})`);
    delays[way].push(...measured);
    medians[way].push(median(measured));
  }
}
const added = median(medians.node.map((value, index) => value - (medians.direct[index] ?? Number.NaN)));
report(
  'glass',
  rounds,
  ways.map((way) => ({
    way: way === 'direct' ? 'direct peer to peer' : 'through the media node',
    pictures: delays[way].length,
    'median ms': median(delays[way]).toFixed(1),
    '95th percentile ms': quantile(delays[way], 0.95).toFixed(1),
  })),
  [
    { name: 'glass to glass, added by the node', value: added, unit: 'ms', goal: '<= 10' },
    { name: 'glass to glass, direct', value: median(delays.direct), unit: 'ms', goal: null },
    { name: 'glass to glass, through the node', value: median(delays.node), unit: 'ms', goal: null },
  ],
);
await fixture.stop();
pageServer.close();

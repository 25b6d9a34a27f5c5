import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import type { WebRtcTransport } from 'mediasoup/types';
import { freePorts } from '../support/free-port.ts';
import { speech } from '../support/impairment/speech.ts';
import { writeFootage } from './bad-line/footage.ts';
import { trials, type Manner } from './bad-line/manners.ts';
import { BenchNode } from './bad-line/node.ts';
import { bundle } from './bare/bundle.ts';
import { launchBrowser } from './browser.ts';
import { median, option, report } from './report.ts';

/*
 * Measures sound and picture on a bad connection by mode of sending and forwarding, with real browsers, a real worker and a relay. The connection is
 * good for seven seconds, then bad; the first eight bad seconds are reported separately, because a falling connection does its harm there.
 */

const rounds = option('rounds', 1);
/** `--only=2`: one connection, by its index in the list. */
const only = option('only', -1);
const goodMs = 7000;
const firstMs = 8000;
const restMs = 12_000;

interface Measure {
  concealed: number;
  frozen: number;
  fps: number;
  height: number;
}

const folder = await mkdtemp(join(tmpdir(), 'yunzhen-bad-line-'));
const [camera, voice] = [join(folder, 'camera.y4m'), join(folder, 'voice.wav')];
await Promise.all([writeFootage(camera), writeFile(voice, speech())]);
const script = await bundle(new URL('./bad-line/page.ts', import.meta.url).pathname);
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end(`<!doctype html><script type="module">${script.replaceAll('</script', '<\\/script')}</script>`);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const [port = 0] = await freePorts(1);
const node = await BenchNode.start(port, 7);
const browsers: Browser[] = [];

async function open(): Promise<Page> {
  const browser = await launchBrowser([
    `--use-file-for-fake-video-capture=${camera}`,
    `--use-file-for-fake-audio-capture=${voice}`,
  ]);
  browsers.push(browser);
  const page = await browser.newPage();
  await page.exposeFunction('node', (event: string, payload: Record<string, unknown>) => node.handle(event, payload));
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}`);
  await page.waitForFunction(() => 'bench' in window);
  return page;
}

const parametersOf = ({ id, iceParameters, iceCandidates, dtlsParameters }: WebRtcTransport) =>
  ({ id, iceParameters, iceCandidates, dtlsParameters }) as never;

async function connect(sender: Page, receiver: Page, manner: Manner): Promise<void> {
  const [send, receive] = await Promise.all([node.transport('send'), node.transport('receive')]);
  const capabilities = node.router.rtpCapabilities as never;
  await sender.evaluate((router) => window.bench.load(router), capabilities);
  const rtpCapabilities = await receiver.evaluate((router) => window.bench.load(router), capabilities);
  await sender.evaluate(([transport, how]) => window.bench.send(transport, how), [parametersOf(send), manner] as const);
  await receiver.evaluate((transport) => window.bench.receive(transport), parametersOf(receive));
  for (const consumer of await node.consume(receive, rtpCapabilities as never, manner)) {
    const { id, producerId, kind, rtpParameters } = consumer;
    const parameters = { id, producerId, kind, rtpParameters } as never;
    await receiver.evaluate(([what, wait]) => window.bench.consume(what, wait), [parameters, manner.waitMs] as const);
  }
}

async function look(receiver: Page): Promise<Record<string, number>> {
  const entries = (await receiver.evaluate(() => window.bench.stats())) as Record<string, never>[];
  const streams = entries.filter((entry) => entry['type'] === 'inbound-rtp' && entry['mid'] !== 'probator');
  return Object.assign({}, ...streams.sort((a, b) => String(a['kind']).localeCompare(String(b['kind'])))) as Record<
    string,
    number
  >;
}

async function measure(receiver: Page, milliseconds: number): Promise<Measure> {
  const before = await look(receiver);
  await sleep(milliseconds);
  const after = await look(receiver);
  const more = (field: string) => (after[field] ?? 0) - (before[field] ?? 0);
  const gaps = more('concealedSamples') - more('silentConcealedSamples');
  return {
    concealed: gaps / Math.max(1, more('totalSamplesReceived')),
    frozen: more('totalFreezesDuration') / (milliseconds / 1000),
    fps: more('framesDecoded') / (milliseconds / 1000),
    height: after['frameHeight'] ?? 0,
  };
}

const percent = (values: readonly number[]) => `${(median(values) * 100).toFixed(1)} %`;
const table: Record<string, unknown>[] = [];
const figures: Parameters<typeof report>[3][number][] = [];
try {
  const [sender, receiver] = await Promise.all([open(), open()]);
  for (const { line, impairment, manners } of only < 0 ? trials : trials.slice(only, only + 1)) {
    for (const [name, manner] of Object.entries(manners)) {
      const first: Measure[] = [];
      const rest: Measure[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await connect(sender, receiver, manner);
        await sleep(goodMs);
        node.relay.set(impairment);
        first.push(await measure(receiver, firstMs));
        rest.push(await measure(receiver, restMs));
        await Promise.all([sender, receiver].map((page) => page.evaluate(() => window.bench.close())));
        node.reset();
      }
      table.push({
        line,
        manner: name,
        'made up, first 8 s': percent(first.map(({ concealed }) => concealed)),
        'made up, then': percent(rest.map(({ concealed }) => concealed)),
        'frames a second': median(rest.map(({ fps }) => fps)).toFixed(1),
        height: median(rest.map(({ height }) => height)),
        frozen: percent(rest.map(({ frozen }) => frozen)),
      });
      figures.push({
        name: `${line}, ${name}: sound made up`,
        value: median(rest.map(({ concealed }) => concealed)),
        unit: 'share',
        goal: null,
      });
    }
  }
} finally {
  await Promise.all(browsers.map((browser) => browser.close()));
  await node.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
}
report('bad-line', rounds, table, figures);

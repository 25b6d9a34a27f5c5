import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../../server/src/platform/config/config.ts';
import { apiSettings } from '../../../server/src/platform/config/settings.ts';
import { nodeKey } from '../../../server/src/platform/nodes/node-key.ts';
import { MovableClock } from '../../support/clock.ts';
import { operatorUrlOf, requestKey } from '../../support/request-key.ts';
import type { TestGround } from '../../support/test-api.ts';
import { startBenchServer } from '../bench-database.ts';
import { atTheEnd } from '../endings.ts';
import { processorSeconds } from './cost.ts';
import { end, here, makeMachines, startOn, type Machine } from './lan.ts';

const programOf = (name: string) => fileURLToPath(new URL(`../../../server/src/${name}/main.ts`, import.meta.url));
const three = [1, 2, 3];
const apiPort = 8080;
const mediaPort = 8081;
const databasePort = 5432;

export type Cost = Record<'api' | 'database' | 'media' | 'balancer', number>;

/** Three api and three media machines behind HAProxy, with one database server. */
export interface Network {
  readonly ground: TestGround;
  /** Returns the processor seconds of all processes so far, killed ones included. */
  cost(): Cost;
  /** Kills one api and, later, one media node. They do not come back. */
  killApi(): Promise<void>;
  killNode(): Promise<void>;
}

export async function startNetwork(): Promise<Network> {
  const server = await startBenchServer({ durable: true });
  const { adminUrl, appUrl, admin } = await server.database('network');
  const machines = await makeMachines([...three.map((n) => `api-${n}`), ...three.map((n) => `node-${n}`)]);
  const [apis, nodes] = [machines.slice(0, three.length), machines.slice(three.length)];
  const balancer = await startBalancer(server.folder, apis, Number(new URL(appUrl).port));
  const ticketKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const secret = () => randomBytes(32).toString('base64');
  const nodeSecret = secret();
  const url = `http://${here}:${apiPort}`;
  const environment = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'fatal',
    HOST: '0.0.0.0',
    PORT: String(apiPort),
    METRICS_PORT: '0',
    PUBLIC_URL: url,
    TRUST_PROXY: '10.204.0.0/24',
    DATABASE_URL: throughBalancer(appUrl),
    DATABASE_REQUEST_KEY: requestKey.toString('base64'),
    OPERATOR_DATABASE_URL: throughBalancer(operatorUrlOf(appUrl)),
    ACCESS_TOKEN_SECRET: secret(),
    KEY_ENCRYPTION_KEY: secret(),
    TICKET_PRIVATE_KEY: ticketKeys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    NODE_SECRET: nodeSecret,
    // All browsers have the address of this machine.
    RATE_LIMIT_FACTOR: '1000',
  };
  const runningApis = await Promise.all(
    apis.map((machine) =>
      startOn(machine, programOf('api'), { ...environment, DATA_DIR: join(server.folder, machine.name) }),
    ),
  );
  await untilReady(url);
  const runningNodes: ChildProcess[] = [];
  for (const machine of nodes) {
    const publicUrl = `http://${machine.address}:${mediaPort}`;
    const node = await startOn(machine, programOf('media'), {
      NODE_ENV: 'test',
      LOG_LEVEL: 'fatal',
      NODE_ID: machine.name,
      NODE_KEY: nodeKey(nodeSecret, machine.name),
      HOST: '0.0.0.0',
      DATA_DIR: join(server.folder, machine.name),
      MEDIA_PORT: String(mediaPort),
      MEDIA_PUBLIC_URL: publicUrl,
      MEDIA_CONTROL_URL: publicUrl,
      MEDIA_METRICS_PORT: '0',
      WEB_ORIGIN: url,
      API_URL: url,
      TICKET_PUBLIC_KEY: ticketKeys.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      RTC_PORT: '40000',
      RTC_LISTEN: machine.address,
      MEDIA_WORKERS: '1',
      MEDIA_LOAD_LIMIT: '1',
      CALL_SOCKETS_PER_ADDRESS: '10000',
      MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'] ?? '',
    });
    runningNodes.push(node);
  }
  const spent = { api: 0, media: 0 };
  const secondsOf = (children: readonly ChildProcess[]) => processorSeconds(children.flatMap(({ pid }) => pid ?? []));
  const killFirst = async (kind: keyof typeof spent, children: ChildProcess[]) => {
    const victim = children.shift();
    if (!victim) return;
    spent[kind] += secondsOf([victim]);
    await end(victim);
  };
  return {
    ground: {
      url,
      settings: readConfig(apiSettings, environment),
      clock: new MovableClock(),
      database: { admin, adminUrl, appUrl, drop: async () => undefined },
    },
    cost: () => ({
      api: spent.api + secondsOf(runningApis),
      database: processorSeconds([postmasterIn(server.folder)]),
      media: spent.media + secondsOf(runningNodes),
      balancer: secondsOf([balancer]),
    }),
    killApi: () => killFirst('api', runningApis),
    killNode: () => killFirst('media', runningNodes),
  };
}

const postmasterIn = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

function throughBalancer(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.hostname = here;
  url.port = String(databasePort);
  return url.href;
}

/** HAProxy in front of the apis and, because the database listens on the loopback only, of the database. */
async function startBalancer(folder: string, apis: readonly Machine[], database: number): Promise<ChildProcess> {
  const file = join(folder, 'haproxy.cfg');
  const servers = apis.map(
    ({ name, address }) => `  server ${name} ${address}:${apiPort} check inter 1s fall 2 rise 1`,
  );
  const lines = [
    'defaults',
    '  timeout connect 2s',
    '  timeout client 1h',
    '  timeout server 1h',
    '  option redispatch',
    '  retries 3',
    'frontend pages',
    '  mode http',
    `  bind ${here}:${apiPort}`,
    '  option forwardfor',
    '  default_backend apis',
    'backend apis',
    '  mode http',
    '  balance leastconn',
    '  option httpchk GET /readyz/serving',
    ...servers,
    'listen database',
    '  mode tcp',
    `  bind ${here}:${databasePort}`,
    `  server postgres 127.0.0.1:${database}`,
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  const balancer = spawn('haproxy', ['-db', '-f', file], { stdio: 'ignore' });
  atTheEnd(() => end(balancer));
  return balancer;
}

async function untilReady(url: string): Promise<void> {
  while ((await fetch(`${url}/readyz/serving`).catch(() => null))?.status !== 200) await delay(200);
}

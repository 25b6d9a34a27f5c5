import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildApi, type Api } from '../../server/src/api/app.ts';
import { entities } from '../../server/src/api/entities.ts';
import { systemClock } from '../../server/src/platform/clock.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { apiSettings } from '../../server/src/platform/config/settings.ts';
import { createDataSource } from '../../server/src/platform/db/data-source.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { permissionTable } from '../../shared/src/core/permission.ts';
import type { AnyRoute } from '../../shared/src/core/route.ts';
import { schemasByName } from '../support/contracts.ts';
import { root } from './cruise.ts';

/** Routes without a permission, and why they are harmless. */
const exceptions: readonly RegExp[] = [
  // Whether the process is alive, and which of its dependencies are missing.
  /^GET \/(healthz|readyz(\/serving)?)$/,
  // The contract and a page to read it.
  /^GET \/api\/(openapi\.json$|docs(\/|$))/,
  // The files of the built single-page app, and its public pages.
  /^GET \/(hospitals\/)?\*?$/,
  /^GET \/(en|zh-CN)\.webmanifest$/,
];

const built: string[] = [];
let api: Api;

beforeAll(async () => {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const settings = readConfig(apiSettings, {
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing',
    DATABASE_REQUEST_KEY: Buffer.alloc(32).toString('base64'),
    OPERATOR_DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing',
    ACCESS_TOKEN_SECRET: randomBytes(32).toString('base64'),
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    TICKET_PRIVATE_KEY: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    NODE_SECRET: randomBytes(24).toString('hex'),
  });
  const listen = (message: unknown) => {
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) built.push(`${one} ${url}`);
    });
  };
  subscribe('fastify.initialization', listen);
  // The database is not used: routes are registered before it responds.
  const source = createDataSource({ url: settings.DATABASE_URL, poolSize: 2, entities });
  api = await buildApi({ settings, log: createLogger({ name: 'test', level: 'silent' }), clock: systemClock, source });
  await api.server.ready();
  unsubscribe('fastify.initialization', listen);
});
afterAll(() => api.server.close());

/** Returns every contract that shared exports. */
async function contracts(): Promise<AnyRoute[]> {
  const files = globSync('{shared,server}/src/**/*.contract.ts', { cwd: root });
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(root, file)).href) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((module) => Object.values(module)).filter(isRoute);
}

function isRoute(value: unknown): value is AnyRoute {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value;
}

describe('every route', () => {
  it('is registered with a permission, or is a named exception', () => {
    expect(built.length).toBeGreaterThan(40);
    const unguarded = (route: string) => {
      // Fastify answers HEAD with the GET route, hooks included.
      const asGet = route.replace(/^HEAD /, 'GET ');
      return !api.routes.registered.has(asGet) && !exceptions.some((exception) => exception.test(asGet));
    };
    expect(built.filter(unguarded)).toEqual([]);
    // Proof that the check works: these would be rejected.
    expect(
      ['GET /api/patients', 'POST /healthz', 'GET /internal/nodes', 'GET *'].filter((route) => !unguarded(route)),
    ).toEqual([]);
  });

  it('requires a permission of the table, or is declared public or for media nodes', () => {
    const known = new Set<string>([...Object.keys(permissionTable), 'public', 'node', 'operator']);
    expect([...api.routes.registered.values()].filter((permission) => !known.has(permission))).toEqual([]);
  });

  it('in the contract is served with the permission of the contract', async () => {
    const promised = await contracts();
    expect(promised.length).toBeGreaterThan(40);
    const served = new Map(api.routes.registered);
    const wrong = promised.filter(({ method, path, permission }) => served.get(`${method} ${path}`) !== permission);
    expect(wrong.map(({ name }) => name)).toEqual([]);
    for (const { method, path } of promised) served.delete(`${method} ${path}`);
    expect([...served.keys()]).toEqual([]);
  });

  it('has the name of its command', async () => {
    const routes = (await contracts()).map(({ name }) => name);
    const given = /(?:[cC]ommand|carryOut|#change)(?:<[^(]*>)?\(\s*context,\s*(?:'([^']+)'|`([^`]+)`)/g;
    const commands = globSync('server/src/api/**/*.service.ts', { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(given)].map(([, name, pattern]) => name ?? pattern ?? ''),
    );
    expect(commands.length).toBeGreaterThan(80);
    // The name is composed where one method serves several routes.
    const isRoute = (command: string) => {
      const pattern = new RegExp(`^${command.replaceAll(/\$\{\w+\}/g, '\\w+')}$`);
      return routes.some((route) => pattern.test(route));
    };
    expect(commands.filter((command) => !isRoute(command))).toEqual([]);
    expect(['appointment.book', 'book'].filter(isRoute)).toEqual([]);
    // A link or a picture of another page can send GET.
    const safe = (await contracts()).filter(({ method }) => method === 'GET').map(({ name }) => name);
    expect(safe.length).toBeGreaterThan(80);
    expect(commands.filter((command) => safe.includes(command))).toEqual([]);
  });

  it('is public or for nodes only where listed', () => {
    const open = [...api.routes.registered].filter(([, permission]) => permission === 'public').map(([route]) => route);
    expect(open.sort()).toEqual([
      'DELETE /api/sessions/current',
      'GET /api/hospitals',
      'GET /api/hospitals/:hospital/agreement-texts',
      'GET /api/hospitals/:hospital/app-icons/:face/:icon',
      'GET /api/hospitals/:hospital/certificate',
      'GET /api/hospitals/:hospital/demo-messages',
      'GET /api/hospitals/:hospital/logos/:sha256/:size',
      'GET /api/hospitals/:hospital/page',
      'GET /api/hospitals/:hospital/portraits/:sha256/:size',
      'GET /api/hospitals/:hospital/record-exports/:exportId/archive',
      'GET /api/hospitals/:hospital/revocation-list',
      'GET /api/hospitals/:hospital/texts/:kind',
      'POST /api/account-passwords',
      'POST /api/accounts',
      'POST /api/clinical-document-verifications',
      'POST /api/hospitals/:hospital/clinical-document-verifications',
      'POST /api/hospitals/:hospital/document-verifications',
      'POST /api/hospitals/:hospital/file-verifications',
      'POST /api/invitations/:invitationId/acceptance',
      'POST /api/invitations/:invitationId/opening',
      'POST /api/invitations/:invitationId/session',
      'POST /api/one-time-codes',
      'POST /api/one-time-codes/:codeId/proof',
      'POST /api/operator/invitations/acceptance',
      'POST /api/operator/invitations/opening',
      'POST /api/operator/session',
      'POST /api/operator/session/demo',
      'POST /api/pharmacy-invitations/acceptance',
      'POST /api/pharmacy-invitations/opening',
      'POST /api/pharmacy-sessions',
      'POST /api/sessions',
      'POST /api/sessions/by-code',
      'POST /api/sessions/by-passkey',
      'POST /api/sessions/current/refresh',
      'POST /api/sessions/passkey-challenges',
      'POST /api/staff-invitations/acceptance',
      'POST /api/staff-invitations/opening',
      'POST /api/verifications',
    ]);
    const nodes = [...api.routes.registered].filter(([, permission]) => permission === 'node').map(([route]) => route);
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.filter((route) => !/^\w+ \/(internal|api\/internal)\//.test(route))).toEqual([]);
  });
});

describe('every list', () => {
  it('says with null that there is no next page, and nothing else', () => {
    const lists = [...schemasByName].flatMap(([name, { response }]) =>
      response instanceof z.ZodObject && response.shape['items'] && response.shape['next']
        ? [{ name, next: response.shape['next'] as z.ZodType }]
        : [],
    );
    expect(lists.length).toBeGreaterThan(20);
    const astray = lists.filter(({ next }) => !next.safeParse(null).success);
    expect(astray.map(({ name }) => name)).toEqual([]);
  });
});

import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { text } from '@yunzhen/shared/core/common';
import type { Actor, RequestContext } from '../context.ts';
import { schemaController } from './compilers.ts';
import { RouteRegistrar, type HttpHooks } from './register-route.ts';

const file = Buffer.alloc(100_000, 'x');
const headers = { 'content-type': 'application/pdf', 'idempotency-key': 'one-command' };
const schema = { summary: 'Take a file', accepts: ['application/pdf'], response: z.undefined() };
const verifyFile = {
  name: 'verifyFile',
  method: 'POST',
  path: '/api/verify',
  permission: 'public',
  status: 204,
} as const;
const storeFile = { ...verifyFile, name: 'storeFile', path: '/api/store', permission: 'note.write' } as const;

let app: FastifyInstance;
const readText = { ...storeFile, name: 'readText', method: 'GET', path: '/api/text', status: 200 } as const;
const textSchema = { summary: 'Read a text', response: z.strictObject({ text: text(80) }) };
let answer: object;
let digested: { text: string; bytes: Uint8Array }[];
let parsed: unknown[];

/** What a command does once it runs in its transaction. */
const claim = ({ requestDigest }: RequestContext) => requestDigest?.();

beforeEach(async () => {
  [digested, parsed] = [[], []];
  app = Fastify({ schemaController });
  app.decorateRequest('actor', null);
  app.decorateRequest('contract', null);
  app.addContentTypeParser('application/pdf', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('preHandler', async ({ body }: FastifyRequest) => void parsed.push(body));
  const hooks: HttpHooks = {
    authenticate: () => ({ accountId: 'a', hospitalId: 'h', sessionId: 's', roles: ['doctor'] }) as unknown as Actor,
    isNode: () => false,
    recordDenial: () => Promise.resolve(),
    digest: (text, bytes) => {
      digested.push({ text, bytes });
      return Buffer.from('digest');
    },
    screenFile: () => Promise.resolve(),
    checkResponses: true,
  };
  const routes = new RouteRegistrar(app, hooks);
  routes.include([
    [verifyFile.name, schema],
    [storeFile.name, schema],
    [readText.name, textSchema],
  ]);
  routes.openRoute<typeof schema>(verifyFile, () => Promise.resolve(undefined));
  routes.route<typeof schema>(storeFile, (context) => {
    claim(context);
    return Promise.resolve(undefined);
  });
  routes.route<typeof textSchema>(readText, () => Promise.resolve(answer as { text: string }));
  await app.ready();
});
afterEach(() => app.close());

const send = async (url: string) => (await app.inject({ method: 'POST', url, headers, payload: file })).statusCode;

it('digests nothing for an idempotency key on a public route with a file', async () => {
  expect(await send(verifyFile.path)).toBe(204);
  expect(parsed).toHaveLength(1);
  expect(digested).toEqual([]);
});

it('digests the file of a command as the bytes themselves, once the command claims its key', async () => {
  expect(await send(storeFile.path)).toBe(204);
  expect(digested).toHaveLength(1);
  expect(digested[0]?.bytes).toBe(parsed[0]);
  expect(digested[0]?.text.length).toBeLessThan(100);
});

it('sends no answer that has more than its contract, but one that was written before a rule on characters', async () => {
  const statusOf = async (sent: object) => {
    answer = sent;
    return (await app.inject({ method: 'GET', url: readText.path })).statusCode;
  };
  expect(await statusOf({ text: 'as agreed' })).toBe(200);
  expect(await statusOf({ text: 'take \u202e01\u202c' })).toBe(200);
  expect(await statusOf({ text: 'take \u202e01\u202c', password: 'x' })).toBe(500);
  expect(await statusOf({ text: 'a\u0000b' })).toBe(500);
});

import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '@yunzhen/shared/core/errors';
import { createLogger } from '../logging/logger.ts';
import { hasForbiddenKey, socketHandler } from './socket-handler.ts';

const lines: string[] = [];
const log = createLogger({
  name: 'test',
  level: 'error',
  destination: new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  }),
});

const schema = z.looseObject({ n: z.int() });
const handled: number[] = [];
const handler = socketHandler(schema, log, ({ n }) => {
  if (n === 0) throw new AppError('visit.not-in-progress');
  if (n < 0) throw new Error('bug');
  handled.push(n);
  return n * 2;
});

async function send(payload: unknown): Promise<unknown> {
  let answer: unknown = 'no answer';
  await handler(payload, (given: unknown) => (answer = given));
  return answer;
}

describe('the handler of a socket event', () => {
  it('acknowledges with the value, or with the code of a rejection', async () => {
    expect(await send({ n: 2 })).toEqual({ ok: true, value: 4 });
    expect(await send({ n: 0 })).toEqual({ ok: false, code: 'visit.not-in-progress' });
    expect(lines).toEqual([]);
  });

  it('answers "internal" to an unexpected error, and logs it', async () => {
    expect(await send({ n: -1 })).toEqual({ ok: false, code: 'internal' });
    expect(lines.join()).toContain('socket handler failed');
  });

  it('rejects payloads that do not match, including forbidden keys in open objects', async () => {
    const hostile = JSON.parse('{"n":1,"__proto__":{"admin":true}}') as unknown;
    for (const payload of [undefined, null, 'x', [], {}, { n: 'x' }, hostile, { n: 1, a: { constructor: 1 } }])
      expect(await send(payload)).toEqual({ ok: false, code: 'validation.failed' });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('does nothing for a client without an ack', async () => {
    const before = handled.length;
    for (const ack of [undefined, null, {}, 'ack']) await handler({ n: 9 }, ack);
    expect(handled.length).toBe(before);
  });
});

describe('forbidden keys', () => {
  it.each([
    ['{"a":{"b":[1,"x",null,true]}}', false],
    ['{"proto":1,"construct":2}', false],
    ['{"__proto__":null}', true],
    ['[[{"prototype":1}]]', true],
    ['{"a":[{"constructor":{}}]}', true],
    ['"__proto__"', false],
    ['null', false],
  ])('in %s: %s', (json, expected) => {
    expect(hasForbiddenKey(JSON.parse(json))).toBe(expected);
  });

  it('are assumed beyond the depth that is searched', () => {
    expect(hasForbiddenKey(JSON.parse('['.repeat(12) + ']'.repeat(12)))).toBe(false);
    expect(hasForbiddenKey(JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)))).toBe(true);
  });
});

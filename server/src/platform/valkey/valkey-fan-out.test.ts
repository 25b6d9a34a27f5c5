import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLogger, type Logger } from '../logging/logger.ts';
import type { FanOut } from '../realtime/fan-out.ts';
import { Valkey } from './valkey.ts';
import { ValkeyFanOut } from './valkey-fan-out.ts';

const none = () => undefined;
const listener = { onMessages: none, onStored: none, onJoined: none };
const fallback: FanOut = {
  open: none,
  send: none,
  prove: () => Promise.resolve(),
  health: { deaf: false, degraded: false, echoSeconds: null },
  close: none,
};

let text: string;
let log: Logger;
let fanOut: ValkeyFanOut;
beforeEach(() => {
  text = '';
  log = createLogger({ name: 'test', level: 'info', destination: { write: (line) => void (text += line) } });
});
afterEach(() => fanOut.close());

const warnings = () =>
  text
    .split('\n')
    .filter((line) => line.includes('valkey is unreachable'))
    .map((line) => (JSON.parse(line) as { reason: string }).reason);

it('warns with the reason, and without address and password, when the server is unreachable from the start', async () => {
  const valkey = await Valkey.open('redis://user:hidden-value@localhost:1', Buffer.alloc(32), log);
  let failures = 0;
  valkey.commands.on('error', () => (failures += 1));
  fanOut = new ValkeyFanOut({ valkey, id: 'a', fallback, log });
  fanOut.open(listener);
  await fanOut.prove();
  await expect.poll(() => failures, { timeout: 20_000 }).toBeGreaterThan(1);
  valkey.close();
  expect(warnings()).toEqual(['ECONNREFUSED']);
  expect(text).not.toMatch(/hidden-value|localhost/);
});

it('warns again after each recovery, once for all that follows from one failure', () => {
  const client = () =>
    Object.assign(new EventEmitter(), {
      status: 'ready',
      subscribe: () => Promise.resolve(),
      publish: () => Promise.resolve(1),
    });
  const clients = { commands: client(), subscriber: client() };
  const valkey = { ...clients, name: (of: string) => of } as unknown as Valkey;
  fanOut = new ValkeyFanOut({ valkey, id: 'a', fallback, log });
  fanOut.open(listener);
  const refused = Object.assign(new Error('WRONGPASS invalid username-password pair'), {
    command: { name: 'auth', args: ['hidden-value'] },
  });
  for (let failure = 1; failure <= 2; failure++) {
    for (const each of Object.values(clients)) each.emit('error', refused);
    clients.subscriber.emit('close');
    expect(warnings()).toHaveLength(failure);
    clients.subscriber.emit('message', 'process a', '');
    expect(fanOut.health.degraded).toBe(false);
  }
  clients.commands.emit('close');
  expect(warnings()).toEqual([refused.message, refused.message, 'connection closed']);
  expect(text).not.toContain('hidden-value');
});

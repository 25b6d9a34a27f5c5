import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Wire } from './wire.ts';

const beatMs = 10;
const server = createServer();
let here: Socket;
let there: Socket;

beforeEach(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  here = connect((server.address() as AddressInfo).port, '127.0.0.1');
  [there] = (await once(server, 'connection')) as [Socket];
  for (const socket of [here, there]) socket.on('error', () => undefined);
});
afterEach(async () => {
  here.destroy();
  there.destroy();
  server.close();
  await once(server, 'close');
});

describe('the connection of a move', () => {
  it('ends when the other side is silent', async () => {
    await expect(new Wire(here, beatMs).receive()).rejects.toThrow('stopped sending');
  });

  it('stays while both sides live, however long they work', async () => {
    const [one, other] = [new Wire(here, beatMs), new Wire(there, beatMs)];
    const answer = one.ask({ ask: 'much' }, z.object({ done: z.boolean() }));
    await other.receive();
    await expect.poll(() => there.bytesRead).toBeGreaterThan(50);
    const heard = there.bytesRead;
    // Many times as long as a side that says nothing is given.
    await expect.poll(() => there.bytesRead, { interval: beatMs }).toBeGreaterThan(heard + 30);
    await other.send({ waits: 'another move runs there' });
    await other.send({ done: true });
    const notices: string[] = [];
    one.onNotice = (text) => notices.push(text);
    expect([await answer, notices]).toEqual([{ done: true }, ['another move runs there']]);
    one.close();
    await expect(other.receive()).rejects.toThrow('has ended');
  });
});

import { io } from 'socket.io-client';
import { recordNamespace } from '../../shared/src/core/record-socket.constants.ts';
import { recordHandshake, renewSession } from '../../shared/src/core/record-socket.schemas.ts';
import { valueFor } from '../support/contract-values.ts';
import { demoGround } from './demo-ground.ts';
import type { FuzzTarget } from './fuzzing.ts';
import { spoiled } from './hostile-values.ts';

/** Tests the record socket with invalid handshakes and events. The api must keep responding to others. */
const target: FuzzTarget = async () => {
  const { test, factory, actors } = await demoGround();
  const people = [...actors.byRole.values()];
  return async (random) => {
    const actor = random.pick(people);
    const { accessToken } = await factory.sessionOf(actor);
    const handshake = random.chance(0.6)
      ? { accessToken }
      : spoiled(valueFor(recordHandshake, random.between(0, 99)), random);
    const socket = io(test.url + recordNamespace, {
      auth: handshake as Record<string, unknown>,
      transports: [random.pick(['websocket', 'polling'])],
      reconnection: false,
      forceNew: true,
    });
    const admitted = await new Promise<boolean>((done) => {
      socket.once('connect', () => done(true));
      socket.once('connect_error', () => done(false));
      // An unreadable packet gets no response: the api waits for another handshake or closes the connection.
      socket.io.once('close', () => done(false));
      AbortSignal.timeout(1000).addEventListener('abort', () => done(false));
    });
    const events: unknown[] = [];
    const codes: string[] = [];
    for (let n = admitted ? random.between(1, 5) : 0; n > 0; n--) {
      const name = random.pick(['renew', 'renew', 'join', 'changed', '__proto__', '', 'x'.repeat(500)]);
      const payload = spoiled(
        random.chance(0.5) ? { accessToken } : valueFor(renewSession, random.between(0, 99)),
        random,
      );
      events.push([name, payload]);
      socket.timeout(300).emit(name, payload, (_timeout: Error | null, answer?: { code?: string }) => {
        if (answer?.code) codes.push(answer.code);
      });
    }
    const { status } = await fetch(`${test.url}/api/account`, {
      headers: { authorization: `Bearer ${(await factory.sessionOf(actor)).accessToken}` },
    });
    socket.close();
    const failed = status >= 500 || codes.includes('internal');
    return { input: { handshake, events }, wrong: failed ? `${status} ${codes.join(' ')}` : null };
  };
};
export default target;

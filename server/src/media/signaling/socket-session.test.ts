import { EventEmitter } from 'node:events';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { useTracing } from '../../platform/tracing/tracing.ts';
import type { CallSocket } from './socket-channel.ts';
import { SocketSession } from './socket-session.ts';

afterEach(() => useTracing(null));

it('each command of a call socket is a span, which has the code of a failure and nothing of the payload', async () => {
  const spans: unknown[][] = [];
  useTracing({
    start: (name, start) => {
      const span = [name, start];
      spans.push(span);
      return {
        traceparent: '',
        run: (work) => work(),
        set: () => undefined,
        fail: (code) => void span.push(code),
        end: () => void span.push('ended'),
      };
    },
    current: () => undefined,
    close: () => Promise.resolve(),
  });
  const socket = Object.assign(new EventEmitter(), { id: 's-1', connected: true, disconnect: () => undefined });
  const session = new SocketSession(socket as unknown as CallSocket, pino({ level: 'silent' }));
  session.handle('leave', z.object({}).loose(), () => session.peer);
  const answer = await new Promise((answered) => socket.emit('leave', { name: 'Li Wei' }, answered));
  socket.emit('disconnect');
  expect(answer).toEqual({ ok: false, code: 'call.not-joined' });
  expect(spans).toEqual([['call leave', { kind: 'consumer' }, 'call.not-joined', 'ended']]);
});

import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '@yunzhen/shared/chat/chat.contract';
import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import { Outbox, type OutboxPorts } from './outbox.ts';
import type { Outgoing, OutgoingMessage } from './outgoing.ts';

type Reply = 'taken' | 'lost-answer' | 'offline' | ErrorCode;

/** Creates an outbox with a fake hospital that stores messages and answers as told, and timers that the test controls. */
function setUp(kept: OutgoingMessage[] = []) {
  const arrived: string[] = [];
  const uploads: string[] = [];
  const replies: Reply[] = [];
  const stored = new Map(kept.map((message) => [message.id, message]));
  const shown: ChatMessage[] = [];
  let timer: (() => void) | undefined;
  let wanted: { until: (entries: readonly Outgoing[]) => boolean; done: () => void } | undefined;
  let gate: Promise<unknown> = Promise.resolve();

  const answer = (reply: Reply, take: () => void) => {
    if (reply === 'taken' || reply === 'lost-answer') take();
    if (reply === 'taken') return;
    throw reply === 'offline' || reply === 'lost-answer' ? new Error('offline') : new AppError(reply);
  };
  const ports: OutboxPorts = {
    store: {
      all: async () => [...stored.values()],
      keep: async (message) => void stored.set(message.id, message),
      drop: async (id) => void stored.delete(id),
    },
    async upload(file, { signal }) {
      await gate;
      signal.throwIfAborted();
      uploads.push(file.id);
    },
    async send(message) {
      await gate;
      answer(replies.shift() ?? 'taken', () => {
        if (!arrived.includes(message.id)) arrived.push(message.id);
      });
      return { id: message.id } as ChatMessage;
    },
    codeOf: (error) => (error instanceof AppError ? error.code : 'offline'),
    sent: (message) => void shown.push(message),
    changed(entries) {
      if (wanted?.until(entries)) wanted.done();
    },
    later(_milliseconds, callback) {
      timer = callback;
      if (wanted?.until(outbox.entries)) wanted.done();
      return () => (timer = undefined);
    },
  };
  const outbox = new Outbox(ports);
  return {
    outbox,
    arrived,
    uploads,
    replies,
    stored,
    shown,
    /** Blocks the connection until it is released. */
    hold() {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      gate = promise;
      return () => resolve(undefined);
    },
    /** Resolves once the entries match. */
    until: (check: (entries: readonly Outgoing[]) => boolean) =>
      check(outbox.entries) ? Promise.resolve() : new Promise<void>((done) => (wanted = { until: check, done })),
    /** Returns whether a retry is scheduled, and runs it. */
    passTime() {
      const due = timer;
      timer = undefined;
      due?.();
      return due !== undefined;
    },
    waits: () => timer !== undefined,
  };
}

let at = 0;
function message(id: string, files: string[] = []): OutgoingMessage {
  const content = new Blob(['x']);
  return { id, text: id, files: files.map((file) => ({ id: file, name: file, content })), writtenAt: at++ };
}
const empty = (entries: readonly Outgoing[]) => entries.length === 0;
const phase = (id: string, wanted: Outgoing['phase']) => (entries: readonly Outgoing[]) =>
  entries.some((entry) => entry.message.id === id && entry.phase === wanted);

describe('The outbox', () => {
  it('sends messages one by one in the order in which they were written', async () => {
    const { outbox, arrived, stored, until } = setUp();
    await Promise.all(['a', 'b', 'c'].map((id) => outbox.add(message(id))));
    await until(empty);
    expect(arrived).toEqual(['a', 'b', 'c']);
    expect(stored.size).toBe(0);
  });

  it('retries under the same id after a lost request or answer, without reordering', async () => {
    const line = setUp();
    line.replies.push('offline', 'lost-answer', 'service.unavailable', 'request.rate-limited', 'auth.session-expired');
    void line.outbox.add(message('a'));
    void line.outbox.add(message('b'));
    for (let tries = 0; tries < 5; tries++) {
      await line.until((entries) => entries[0]?.code !== null && line.waits());
      expect(line.stored.has('a')).toBe(true);
      line.passTime();
    }
    await line.until(empty);
    expect(line.arrived).toEqual(['a', 'b']);
    expect(line.shown.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('retries at once when conditions improve', async () => {
    const line = setUp();
    line.replies.push('offline');
    void line.outbox.add(message('a'));
    await line.until(() => line.waits());
    line.outbox.wake();
    await line.until(empty);
    expect(line.arrived).toEqual(['a']);
  });

  it('sends what an earlier page has left before new messages', async () => {
    const line = setUp([message('second'), message('third')].toReversed());
    const letGo = line.hold();
    await line.outbox.resume();
    void line.outbox.add(message('fourth'));
    letGo();
    await line.until(empty);
    expect(line.arrived).toEqual(['second', 'third', 'fourth']);
  });

  it('keeps a rejected message for the user to decide, and sends those behind it', async () => {
    const line = setUp();
    line.replies.push('attachment.unsafe');
    void line.outbox.add(message('a'));
    void line.outbox.add(message('b'));
    await line.until((entries) => entries.length === 1 && phase('a', 'refused')(entries));
    expect(line.arrived).toEqual(['b']);
    expect(line.outbox.entries[0]?.code).toBe('attachment.unsafe');
    line.outbox.retry('a');
    await line.until(empty);
    expect(line.arrived).toEqual(['b', 'a']);
  });

  it('stops retrying after repeated internal errors', async () => {
    const line = setUp();
    line.replies.push(...Array.from({ length: 20 }, () => 'internal' as const));
    void line.outbox.add(message('a'));
    let tries = 0;
    for (;;) {
      await line.until((entries) => line.waits() || phase('a', 'refused')(entries));
      if (!line.passTime()) break;
      tries++;
    }
    expect(tries).toBe(5);
  });

  it('uploads each file once, and again where the server has deleted it', async () => {
    const line = setUp();
    line.replies.push('offline', 'resource.not-found');
    void line.outbox.add(message('a', ['x', 'y']));
    await line.until(() => line.waits());
    expect(line.uploads).toEqual(['x', 'y']);
    line.passTime();
    await line.until(() => line.waits());
    line.passTime();
    await line.until(empty);
    expect(line.uploads).toEqual(['x', 'y', 'x', 'y']);
    expect(line.arrived).toEqual(['a']);
  });

  it('can cancel a message while its file is uploading, but not while it is being sent', async () => {
    const line = setUp();
    const letGo = line.hold();
    void line.outbox.add(message('a', ['x']));
    await line.until(phase('a', 'uploading'));
    expect(await line.outbox.cancel('a')).toBe(true);
    expect(line.stored.size).toBe(0);
    letGo();
    const letGoAgain = line.hold();
    void line.outbox.add(message('b'));
    await line.until(phase('b', 'sending'));
    expect(await line.outbox.cancel('b')).toBe(false);
    letGoAgain();
    await line.until(empty);
    expect(line.arrived).toEqual(['b']);
  });

  it('sends nothing more once it is stopped, and keeps what it stored', async () => {
    const line = setUp();
    line.replies.push('offline');
    void line.outbox.add(message('a'));
    await line.until(() => line.waits());
    line.outbox.stop();
    line.passTime();
    await Promise.resolve();
    expect(line.arrived).toEqual([]);
    expect(line.stored.has('a')).toBe(true);
  });
});

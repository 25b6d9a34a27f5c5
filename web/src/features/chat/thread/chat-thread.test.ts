import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '@yunzhen/shared/chat/chat.contract';
import { createThread, type ThreadPorts } from './chat-thread.ts';

/** A chat at a fake hospital, read by the patient’s page. */
function setUp() {
  const messages: ChatMessage[] = [];
  const asked: string[] = [];
  const arrived: number[] = [];
  const read = { patient: 0, doctor: 0 };
  const write = (role: 'patient' | 'doctor') => {
    const sequence = messages.length + 1;
    const message: ChatMessage = {
      id: `id-${sequence}`,
      sequence,
      author: { accountId: role, role, name: role, nameLatin: '', forPatient: false },
      text: `text ${sequence}`,
      attachments: [],
      sentAt: '2026-11-24T08:00:00Z',
    };
    messages.push(message);
    return message;
  };
  const ports: ThreadPorts = {
    async list({ after, before, limit = 50 }) {
      asked.push(JSON.stringify({ after, before, limit }));
      const within = messages.filter(
        ({ sequence }) => sequence > Number(after ?? 0) && sequence < Number(before ?? Infinity),
      );
      const size = Number(limit);
      const items = size === 0 ? [] : after === undefined ? within.slice(-size) : within.slice(0, size);
      return { you: 'patient', items, last: messages.length, read: { ...read }, writable: true, writableUntil: null };
    },
    async markRead(sequence) {
      asked.push(`read ${sequence}`);
      read.patient = sequence;
    },
    arrived: ({ sequence }) => void arrived.push(sequence),
  };
  return { thread: createThread(ports), write, asked, arrived };
}

const places = (messages: readonly ChatMessage[]) => messages.map(({ sequence }) => sequence);
const many = (count: number, write: (role: 'doctor') => unknown) => {
  for (let i = 0; i < count; i++) write('doctor');
};

describe('The chat on a page', () => {
  it('loads only read marks until the chat is visible', async () => {
    const { thread, write, asked, arrived } = setUp();
    many(3, write);
    await thread.refresh();
    thread.handleEvent('chat.message-sent', 3);
    await thread.refresh();
    expect(thread.marks.value?.last).toBe(3);
    expect(thread.messages.value).toEqual([]);
    expect(asked.every((query) => query.includes('"limit":0'))).toBe(true);
    expect(arrived).toEqual([]);
  });

  it('catches up page by page without a gap, and reports messages of the other side', async () => {
    const { thread, write, arrived } = setUp();
    many(2, write);
    thread.watch(true);
    await thread.refresh();
    expect(arrived).toEqual([]);
    many(120, write);
    write('patient');
    await thread.refresh();
    expect(places(thread.messages.value)).toEqual(Array.from({ length: 123 }, (_, i) => i + 1));
    expect(arrived).toHaveLength(120);
  });

  it('requests nothing that is already on the page', async () => {
    const { thread, write, asked } = setUp();
    thread.watch(true);
    await thread.refresh();
    thread.sent(write('patient'));
    await thread.refresh();
    asked.length = 0;
    thread.handleEvent('chat.message-sent', 1);
    expect(asked).toEqual([]);
    expect(places(thread.messages.value)).toEqual([1]);
  });

  it('shows the user’s own message in its place when others arrived before it', async () => {
    const { thread, write } = setUp();
    thread.watch(true);
    await thread.refresh();
    write('doctor');
    thread.sent(write('patient'));
    expect(places(thread.messages.value)).toEqual([]);
    await thread.refresh();
    expect(places(thread.messages.value)).toEqual([1, 2]);
  });

  it('loads earlier pages, each once', async () => {
    const { thread, write } = setUp();
    many(120, write);
    thread.watch(true);
    await thread.refresh();
    expect(places(thread.messages.value)[0]).toBe(71);
    await Promise.all([thread.older(), thread.older()]);
    expect(places(thread.messages.value)[0]).toBe(21);
    await thread.older();
    await thread.older();
    expect(places(thread.messages.value)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
  });

  it('reports a read mark once, and never an earlier one', async () => {
    const { thread, write, asked } = setUp();
    many(2, write);
    thread.watch(true);
    await thread.refresh();
    await Promise.all([thread.seen(), thread.seen()]);
    await thread.seen();
    expect(asked.filter((query) => query.startsWith('read'))).toEqual(['read 2']);
    expect(thread.marks.value?.read.patient).toBe(2);
  });
});

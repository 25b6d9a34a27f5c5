import type { ChatMessage } from '@yunzhen/shared/chat/chat.contract';
import type { ErrorCode } from '@yunzhen/shared/core/errors';
import type { Outgoing, OutgoingFile, OutgoingMessage } from './outgoing.ts';

export interface OutboxPorts {
  store: {
    all(): Promise<OutgoingMessage[]>;
    keep(message: OutgoingMessage): Promise<void>;
    drop(id: string): Promise<void>;
  };
  /** Repeating it with the same id and content is harmless. */
  upload(file: OutgoingFile, options: { signal: AbortSignal; onProgress: (share: number) => void }): Promise<unknown>;
  /** Repeating it is harmless as well: the hospital answers with the first. */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<ChatMessage>;
  codeOf(error: unknown): ErrorCode | 'offline';
  sent(message: ChatMessage): void;
  changed(entries: readonly Outgoing[]): void;
  /** Calls back once after so many milliseconds; returns what takes the call back. */
  later(milliseconds: number, callback: () => void): () => void;
}

/** Ends by itself: the network, a restart, a busy moment, a session that the same person opens again. */
const passing = new Set<string>([
  'offline',
  'service.unavailable',
  'service.draining',
  'request.rate-limited',
  'auth.required',
  'auth.session-expired',
]);
/** Ends by itself as a rule; when it does not, the person is told. */
const doubtful = new Set<string>(['internal', 'resource.conflict']);
const doubtfulTries = 5;

/** Waits between tries, in milliseconds. Whatever may help, such as a network that is back, ends the wait. */
const firstWait = 500;
const longestWait = 15_000;

/**
 * Messages on their way: kept until the hospital has acknowledged them, sent one after another in the order in which they
 * were written, and sent again under the same id for as long as it takes, so that each arrives exactly once. One that is
 * refused stays, is told of, and holds up none of the others.
 */
export function createOutbox(ports: OutboxPorts) {
  let entries: readonly Outgoing[] = [];
  let running = false;
  let stopped = false;
  let tries = 0;
  let endWait = () => {};
  const uploaded = new Set<string>();
  const controls = new Map<string, AbortController>();

  function set(next: readonly Outgoing[]) {
    entries = next;
    if (!stopped) ports.changed(entries);
  }
  function patch(id: string, change: Partial<Omit<Outgoing, 'message'>>) {
    set(entries.map((entry) => (entry.message.id === id ? { ...entry, ...change } : entry)));
  }
  const remove = (id: string) => set(entries.filter((entry) => entry.message.id !== id));
  const nextDue = () => (stopped ? undefined : entries.find((entry) => entry.phase !== 'refused'));

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (let next = nextDue(); next; next = nextDue()) {
      if (await attempt(next.message)) {
        tries = 0;
        continue;
      }
      await wait(Math.min(firstWait * 2 ** tries++, longestWait));
    }
    running = false;
  }

  function wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = ports.later(milliseconds, resolve);
      endWait = () => {
        cancel();
        resolve();
      };
    });
  }

  /** True when it is dealt with, false when it must be tried again after a while. */
  async function attempt(message: OutgoingMessage): Promise<boolean> {
    const control = new AbortController();
    controls.set(message.id, control);
    try {
      await uploadFiles(message, control.signal);
      patch(message.id, { phase: 'sending', share: 1 });
      const answer = await ports.send(message, control.signal);
      if (stopped) return true;
      ports.sent(answer);
      remove(message.id);
      await ports.store.drop(message.id);
      return true;
    } catch (error) {
      return control.signal.aborted || judge(message, ports.codeOf(error));
    } finally {
      controls.delete(message.id);
    }
  }

  async function uploadFiles({ id, files }: OutgoingMessage, signal: AbortSignal): Promise<void> {
    const whole = files.reduce((sum, { content }) => sum + content.size, 0);
    let before = 0;
    for (const file of files) {
      const { size } = file.content;
      const onProgress = (share: number) => patch(id, { phase: 'uploading', share: (before + share * size) / whole });
      if (!uploaded.has(file.id)) {
        onProgress(0);
        await ports.upload(file, { signal, onProgress });
        uploaded.add(file.id);
      }
      before += size;
    }
  }

  function judge(message: OutgoingMessage, code: ErrorCode | 'offline'): boolean {
    // Files that no message has named in a day are forgotten by the hospital; they are here still.
    const forgotten = code === 'resource.not-found' && message.files.some(({ id }) => uploaded.has(id));
    for (const { id } of message.files) if (forgotten) uploaded.delete(id);
    const again = passing.has(code) || ((forgotten || doubtful.has(code)) && tries < doubtfulTries);
    patch(message.id, { phase: again ? 'waiting' : 'refused', share: 0, code });
    return !again;
  }

  async function add(message: OutgoingMessage): Promise<void> {
    set([...entries, { message, phase: 'waiting', share: 0, code: null }]);
    // A browser without room keeps it on the page only.
    await ports.store.keep(message).catch(() => undefined);
    void run();
  }

  return {
    entries: () => entries,
    add,
    /** Takes up what an earlier page has left. */
    async resume(): Promise<void> {
      const kept = await ports.store.all().catch(() => []);
      const known = new Set(entries.map(({ message }) => message.id));
      const fresh = kept.filter(({ id }) => !known.has(id)).toSorted((a, b) => a.writtenAt - b.writtenAt);
      set([...fresh.map((message) => ({ message, phase: 'waiting', share: 0, code: null }) as const), ...entries]);
      void run();
    },
    /** Something may have changed for the better: tries at once. */
    wake(): void {
      tries = 0;
      endWait();
    },
    /** Takes a message back that is not being sent just now; false when it is too late. */
    async cancel(id: string): Promise<boolean> {
      const entry = entries.find(({ message }) => message.id === id);
      if (!entry || entry.phase === 'sending') return false;
      controls.get(id)?.abort(new DOMException('taken back', 'AbortError'));
      remove(id);
      await ports.store.drop(id).catch(() => undefined);
      return true;
    },
    /** Tries a refused message again. */
    retry(id: string): void {
      patch(id, { phase: 'waiting', code: null });
      void run();
    },
    /** Nothing more is sent or told; what is kept stays kept. */
    stop(): void {
      stopped = true;
      for (const control of controls.values()) control.abort(new DOMException('stopped', 'AbortError'));
      endWait();
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;

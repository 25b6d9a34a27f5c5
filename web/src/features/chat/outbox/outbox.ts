import type { Later } from '../../../core/later.ts';
import type { ChatMessage } from '@yunzhen/shared/chat/chat.contract';
import type { ErrorCode } from '@yunzhen/shared/core/errors';
import type { Outgoing, OutgoingFile, OutgoingMessage } from './outgoing.ts';
import { isTriedAgain, waitMs } from './retry-policy.ts';

export interface OutboxPorts {
  store: {
    all(): Promise<OutgoingMessage[]>;
    keep(message: OutgoingMessage): Promise<void>;
    drop(id: string): Promise<void>;
  };
  /** Repeating it with the same id and content is harmless. */
  upload(file: OutgoingFile, options: { signal: AbortSignal; onProgress: (share: number) => void }): Promise<unknown>;
  /** Repeating it is harmless too: the server returns the first result. */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<ChatMessage>;
  codeOf(error: unknown): ErrorCode | 'offline';
  sent(message: ChatMessage): void;
  changed(entries: readonly Outgoing[]): void;
  later: Later;
}

/**
 * Pending messages, stored until the hospital has acknowledged them. They are sent one by one in the order of writing, and retried under the same id,
 * so that each arrives exactly once.
 * A rejected message stays, is reported, and does not block the others.
 */
export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #uploaded = new Set<string>();
  readonly #controls = new Map<string, AbortController>();
  #entries: readonly Outgoing[] = [];
  #running = false;
  #stopped = false;
  #tries = 0;
  #endWait = () => {};

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
  }

  get entries(): readonly Outgoing[] {
    return this.#entries;
  }

  async add(message: OutgoingMessage): Promise<void> {
    this.#set([...this.#entries, { message, phase: 'waiting', share: 0, code: null }]);
    // Without free storage the message stays in memory only.
    await this.#ports.store.keep(message).catch(() => undefined);
    void this.#run();
  }

  /** Resumes messages that an earlier page has left. */
  async resume(): Promise<void> {
    const kept = await this.#ports.store.all().catch(() => []);
    const known = new Set(this.#entries.map(({ message }) => message.id));
    const fresh = kept.filter(({ id }) => !known.has(id)).toSorted((a, b) => a.writtenAt - b.writtenAt);
    const waiting = fresh.map((message) => ({ message, phase: 'waiting', share: 0, code: null }) as const);
    this.#set([...waiting, ...this.#entries]);
    void this.#run();
  }

  /** Retries at once, because conditions may have improved. */
  wake(): void {
    this.#tries = 0;
    this.#endWait();
  }

  /** Cancels a message; returns false when it is already being sent. */
  async cancel(id: string): Promise<boolean> {
    const entry = this.#entries.find(({ message }) => message.id === id);
    if (!entry || entry.phase === 'sending') return false;
    this.#controls.get(id)?.abort(new DOMException('taken back', 'AbortError'));
    this.#remove(id);
    await this.#ports.store.drop(id).catch(() => undefined);
    return true;
  }

  /** Retries a rejected message. */
  retry(id: string): void {
    this.#patch(id, { phase: 'waiting', code: null });
    void this.#run();
  }

  /** Stops sending and reporting; stored messages stay. */
  stop(): void {
    this.#stopped = true;
    for (const control of this.#controls.values()) control.abort(new DOMException('stopped', 'AbortError'));
    this.#endWait();
  }

  #set(next: readonly Outgoing[]): void {
    this.#entries = next;
    if (!this.#stopped) this.#ports.changed(next);
  }

  #patch(id: string, change: Partial<Omit<Outgoing, 'message'>>): void {
    this.#set(this.#entries.map((entry) => (entry.message.id === id ? { ...entry, ...change } : entry)));
  }

  #remove(id: string): void {
    this.#set(this.#entries.filter((entry) => entry.message.id !== id));
  }

  #nextDue(): Outgoing | undefined {
    return this.#stopped ? undefined : this.#entries.find((entry) => entry.phase !== 'refused');
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#nextDue(); next; next = this.#nextDue()) {
      if (await this.#attempt(next.message)) {
        this.#tries = 0;
        continue;
      }
      await this.#wait(waitMs(this.#tries++));
    }
    this.#running = false;
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#ports.later(milliseconds, resolve);
      this.#endWait = () => {
        cancel();
        resolve();
      };
    });
  }

  /** Returns true when the message is done, false when it must be retried later. */
  async #attempt(message: OutgoingMessage): Promise<boolean> {
    const control = new AbortController();
    this.#controls.set(message.id, control);
    try {
      await this.#uploadFiles(message, control.signal);
      this.#patch(message.id, { phase: 'sending', share: 1 });
      const answer = await this.#ports.send(message, control.signal);
      if (this.#stopped) return true;
      this.#ports.sent(answer);
      this.#remove(message.id);
      await this.#ports.store.drop(message.id);
      return true;
    } catch (error) {
      return control.signal.aborted || this.#judge(message, this.#ports.codeOf(error));
    } finally {
      this.#controls.delete(message.id);
    }
  }

  async #uploadFiles({ id, files }: OutgoingMessage, signal: AbortSignal): Promise<void> {
    const whole = files.reduce((sum, { content }) => sum + content.size, 0);
    let before = 0;
    for (const file of files) {
      const { size } = file.content;
      const onProgress = (share: number) =>
        this.#patch(id, { phase: 'uploading', share: (before + share * size) / whole });
      if (!this.#uploaded.has(file.id)) {
        onProgress(0);
        await this.#ports.upload(file, { signal, onProgress });
        this.#uploaded.add(file.id);
      }
      before += size;
    }
  }

  #judge(message: OutgoingMessage, code: ErrorCode | 'offline'): boolean {
    // The server deletes files that no message has used within a day; they still exist here.
    const forgotten = code === 'resource.not-found' && message.files.some(({ id }) => this.#uploaded.has(id));
    for (const { id } of message.files) if (forgotten) this.#uploaded.delete(id);
    const again = isTriedAgain(code, this.#tries, forgotten);
    this.#patch(message.id, { phase: again ? 'waiting' : 'refused', share: 0, code });
    return !again;
  }
}

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
  /** Repeating it is harmless as well: the hospital answers with the first. */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<ChatMessage>;
  codeOf(error: unknown): ErrorCode | 'offline';
  sent(message: ChatMessage): void;
  changed(entries: readonly Outgoing[]): void;
  /** Calls back once after so many milliseconds; returns what takes the call back. */
  later(milliseconds: number, callback: () => void): () => void;
}

/**
 * Messages on their way: kept until the hospital has acknowledged them, sent one after another in the order in which they
 * were written, and sent again under the same id for as long as it takes, so that each arrives exactly once. One that is
 * refused stays, is told of, and holds up none of the others.
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
    // A browser without room keeps it on the page only.
    await this.#ports.store.keep(message).catch(() => undefined);
    void this.#run();
  }

  /** Takes up what an earlier page has left. */
  async resume(): Promise<void> {
    const kept = await this.#ports.store.all().catch(() => []);
    const known = new Set(this.#entries.map(({ message }) => message.id));
    const fresh = kept.filter(({ id }) => !known.has(id)).toSorted((a, b) => a.writtenAt - b.writtenAt);
    const waiting = fresh.map((message) => ({ message, phase: 'waiting', share: 0, code: null }) as const);
    this.#set([...waiting, ...this.#entries]);
    void this.#run();
  }

  /** Something may have changed for the better: tries at once. */
  wake(): void {
    this.#tries = 0;
    this.#endWait();
  }

  /** Takes a message back that is not being sent just now; false when it is too late. */
  async cancel(id: string): Promise<boolean> {
    const entry = this.#entries.find(({ message }) => message.id === id);
    if (!entry || entry.phase === 'sending') return false;
    this.#controls.get(id)?.abort(new DOMException('taken back', 'AbortError'));
    this.#remove(id);
    await this.#ports.store.drop(id).catch(() => undefined);
    return true;
  }

  /** Tries a refused message again. */
  retry(id: string): void {
    this.#patch(id, { phase: 'waiting', code: null });
    void this.#run();
  }

  /** Nothing more is sent or told; what is kept stays kept. */
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

  /** True when it is dealt with, false when it must be tried again after a while. */
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
    // Files that no message has named in a day are forgotten by the hospital; they are here still.
    const forgotten = code === 'resource.not-found' && message.files.some(({ id }) => this.#uploaded.has(id));
    for (const { id } of message.files) if (forgotten) this.#uploaded.delete(id);
    const again = isTriedAgain(code, this.#tries, forgotten);
    this.#patch(message.id, { phase: again ? 'waiting' : 'refused', share: 0, code });
    return !again;
  }
}

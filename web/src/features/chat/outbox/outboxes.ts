import type { ChatMessage } from '@yunzhen/shared/chat/chat.contract';
import { Outbox, type OutboxPorts } from './outbox.ts';
import type { Outgoing } from './outgoing.ts';
import { createSealedItems, type SealedItems, type SealedItemsPorts } from './sealed-items.ts';

export interface OutboxesPorts extends Pick<OutboxPorts, 'codeOf' | 'later'> {
  database: SealedItemsPorts;
  upload(visitId: string, ...request: Parameters<OutboxPorts['upload']>): Promise<unknown>;
  send(visitId: string, ...request: Parameters<OutboxPorts['send']>): Promise<ChatMessage>;
}

export interface OutboxListener {
  changed(entries: readonly Outgoing[]): void;
  sent(message: ChatMessage): void;
}

/**
 * Outboxes of the signed-in account, one for each visit. They send on any page, resume what an earlier page has left, and are emptied at sign-out.
 */
export function createOutboxes(ports: OutboxesPorts) {
  let account: { id: string; items: SealedItems } | null = null;
  const outboxes = new Map<string, Outbox>();
  const listeners = new Map<string, Set<OutboxListener>>();
  const listenersOf = (visitId: string) => [...(listeners.get(visitId) ?? [])];

  function stopAll() {
    for (const outbox of outboxes.values()) outbox.stop();
    outboxes.clear();
  }

  function of(visitId: string): Outbox | null {
    if (!account) return null;
    const { items } = account;
    const known = outboxes.get(visitId);
    if (known) return known;
    const outbox = new Outbox({
      ...ports,
      store: {
        all: () => items.messages(visitId),
        keep: (message) => items.keepMessage(visitId, message),
        drop: (id) => items.dropMessage(visitId, id),
      },
      upload: (...request) => ports.upload(visitId, ...request),
      send: (...request) => ports.send(visitId, ...request),
      sent: (message) => listenersOf(visitId).forEach((listener) => listener.sent(message)),
      changed: (entries) => listenersOf(visitId).forEach((listener) => listener.changed(entries)),
    });
    outboxes.set(visitId, outbox);
    return outbox;
  }

  return {
    of,
    /** Reports the visit’s pending messages, starting with the current ones; returns a function that unsubscribes. */
    listen(visitId: string, listener: OutboxListener): () => void {
      const all = listeners.get(visitId) ?? new Set();
      listeners.set(visitId, all.add(listener));
      listener.changed(of(visitId)?.entries ?? []);
      return () => void all.delete(listener);
    },
    /** Resumes the account’s pending messages after sign-in. */
    async enter(accountId: string): Promise<void> {
      if (account?.id === accountId) return;
      stopAll();
      const items = createSealedItems(ports.database, accountId);
      account = { id: accountId, items };
      const visits = await items.visits().catch(() => []);
      for (const visitId of visits) if (account?.items === items) await of(visitId)?.resume();
    },
    /** Stops after the session expired; stored messages stay, because the same account may sign in again. */
    pause(): void {
      stopAll();
      account = null;
    },
    /** Deletes all stored messages of the account after it has signed out. */
    async forget(): Promise<void> {
      stopAll();
      const leaving = account;
      account = null;
      await leaving?.items.forgetAll().catch(() => undefined);
    },
    wake: () => outboxes.forEach((outbox) => outbox.wake()),
    keepDraft: async (visitId: string, text: string) => account?.items.keepDraft(visitId, text).catch(() => undefined),
    draft: async (visitId: string) => (await account?.items.draft(visitId).catch(() => '')) ?? '',
  };
}

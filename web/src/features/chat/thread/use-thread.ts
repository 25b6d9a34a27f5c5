import { onScopeDispose } from 'vue';
import type { ChatMessage } from '@yunzhen/shared/chat/chat.contract';
import { recordSocket } from '../../../core/realtime/index.ts';
import { postReadMark } from '../actions.ts';
import { outboxes } from '../outbox/index.ts';
import { fetchMessages } from '../queries.ts';
import { createThread, type ChatThread } from './chat-thread.ts';

interface Shared {
  thread: ChatThread;
  users: number;
  listeners: Set<(message: ChatMessage) => void>;
  close(): void;
}

const shared = new Map<string, Shared>();

/** Returns the visit’s chat, shared by all components of the page and closed with the last of them. */
export function useThread(visitId: string, arrived?: (message: ChatMessage) => void): ChatThread {
  const entry = shared.get(visitId) ?? open(visitId);
  entry.users += 1;
  if (arrived) entry.listeners.add(arrived);
  onScopeDispose(() => {
    if (arrived) entry.listeners.delete(arrived);
    entry.users -= 1;
    if (entry.users > 0) return;
    entry.close();
    shared.delete(visitId);
  });
  return entry.thread;
}

function open(visitId: string): Shared {
  const listeners: Shared['listeners'] = new Set();
  const thread = createThread({
    list: (query) => fetchMessages(visitId, query),
    markRead: (sequence) => postReadMark(visitId, sequence),
    arrived: (message) => listeners.forEach((listener) => listener(message)),
  });
  const endings = [
    recordSocket.onChanged({ entity: 'chat', id: visitId }, ({ event, version }) => thread.handleEvent(event, version)),
    // The end of the visit closes the chat.
    recordSocket.onChanged({ entity: 'visit', id: visitId }, () => void thread.refresh()),
    recordSocket.onResync(() => void thread.refresh()),
    outboxes.listen(visitId, { changed: () => undefined, sent: (message) => thread.sent(message) }),
  ];
  void thread.refresh();
  const entry = { thread, users: 0, listeners, close: () => endings.forEach((end) => void end()) };
  shared.set(visitId, entry);
  return entry;
}

import { shallowRef } from 'vue';
import type { ChatMessage, listMessages } from '@yunzhen/shared/chat/chat.contract';
import type { QueryInputOf, ResponseOf } from '@yunzhen/shared/core/route';

type Page = ResponseOf<typeof listMessages>;
export type ChatMarks = Omit<Page, 'items'>;

export interface ThreadPorts {
  list(query: QueryInputOf<typeof listMessages>): Promise<Page>;
  markRead(sequence: number): Promise<unknown>;
  /** A message of the other side that was not on the page before. */
  arrived(message: ChatMessage): void;
}

const pageSize = 50;

/** The messages on the page, in order and without a gap, and the read marks of both sides. */
function createMessageList(arrived: ThreadPorts['arrived']) {
  const messages = shallowRef<readonly ChatMessage[]>([]);
  const marks = shallowRef<ChatMarks | null>(null);
  /** True once the latest messages are loaded. */
  const opened = shallowRef(false);

  const newest = () => messages.value.at(-1)?.sequence ?? 0;
  const own = (message: ChatMessage) => message.author.role === marks.value?.you;

  function append(items: readonly ChatMessage[]) {
    const fresh = items.filter(({ sequence }) => sequence > newest());
    if (fresh.length === 0) return;
    const first = messages.value.length === 0 && !opened.value;
    messages.value = [...messages.value, ...fresh];
    if (!first) for (const message of fresh) if (!own(message)) arrived(message);
  }

  return { messages, marks, opened, newest, append };
}

/** Runs the work one at a time; a call during a run causes one more run afterwards. */
function oneAtATime(work: () => Promise<void>, failed: (failure: unknown) => void): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  async function repeat() {
    do {
      again = false;
      await work();
    } while (again);
  }
  return () => {
    if (running) again = true;
    else
      running = repeat()
        .catch(failed)
        .finally(() => (running = null));
    return running;
  };
}

/** Reports read marks to the server, each once and never an earlier one. */
function createReadMarks({ marks, newest }: ReturnType<typeof createMessageList>, ports: ThreadPorts) {
  let marked = 0;
  return async (): Promise<void> => {
    const now = marks.value;
    const sequence = newest();
    if (!now || sequence <= Math.max(now.read[now.you], marked)) return;
    marked = sequence;
    marks.value = { ...now, read: { ...now.read, [now.you]: sequence } };
    await ports.markRead(sequence).catch(() => (marked = 0));
  };
}

/** Loads one earlier page. Of two loads at a time one is dropped. */
function createPast({ messages }: ReturnType<typeof createMessageList>, ports: ThreadPorts) {
  return async (): Promise<void> => {
    const before = messages.value[0]?.sequence ?? 0;
    if (before <= 1) return;
    const { items } = await ports.list({ before, limit: pageSize });
    if (messages.value[0]?.sequence === before) messages.value = [...items, ...messages.value];
  };
}

/**
 * The chat of one visit on this page. While it is not visible it loads read marks only, so that no unseen message counts as read. While it is visible
 * it catches up automatically, in order and without a gap.
 */
export function createThread(ports: ThreadPorts) {
  const list = createMessageList((message) => ports.arrived(message));
  const { messages, marks, opened, newest, append } = list;
  const error = shallowRef<unknown>(null);
  const watched = shallowRef(false);

  function take({ items, ...next }: Page) {
    marks.value = next;
    error.value = null;
    append(items);
  }

  async function catchUp(): Promise<void> {
    if (!watched.value) return take(await ports.list({ limit: 0 }));
    if (!opened.value) {
      take(await ports.list({ limit: pageSize }));
      opened.value = true;
      return;
    }
    do take(await ports.list({ after: newest(), limit: pageSize }));
    while (marks.value && newest() < marks.value.last);
  }

  const refresh = oneAtATime(catchUp, (failure) => (error.value = failure));

  return {
    messages,
    marks,
    error,
    opened,
    /** Whether the chat is visible now. */
    watched,
    refresh,
    watch(now: boolean): void {
      if (watched.value === now) return;
      watched.value = now;
      if (now) void refresh();
    },
    /** Handles a change; `version` is the position of the last message. */
    handleEvent(event: string, version: number | null): void {
      if (event === 'chat.message-sent' && version !== null && version <= newest()) return;
      void refresh();
    },
    /** Adds the user’s own message after the server has acknowledged it. */
    sent(message: ChatMessage): void {
      if (opened.value && message.sequence === newest() + 1) append([message]);
      void refresh();
    },
    /** Loads the page of messages before the first one. */
    older: createPast(list, ports),
    /** Marks everything on the page as seen. */
    seen: createReadMarks(list, ports),
  };
}

export type ChatThread = ReturnType<typeof createThread>;

import { shallowRef } from 'vue';
import { describeError } from '../../core/i18n/index.ts';

export interface Notice {
  id: number;
  kind: 'success' | 'info' | 'problem';
  title: string;
  text?: string | undefined;
}

const shortMs = 5000;
/** What went wrong is read more slowly. */
const longMs = 10_000;
const atMost = 4;

/** The notices that are shown now, the newest last. */
export const notices = shallowRef<readonly Notice[]>([]);
const timers = new Map<number, ReturnType<typeof setTimeout>>();
let lastId = 0;

export function dismissNotice(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  notices.value = notices.value.filter((notice) => notice.id !== id);
}

/** While somebody reads or is about to close one, none goes away by itself. */
export function holdNotices(): void {
  for (const timer of timers.values()) clearTimeout(timer);
}

export function letNoticesGo(): void {
  for (const { id, kind } of notices.value) goLater(id, kind);
}

function show(kind: Notice['kind'], title: string, text?: string): void {
  // The same thing said twice is one notice.
  for (const { id, ...said } of notices.value) if (said.title === title && said.text === text) dismissNotice(id);
  const id = ++lastId;
  notices.value = [...notices.value.slice(1 - atMost), { id, kind, title, text }];
  goLater(id, kind);
}

function goLater(id: number, kind: Notice['kind']): void {
  clearTimeout(timers.get(id));
  timers.set(
    id,
    setTimeout(() => dismissNotice(id), kind === 'problem' ? longMs : shortMs),
  );
}

/** Short notices at the edge of the screen. What a person must act on belongs into the page instead. */
export function useNotices() {
  return {
    success: (title: string, text?: string) => show('success', title, text),
    info: (title: string, text?: string) => show('info', title, text),
    /** Says what went wrong, what is safe and what to do, in the reader's language. */
    problem(error: unknown) {
      const { title, text } = describeError(error);
      show('problem', title, text);
    },
  };
}

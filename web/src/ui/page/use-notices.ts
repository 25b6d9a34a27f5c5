import { shallowRef } from 'vue';
import { describeError } from '../../core/i18n/index.ts';

export interface Notice {
  id: number;
  kind: 'success' | 'info' | 'problem';
  title: string;
  text?: string | undefined;
  /** Number of the hospital, where the text asks to call it. */
  phone?: string | undefined;
}

const shortMs = 5000;
/** Errors stay longer, because they take longer to read. */
const longMs = 10_000;
const atMost = 4;

/** The visible notices, the newest last. */
export const notices = shallowRef<readonly Notice[]>([]);
const timers = new Map<number, ReturnType<typeof setTimeout>>();
let lastId = 0;

export function dismissNotice(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  notices.value = notices.value.filter((notice) => notice.id !== id);
}

/** Pauses the automatic dismissal while the user reads or is about to close a notice. */
export function holdNotices(): void {
  for (const timer of timers.values()) clearTimeout(timer);
}

export function letNoticesGo(): void {
  for (const { id, kind } of notices.value) goLater(id, kind);
}

function show(kind: Notice['kind'], title: string, text?: string, phone?: string): void {
  // A repeated text replaces its earlier notice.
  for (const { id, ...said } of notices.value) if (said.title === title && said.text === text) dismissNotice(id);
  const id = ++lastId;
  notices.value = [...notices.value.slice(1 - atMost), { id, kind, title, text, phone }];
  goLater(id, kind);
}

function goLater(id: number, kind: Notice['kind']): void {
  clearTimeout(timers.get(id));
  timers.set(
    id,
    setTimeout(() => dismissNotice(id), kind === 'problem' ? longMs : shortMs),
  );
}

/** Short notices at the edge of the screen. What the user must act on belongs in the page instead. */
export function useNotices() {
  return {
    success: (title: string, text?: string) => show('success', title, text),
    info: (title: string, text?: string) => show('info', title, text),
    /** Shows what went wrong, what is safe and what to do next, in the reader’s language. */
    problem(error: unknown) {
      const { title, text, phone } = describeError(error);
      show('problem', title, text, phone);
    },
  };
}

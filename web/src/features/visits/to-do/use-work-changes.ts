import { useRecordChanges } from '../../../core/realtime/index.ts';

/** Entities whose changes may add a task or remove one. */
const sources = [
  'visit',
  'note',
  'document',
  'review-thread',
  'review',
  'chat',
  'repeat',
  'chart',
  'prescription',
] as const;

/** Calls `look` when the doctor’s tasks may have changed; several changes at once cause one call. */
export function useWorkChanges(look: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, 200);
  };
  useRecordChanges({ entity: sources }, soon, soon);
}

import { useRecordChanges } from '../../../core/realtime/index.ts';

/** Work comes from many places: whatever is told of one of these may have added to it or taken from it. */
const sources = ['visit', 'note', 'review-thread', 'review', 'chat', 'repeat', 'chart', 'prescription'] as const;

/** Calls `look` when the doctor’s work may be another, several changes at once as one. */
export function useWorkChanges(look: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, 200);
  };
  useRecordChanges({ entity: sources }, soon, soon);
}

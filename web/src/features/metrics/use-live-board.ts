import { computed, watch } from 'vue';
import { useDocumentVisibility, useIntervalFn, useThrottleFn } from '@vueuse/core';
import { useConnection, useRecordChanges } from '../../core/realtime/index.ts';
import { useBoard } from './queries.ts';

/** A busy hospital moves its figures many times a second; nobody reads faster than this. In milliseconds. */
const shortestPause = 1_000;
/** What time alone moves, and what was missed, is fetched anyhow after this, in milliseconds. */
const longestPause = 60_000;

/** The hospital at this moment, pushed as long as somebody looks. */
export function useLiveBoard() {
  const connection = useConnection();
  const visibility = useDocumentVisibility();

  const board = useBoard();
  const renew = useThrottleFn(() => void board.refetch(), shortestPause, true, true);
  // Who waits is known with the commit, today’s visits when they were counted.
  useRecordChanges(
    { entity: 'board' },
    () => void renew(),
    () => void renew(),
  );
  useRecordChanges({ entity: 'figures' }, () => void renew());
  useIntervalFn(() => {
    if (visibility.value === 'visible') void renew();
  }, longestPause);
  watch(visibility, (now) => now === 'visible' && void renew());

  return {
    board,
    moment: computed(() => board.data.value),
    live: computed(() => connection.state.value === 'connected' && connection.online.value && !board.error.value),
    retry: () => board.refetch(),
  };
}

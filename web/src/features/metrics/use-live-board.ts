import { computed, watch } from 'vue';
import { useDocumentVisibility, useIntervalFn, useThrottleFn } from '@vueuse/core';
import { useConnection, useRecordChanges } from '../../core/realtime/index.ts';
import { useBoard } from './queries.ts';

/** A busy hospital updates its figures many times a second, faster than anyone can read. In milliseconds. */
const shortestPause = 1_000;
/** Longest time between two fetches, for time-dependent and missed changes, in milliseconds. */
const longestPause = 60_000;

/** Current state of the hospital, refreshed by pushes while the page is visible. */
export function useLiveBoard() {
  const connection = useConnection();
  const visibility = useDocumentVisibility();

  const board = useBoard();
  const renew = useThrottleFn(() => void board.refetch(), shortestPause, true, true);
  // The queue is current at commit, today’s visits once they are counted.
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

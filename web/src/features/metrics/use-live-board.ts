import { computed, watch } from 'vue';
import { useQuery } from '@pinia/colada';
import { useDocumentVisibility, useIntervalFn, useThrottleFn } from '@vueuse/core';
import { readLiveBoard, type LiveBoard } from '@yunzhen/shared/metrics/metrics.contract';
import { api } from '../../core/api/index.ts';
import { useConnection, useRecordChanges } from '../../core/realtime/index.ts';

/** A busy hospital moves its figures many times a second; nobody reads faster than this. In milliseconds. */
const shortestPause = 1_000;
/** What time alone moves, and what was missed, is fetched anyhow after this, in milliseconds. */
const longestPause = 60_000;

export interface BoardMoment {
  board: LiveBoard;
  /** By this device’s clock, to let a running wait run on and to tell how old all is. */
  receivedAt: number;
}

/** The hospital at this moment, pushed as long as somebody looks. */
export function useLiveBoard() {
  const connection = useConnection();
  const visibility = useDocumentVisibility();

  // Not under the socket’s own key, because that would be fetched again at every single change.
  const board = useQuery({
    key: ['figure-pages', 'board'],
    query: async ({ signal }): Promise<BoardMoment> => ({
      board: await api.call(readLiveBoard, { signal }),
      receivedAt: Date.now(),
    }),
  });
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

import { computed, watch, type Ref } from 'vue';
import { useDocumentVisibility, useIntervalFn, useThrottleFn } from '@vueuse/core';
import { useConnection, useRecordChanges } from '../../core/realtime/index.ts';
import { useBoard, useDepartmentBoard } from './queries.ts';

/** A busy hospital updates its figures many times a second, faster than anyone can read. In milliseconds. */
const shortestPause = 1_000;
/** Longest time between two fetches, for time-dependent and missed changes, in milliseconds. */
const longestPause = 60_000;

interface Query<Moment> {
  data: Readonly<Ref<Moment | undefined>>;
  error: Readonly<Ref<unknown>>;
  isPending: Readonly<Ref<boolean>>;
  refetch(): Promise<unknown>;
}

/** Current state of the hospital. */
export const useLiveBoard = () => kept(useBoard());

/** Current state of one department. */
export const useLiveDepartment = (departmentId: string) => kept(useDepartmentBoard(departmentId));

/** Refreshes a board by pushes while the page is visible. */
function kept<Moment>(board: Query<Moment>) {
  const connection = useConnection();
  const visibility = useDocumentVisibility();

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

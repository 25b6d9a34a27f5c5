import { computed, shallowRef, watch } from 'vue';
import { useQuery } from '@pinia/colada';
import { useDocumentVisibility, useIntervalFn, useThrottleFn } from '@vueuse/core';
import { readDailyFigures, readLiveBoard, type LiveBoard } from '@yunzhen/shared/contract/metrics';
import { api } from '../../lib/api/index.ts';
import { useConnection, useRecordChanges } from '../../lib/realtime/index.ts';
import { lastFullDays, withToday } from './days.ts';

const trendDays = 30;
const sparkDays = 14;
/** A busy hospital moves its figures many times a second; nobody reads faster than this. In milliseconds. */
const shortestPause = 1_000;
/** What time alone moves, and what was missed, is fetched anyhow after this, in milliseconds. */
const longestPause = 60_000;
/** Moments of the board that are remembered for its sparklines. */
const traceLength = 60;

export interface BoardMoment {
  board: LiveBoard;
  /** By this device's clock, to let a running wait run on. */
  receivedAt: number;
}

/** The live board and the days before it; both renew themselves as long as somebody looks. */
export function useFigures() {
  const connection = useConnection();
  const visibility = useDocumentVisibility();

  // Not under the socket's own key, because that would be fetched again at every single change.
  const board = useQuery({
    key: ['figures', 'board'],
    query: async ({ signal }): Promise<BoardMoment> => ({
      board: await api.call(readLiveBoard, { signal }),
      receivedAt: Date.now(),
    }),
  });
  const daily = useQuery({
    key: ['figures', 'daily'],
    query: async ({ signal }) => (await api.call(readDailyFigures, { query: { days: trendDays }, signal })).items,
  });

  const renew = useThrottleFn(() => void board.refetch(), shortestPause, true, true);
  useRecordChanges(
    { entity: 'board' },
    () => void renew(),
    () => void renew(),
  );
  useIntervalFn(() => {
    if (visibility.value === 'visible') void renew();
  }, longestPause);
  watch(visibility, (now) => now === 'visible' && void renew());

  const moment = computed(() => board.data.value);
  const trace = shallowRef<LiveBoard[]>([]);
  watch(
    moment,
    (now) => {
      if (now && trace.value.at(-1)?.at !== now.board.at) trace.value = [...trace.value, now.board].slice(-traceLength);
    },
    { immediate: true },
  );

  const days = computed(() => {
    const known = daily.data.value;
    return known && moment.value ? withToday(known, moment.value.board.today).slice(-trendDays) : known;
  });
  // A new day has begun: what was today is now one of the days.
  watch(
    () => moment.value?.board.today.day,
    (now, before) => before && now !== before && void daily.refetch(),
  );

  return {
    board,
    daily,
    moment,
    days,
    trace,
    recent: computed(() => {
      const today = moment.value?.board.today.day;
      return today ? lastFullDays(days.value ?? [], today, sparkDays) : [];
    }),
    live: computed(() => connection.state.value === 'connected' && connection.online.value && !board.error.value),
    retry: () => Promise.all([board.refetch(), daily.refetch()]),
  };
}

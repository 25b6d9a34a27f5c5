import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { computed } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';
import type { FigureLevel } from '@yunzhen/shared/metrics/figure';
import { hospitalTimeZone } from '../../core/i18n/index.ts';
import { useSeconds } from '../../ui/index.ts';
import { faultOf, grainsFor, presets, rangeOf, usualGrain, type DayRange } from './reckoning/ranges.ts';

/** Address parameters of the chosen days, preserved between the pages of hospital, department and doctor. */
const names = ['range', 'from', 'to', 'grain', 'compare'] as const;
const usualPreset = '30d';

/** Chosen days, grain and comparison, stored in the page’s address. */
export function useRange(level: FigureLevel = 'hospital') {
  const route = useRoute();
  const router = useRouter();
  const seconds = useSeconds();
  const text = (name: string) => {
    const value = route.query[name];
    return typeof value === 'string' ? value : '';
  };
  const today = computed(() => dayIn(hospitalTimeZone.value, seconds.value));
  const preset = computed(() => presets.find((each) => each === text('range')) ?? usualPreset);
  const own = computed(() => ({ from: text('from'), to: text('to') }));
  const fault = computed(() => (preset.value === 'own' ? faultOf(own.value, today.value) : undefined));
  const range = computed(() => {
    if (preset.value !== 'own') return rangeOf(preset.value, today.value);
    return fault.value ? rangeOf(usualPreset, today.value) : own.value;
  });
  const grains = computed(() => grainsFor(range.value));
  const usual = computed(() => usualGrain(range.value, level));
  const grain = computed(() => grains.value.find((each) => each === text('grain')) ?? usual.value);

  /** Changing the days resets list pages and grain. */
  function change(next: Partial<Record<(typeof names)[number], string | undefined>>) {
    const query = { ...route.query, cursor: undefined, ...next };
    return router.replace({ query: Object.fromEntries(Object.entries(query).filter(([, value]) => value)) });
  }

  /** Shows only some of the days; the browser’s Back returns to all of them. */
  function zoom({ from, to }: DayRange) {
    return router.push({ query: { ...route.query, cursor: undefined, grain: undefined, range: 'own', from, to } });
  }

  return {
    today,
    preset,
    own,
    fault,
    range,
    grains,
    grain,
    usualGrain: usual,
    /** Today is incomplete: its counts cannot be compared with those of complete days. */
    unfinished: computed(() => range.value.to >= today.value),
    compare: computed(() => text('compare') !== 'off'),
    change,
    zoom,
    /** For links to other pages of the figures. */
    kept: computed((): LocationQueryRaw =>
      Object.fromEntries(names.map((name) => [name, text(name)] as const).filter(([, value]) => value)),
    ),
  };
}

export type RangeState = ReturnType<typeof useRange>;

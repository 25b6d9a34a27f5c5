import { shallowRef } from 'vue';
import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';

type Search = (text: string) => RedFlagId[];

const search = shallowRef<Search>(() => []);
let asked: Promise<void> | undefined;

/**
 * Finds danger signs while someone types. What it knows is heavier than the page, so it is loaded with the first words. Until then, and
 * without a network, it finds nothing here: the hospital checks everything again.
 */
export function useRedFlagSearch() {
  function load(): void {
    asked ??= import('@yunzhen/shared/intake/danger-signs/red-flags').then(
      ({ findRedFlags }) => void (search.value = (text) => findRedFlags(text, { ageYears: null })),
      () => (asked = undefined),
    );
  }
  return { load, find: (text: string) => search.value(text) };
}

import { computed, shallowRef, watch } from 'vue';
import { watchDebounced } from '@vueuse/core';
import { useAuditEvents } from '../queries.ts';
import { addressOf, filtersAt, type AuditFilters } from './filters.ts';

const restOfTyping = 300;
const asText = (filters: AuditFilters) => JSON.stringify(filters);

/** The audit search, stored in the page’s address like other lists; the fields update it after a debounce. */
export function useAuditSearch() {
  const list = useAuditEvents();
  const kept = computed(() => filtersAt(list.filters.value));
  const typed = shallowRef(kept.value);
  let written = asText(kept.value);
  watch(kept, (now) => {
    // An address that equals the last written one does not overwrite newer typing.
    if (asText(now) !== written) typed.value = now;
    written = asText(now);
  });
  watchDebounced(
    typed,
    (now) => {
      if (asText(now) === asText(kept.value)) return;
      written = asText(now);
      void list.narrow(addressOf(now));
    },
    { debounce: restOfTyping },
  );
  return { list, kept, typed };
}

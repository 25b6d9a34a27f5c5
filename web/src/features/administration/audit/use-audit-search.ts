import { computed, shallowRef, watch } from 'vue';
import { watchDebounced } from '@vueuse/core';
import { useAuditEvents } from '../queries.ts';
import { addressOf, filtersAt, type AuditFilters } from './filters.ts';

const restOfTyping = 300;
const asText = (filters: AuditFilters) => JSON.stringify(filters);

/** What the audit is searched for, kept in the page’s address as with every list; the fields write there once the typing rests. */
export function useAuditSearch() {
  const list = useAuditEvents();
  const kept = computed(() => filtersAt(list.filters.value));
  const typed = shallowRef(kept.value);
  let written = asText(kept.value);
  watch(kept, (now) => {
    // What comes back as it was written takes nothing from what was typed since.
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

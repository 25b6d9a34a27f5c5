import { computed } from 'vue';
import { useQuery } from '@pinia/colada';
import { listSnippets, type NoteSnippet } from '@yunzhen/shared/chart/notes.contract';
import { api } from '../../../core/api/index.ts';

const key = ['note-snippets'];

/** All of the doctor’s snippets, at hand while they type: at most two pages of a hundred. */
export function useSnippets() {
  const query = useQuery({
    key,
    query: async ({ signal }) => {
      const all: NoteSnippet[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.call(listSnippets, { query: { limit: 100, cursor }, signal });
        all.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor);
      return all;
    },
  });
  const byTrigger = computed(() => new Map((query.data.value ?? []).map(({ trigger, text }) => [trigger, text])));
  return { query, byTrigger };
}

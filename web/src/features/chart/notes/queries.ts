import { useInfiniteQuery, useQuery, useQueryCache } from '@pinia/colada';
import {
  listNoteVersions,
  listSnippets,
  readNote,
  readNoteVersion,
  type Note,
  type NoteSnippet,
} from '@yunzhen/shared/chart/notes.contract';
import { api } from '../../../core/api/index.ts';
import { chartKeys } from '../queries.ts';

export const snippetsKey = ['note-snippets'];

export const fetchNote = (visitId: string) => api.call(readNote, { params: { visitId } });

export function useNote(visitId: string) {
  return useQuery({
    key: chartKeys.note(visitId),
    query: ({ signal }) => api.call(readNote, { params: { visitId }, signal }),
  });
}

/** Writes the note from a command’s answer into the cache of `useNote`. */
export function useStoreNote(visitId: string) {
  const cache = useQueryCache();
  return (note: Note) => cache.setQueryData(chartKeys.note(visitId), note);
}

/** Saved versions of a note, newest first. */
export function useNoteVersions(visitId: string, enabled: () => boolean) {
  return useInfiniteQuery({
    key: ['note', visitId, 'versions'],
    enabled,
    initialPageParam: 0,
    query: ({ pageParam, signal }) =>
      api.call(listNoteVersions, { params: { visitId }, query: { limit: 30, before: pageParam || undefined }, signal }),
    getNextPageParam: ({ next }) => next,
  });
}

export function useNoteVersion(visitId: string, version: () => number | undefined) {
  return useQuery({
    key: () => ['note-version', visitId, version() ?? 0],
    enabled: () => version() !== undefined,
    query: ({ signal }) => api.call(readNoteVersion, { params: { visitId, version: version() ?? 0 }, signal }),
  });
}

/** All of the doctor’s snippets, available while typing: at most two pages of a hundred. */
export function useSnippets() {
  return useQuery({
    key: snippetsKey,
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
}

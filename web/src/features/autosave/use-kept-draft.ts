import { shallowRef } from 'vue';
import { drafts } from './drafts/index.ts';
import type { KeptDraft } from './autosave-state.ts';
import { keptDraftOf } from './kept-draft.ts';

/** The draft that this browser still keeps under the name; `ready` once that is known. `read` says whether a value is the content. */
export function useKeptDraft<Content>(name: string, read: (value: unknown) => Content | undefined) {
  const ready = shallowRef(false);
  const draft = shallowRef<KeptDraft<Content>>();
  void drafts.read(name).then((value) => {
    draft.value = keptDraftOf(read, value);
    ready.value = true;
  });
  return { ready, draft };
}

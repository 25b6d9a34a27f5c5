import { shallowRef } from 'vue';
import { drafts } from './drafts/index.ts';
import type { KeptDraft } from './autosave-state.ts';
import { keptDraftOf } from './kept-draft.ts';

/** The draft that this browser still keeps under the name; `ready` once that is known. `read` says whether a value is the content. */
export function useKeptDraft<Content>(name: string, read: (value: unknown) => Content | undefined) {
  const ready = shallowRef(false);
  const draft = shallowRef<KeptDraft<Content>>();
  void keptDraft(name, read).then((kept) => {
    draft.value = kept;
    ready.value = true;
  });
  return { ready, draft };
}

/** The same, for whoever can wait. */
export async function keptDraft<Content>(
  name: string,
  read: (value: unknown) => Content | undefined,
): Promise<KeptDraft<Content> | undefined> {
  return keptDraftOf(read, await drafts.read(name));
}

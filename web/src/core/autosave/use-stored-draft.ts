import { shallowRef } from 'vue';
import { drafts } from './drafts/index.ts';
import type { StoredDraft } from './autosave-state.ts';
import { storedDraftOf } from './stored-draft.ts';

/** Returns the draft that this browser stores under the name; `ready` becomes true once it is read. `read` validates the content. */
export function useStoredDraft<Content>(name: string, read: (value: unknown) => Content | undefined) {
  const ready = shallowRef(false);
  const draft = shallowRef<StoredDraft<Content>>();
  void storedDraft(name, read).then((kept) => {
    draft.value = kept;
    ready.value = true;
  });
  return { ready, draft };
}

/** The same as a promise. */
export async function storedDraft<Content>(
  name: string,
  read: (value: unknown) => Content | undefined,
): Promise<StoredDraft<Content> | undefined> {
  return storedDraftOf(read, await drafts.read(name));
}

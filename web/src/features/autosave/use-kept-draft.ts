import { shallowRef } from 'vue';
import type { z } from 'zod';
import { drafts } from './drafts/index.ts';
import type { KeptDraft } from './autosave-state.ts';
import { keptDraftOf } from './kept-draft.ts';

/** The draft that this browser still keeps under the name; `ready` once that is known. */
export function useKeptDraft<Content>(name: string, content: z.ZodType<Content>) {
  const ready = shallowRef(false);
  const draft = shallowRef<KeptDraft<Content>>();
  void drafts.read(name).then((value) => {
    draft.value = keptDraftOf(content, value);
    ready.value = true;
  });
  return { ready, draft };
}

import { shallowRef } from 'vue';
import { drafts } from './drafts/index.ts';
import type { StoredDraft } from './autosave-state.ts';

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

/** Parses a stored draft. Returns undefined for a damaged draft or one of an older version of the app. `read` validates the content. */
function storedDraftOf<Content>(
  read: (value: unknown) => Content | undefined,
  value: unknown,
): StoredDraft<Content> | undefined {
  const { version, basis, content, unsure } = (value ?? {}) as Partial<Record<keyof StoredDraft<Content>, unknown>>;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0 || !Array.isArray(unsure))
    return undefined;
  const [readBasis, readContent, ...readUnsure] = [basis, content, ...(unsure as unknown[])].map((one) => read(one));
  if (readBasis === undefined || readContent === undefined) return undefined;
  const whole = readUnsure.filter((one) => one !== undefined);
  return whole.length < readUnsure.length
    ? undefined
    : { version, basis: readBasis, content: readContent, unsure: whole };
}

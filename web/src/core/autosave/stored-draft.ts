import type { StoredDraft } from './autosave-state.ts';

/** Parses a stored draft. Returns undefined for a damaged draft or one of an older version of the app. `read` validates the content. */
export function storedDraftOf<Content>(
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

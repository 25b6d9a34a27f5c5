import type { StoredDraft } from './autosave-state.ts';

/**
 * Reads a kept draft back; one that an older version of these pages wrote, or that is damaged, is no draft. `read` says whether a value
 * is the content.
 */
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

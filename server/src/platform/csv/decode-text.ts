/** Decodes text in UTF-8, with or without byte order mark, or GB 18030, in which Chinese spreadsheets save. Returns null for anything else. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The text is not in this encoding.
    }
  }
  return null;
}

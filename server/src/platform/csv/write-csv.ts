/** Prefixes that a spreadsheet takes for a formula (OWASP, CSV Injection), also in full width, which Chinese and Japanese Excel accept. */
export const formulaGuard = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const byteOrderMark = '\uFEFF';

/**
 * Writes CSV lines by RFC 4180. Every cell is quoted; one that a spreadsheet would run gets a leading apostrophe, so that it is read as text. `mark`
 * adds a byte order mark, by which spreadsheets recognise UTF-8.
 */
export function csvLines(rows: readonly (readonly string[])[], { mark = false } = {}): Uint8Array {
  const cell = (text: string) => `"${(formulaGuard.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const lines = rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  return Buffer.from(mark ? byteOrderMark + lines : lines);
}

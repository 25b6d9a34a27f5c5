/** What a spreadsheet would take for the beginning of a formula (OWASP, CSV Injection), in full width too: Excel of Chinese and Japanese reads both. */
const formula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const byteOrderMark = '\uFEFF';

/**
 * Lines of CSV by RFC 4180. Every cell is quoted; one that a spreadsheet would run gets an apostrophe in front, so that it is read as
 * text. `mark` puts a byte order mark in front, by which spreadsheets know UTF-8.
 */
export function csvLines(rows: readonly (readonly string[])[], { mark = false } = {}): Uint8Array {
  const cell = (text: string) => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const lines = rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  return Buffer.from(mark ? byteOrderMark + lines : lines);
}

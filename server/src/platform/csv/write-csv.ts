/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need in order to read Chinese. A text that a spreadsheet would
 * take for a formula is made harmless by an apostrophe in front of it (OWASP, CSV injection).
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const lines = rows.map((row) => `${row.map(field).join(',')}\r\n`);
  return new TextEncoder().encode(`\uFEFF${lines.join('')}`);
}

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Returns a Markdown table; cells are one line each, and vertical bars in them are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replaceAll('|', '\\|');
}

/** Returns a generated page: its title, its source, and its parts. */
export function page(title: string, source: string, ...parts: readonly string[]): string {
  return [`# ${title}`, `Generated from ${source} by \`npm run docs\`; do not edit.`, ...parts].join('\n\n') + '\n';
}

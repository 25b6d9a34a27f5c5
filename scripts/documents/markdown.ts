/** A Markdown table; cells are one line each, and a vertical bar in a cell is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replaceAll('|', '\\|');
}

/** A generated page: its title, where it comes from, and its parts. */
export function page(title: string, source: string, ...parts: readonly string[]): string {
  return [`# ${title}`, `Generated from ${source} by \`npm run docs\`; do not edit.`, ...parts].join('\n\n') + '\n';
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** `dev` may be read and used for tuning; `test` is only counted and never shown. */
export type Half = 'dev' | 'test';
export const halves: readonly Half[] = ['dev', 'test'];

/** One row of a corpus by column name, with the half of its id. */
export type CorpusRow<Column extends string> = Readonly<Record<Column, string>> & { readonly half: Half };

/**
 * Reads a table of independent cases. The first byte of the SHA-256 of an id decides its half (even: dev), so that new rows and reordering move no
 * other row.
 */
export function readCorpus<Column extends string>(file: string, columns: readonly Column[]): CorpusRow<Column>[] {
  const [head = '', ...lines] = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  if (head !== columns.join('\t')) throw new Error(`${file}: expected the columns ${columns.join(', ')}`);
  return lines.map((line) => {
    const cells = line.split('\t');
    const row = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as Record<Column, string>;
    return { ...row, half: halfOf(cells[0] ?? '') };
  });
}

function halfOf(id: string): Half {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'dev' : 'test';
}

/** Formats "37/40 (92.5 %)"; a dash when there are none. */
export function shareText(hits: number, of: number): string {
  return of === 0 ? '–' : `${hits}/${of} (${((100 * hits) / of).toFixed(1)} %)`;
}

import type { FileStore } from '../platform/files/store/file-store.ts';
import type { FileObject } from '../platform/files/store/file-place.ts';
import type { KeyEncryption } from '../platform/signing/key-encryption.ts';
import type { MovedTable } from './table-shape.ts';

/** How COPY writes NULL as text. */
const nothing = '\\N';
const newline = 10;

type Change = (fields: string[]) => Promise<readonly string[]>;

/** The rows as they travel: seals are opened, and files have their bytes. Only for the encrypted connection. */
export function outgoing(
  table: MovedTable,
  rows: AsyncIterable<Buffer>,
  { keys, files }: { keys: KeyEncryption; files: Pick<FileStore, 'get'> },
): AsyncIterable<Buffer> {
  const { seals, file, columns } = table;
  if (seals.length === 0 && !file) return rows;
  return changed(rows, async (fields) => {
    if (file && fields[file.object] !== nothing) {
      const object = JSON.parse(fields[file.object] ?? '') as FileObject;
      fields[file.bytes] = `\\\\x${(await files.get({ content: null, object })).toString('hex')}`;
      fields[file.object] = nothing;
    }
    const opened = new Set<number>();
    for (const [place, { index, context }] of seals.entries()) {
      const owner = fields[columns.length + place] ?? nothing;
      const sealed = fields[index] ?? nothing;
      if (sealed === nothing || owner === nothing || opened.has(index)) continue;
      const plain = await keys.open(sealed, context(owner));
      fields[index] = Buffer.from(plain).toString('base64');
      plain.fill(0);
      opened.add(index);
    }
    if (seals.some(({ index }) => fields[index] !== nothing && !opened.has(index)))
      throw new Error(`table ${table.name} has a sealed value without an owner`);
    return fields;
  });
}

/** The rows as the target stores them: sealed under its own key. */
export function incoming(
  table: MovedTable,
  rows: AsyncIterable<Buffer>,
  { keys }: { keys: KeyEncryption },
): AsyncIterable<Buffer> {
  const { seals, columns } = table;
  if (seals.length === 0) return rows;
  return changed(rows, async (fields) => {
    const sealed = new Set<number>();
    for (const [place, { index, context }] of seals.entries()) {
      const owner = fields[columns.length + place] ?? nothing;
      const text = fields[index] ?? nothing;
      if (text === nothing || owner === nothing || sealed.has(index)) continue;
      const plain = Buffer.from(text, 'base64');
      fields[index] = await keys.seal(plain, context(owner));
      plain.fill(0);
      sealed.add(index);
    }
    return fields.slice(0, columns.length);
  });
}

/** Changes the fields of each line of COPY’s text form. Values are escaped, so every newline ends a row and every tab a field. */
async function* changed(chunks: AsyncIterable<Buffer>, change: Change): AsyncGenerator<Buffer, void> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    const lines: string[] = [];
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      const line = Buffer.concat([...rest, chunk.subarray(from, end)]).toString('utf8');
      rest = [];
      lines.push((await change(line.split('\t'))).join('\t'));
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    if (lines.length > 0) yield Buffer.from(`${lines.join('\n')}\n`);
  }
  if (rest.length > 0) throw new Error('a row ended early');
}

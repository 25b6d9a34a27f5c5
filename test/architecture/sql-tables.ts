/** The table in a statement, and whether it is read or written. */
export interface TableUse {
  readonly table: string;
  readonly kind: 'read' | 'write';
}

/** An interpolated part of a template in its text; as a table, one with an unknown name. */
export const gap = '\u0001';

const token = /'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|"[^"]*"|[A-Za-z_]\w*|\u0001|\S/g;

/** Returns the words and symbols of a statement, without strings and comments. */
function tokensOf(sql: string): string[] {
  return [...sql.matchAll(token)].map(([text]) => text).filter((text) => !/^('|--|\/\*)/.test(text));
}

const isName = (text: string) => text === gap || /^[a-z_]\w*$/.test(text);

/**
 * Returns the tables that a piece of SQL reads and writes. Keywords must be upper case and names lower case, as in all of the source, so that prose
 * is not parsed as SQL. Tables named by INSERT, UPDATE or DELETE are written.
 */
export function tablesIn(sql: string): TableUse[] {
  const tokens = tokensOf(sql);
  const uses: TableUse[] = [];
  const take = (at: number, kind: TableUse['kind']) => {
    let place = tokens[at] === 'ONLY' || tokens[at] === 'LATERAL' ? at + 1 : at;
    if (tokens[place] === 'public' && tokens[place + 1] === '.') place += 2;
    const table = tokens[place];
    const next = tokens[place + 1];
    // `f(x)` is a function and `t.c` a column, as in IS DISTINCT FROM t.c; a written table is followed by its columns in parentheses.
    if (table && isName(table) && next !== '.' && (kind === 'write' || next !== '(')) uses.push({ table, kind });
    return place;
  };
  tokens.forEach((word, at) => {
    const before = tokens[at - 1];
    if (word === 'INTO' && before === 'INSERT') take(at + 1, 'write');
    else if (word === 'UPDATE' && isStatement(before)) take(at + 1, 'write');
    else if (word === 'FROM' && before === 'DELETE') take(at + 1, 'write');
    else if (word === 'JOIN') take(at + 1, 'read');
    else if ((word === 'FROM' && before !== 'DISTINCT') || (word === 'USING' && tokens[at + 1] !== '('))
      for (const place of fromList(tokens, at + 1)) take(place, 'read');
  });
  return uses;
}

/** Excludes the UPDATE of `FOR UPDATE`, `DO UPDATE`, `FOR NO KEY UPDATE` and `ON UPDATE`. */
const isStatement = (before: string | undefined) => !['FOR', 'DO', 'KEY', 'ON'].includes(before ?? '');

/** Returns the positions of the tables of a FROM: `a, b AS x, LATERAL (…) y, c`; joins are found separately. */
function fromList(tokens: readonly string[], from: number): number[] {
  const places = [from];
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const word = tokens[at] ?? '';
    if (word === '(') depth += 1;
    else if (word === ')') depth -= 1;
    if (depth < 0 || (depth === 0 && ends.has(word))) break;
    if (depth === 0 && word === ',') places.push(at + 1);
  }
  return places;
}

const ends = new Set(
  'WHERE JOIN LEFT RIGHT INNER CROSS FULL GROUP ORDER LIMIT UNION HAVING RETURNING FOR SET SELECT ON WINDOW OFFSET ;'.split(
    ' ',
  ),
);

/** How a statement touches a table. */
export interface TableUse {
  readonly table: string;
  readonly kind: 'read' | 'write';
}

/** An interpolated part of a template in its text. As a table, one whose name the text does not say. */
export const gap = '\u0001';

const token = /'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|"[^"]*"|[A-Za-z_]\w*|\u0001|\S/g;

/** Words and signs of a statement, without its strings and comments. */
function tokensOf(sql: string): string[] {
  return [...sql.matchAll(token)].map(([text]) => text).filter((text) => !/^('|--|\/\*)/.test(text));
}

const isName = (text: string) => text === gap || /^[a-z_]\w*$/.test(text);

/**
 * The tables that a piece of SQL reads and writes. Keywords are upper case and names lower case, as in all of the source, so that prose
 * is not taken for SQL. The rows that an INSERT, UPDATE or DELETE names are written.
 */
export function tablesIn(sql: string): TableUse[] {
  const tokens = tokensOf(sql);
  const uses: TableUse[] = [];
  const take = (at: number, kind: TableUse['kind']) => {
    let place = tokens[at] === 'ONLY' || tokens[at] === 'LATERAL' ? at + 1 : at;
    if (tokens[place] === 'public' && tokens[place + 1] === '.') place += 2;
    const table = tokens[place];
    const next = tokens[place + 1];
    // `f(x)` is a function and `t.c` a column, as in IS DISTINCT FROM t.c; a table that is written has its columns in brackets.
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

/** Not the UPDATE of `FOR UPDATE`, `DO UPDATE`, `FOR NO KEY UPDATE` or `ON UPDATE`. */
const isStatement = (before: string | undefined) => !['FOR', 'DO', 'KEY', 'ON'].includes(before ?? '');

/** Where the tables of a FROM stand: `a, b AS x, LATERAL (…) y, c`; joins are found on their own. */
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

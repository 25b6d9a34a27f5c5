import type { SpanFacts } from './tracing.ts';

export interface DescribedStatement {
  name: string;
  facts: SpanFacts;
}

/** Texts are constant, but for lists of parameters; these are few. */
const most = 2_000;
const longest = 2_000;
const described = new Map<string, DescribedStatement>();

/** Describes a statement for its span: operation, table and text. Values are parameters and are never part of it; literals become `?`. */
export function describeStatement(sql: string): DescribedStatement {
  const known = described.get(sql);
  if (known) return known;
  if (described.size >= most) described.clear();
  const statement = describe(sql);
  described.set(sql, statement);
  return statement;
}

function describe(sql: string): DescribedStatement {
  const operation = /^\s*([a-z]+)/i.exec(sql)?.[1]?.toUpperCase() ?? 'statement';
  const target =
    /^\s*select\s+([a-z_]+)\(/i.exec(sql)?.[1] ?? /\b(?:from|into|update|join)\s+"?([a-z_]+)"?/i.exec(sql)?.[1];
  const text = withoutLiterals(sql);
  return {
    name: target ? `${operation} ${target}` : operation,
    facts: {
      'db.system.name': 'postgresql',
      'db.operation.name': operation,
      ...(target ? { 'db.collection.name': target } : {}),
      ...(text === null ? {} : { 'db.query.text': text.slice(0, longest) }),
    },
  };
}

/** Returns the text with `?` in place of literals; null for one whose quotes cannot be told apart without a parser. */
function withoutLiterals(sql: string): string | null {
  if (/\\|\$\$|\$[a-z_]\w*\$|--|\/\*/i.test(sql)) return null;
  const text = sql
    .replace(/'(?:[^']|'')*'/g, '?')
    .replace(/(?<![\w$."])\d+(?:\.\d+)?\b/g, '?')
    .replace(/\s+/g, ' ')
    .trim();
  return text.includes("'") ? null : text;
}

import type { ClientBase } from 'pg';
import { describeStatement } from './describe-statement.ts';
import { activeTracing, inChildSpan } from './tracing.ts';

type Query = (...call: unknown[]) => unknown;

const followed = new WeakSet<ClientBase>();

/** Makes each statement on this connection a span of the transaction in which it runs. Does nothing while tracing is off. */
export function traceStatements(client: ClientBase): void {
  if (!activeTracing() || followed.has(client)) return;
  followed.add(client);
  const query = client.query.bind(client) as Query;
  const traced: Query = (...call) => {
    const sql = textOf(call);
    if (sql === null) return query(...call);
    const { name, facts } = describeStatement(sql);
    return inChildSpan(name, { kind: 'client', facts }, () => query(...call) as Promise<unknown>);
  };
  client.query = traced as ClientBase['query'];
}

/** Returns the SQL of a call that answers with a promise; null for streams and callbacks. */
function textOf(call: readonly unknown[]): string | null {
  const [first] = call;
  if (call.some((part) => typeof part === 'function')) return null;
  if (typeof first === 'string') return first;
  if (typeof first !== 'object' || first === null || 'submit' in first) return null;
  return 'text' in first && typeof first.text === 'string' ? first.text : null;
}

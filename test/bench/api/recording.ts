import pg from 'pg';

/** One statement of a request; values that are new in each request (ids, times) are marked. */
export interface Statement {
  readonly text: string;
  readonly values: readonly Value[];
}
/** `fromNow` is in milliseconds. */
export type Value = { readonly same: unknown } | { readonly fresh: number } | { readonly fromNow: number };

/** A time at most this far from the request counts as the current time. */
const PRESENT_MS = 10_000;

interface Sent {
  text: string;
  values: unknown[];
}

/**
 * Returns the statements of a request without those that begin and end its transaction. Sends the request once so that caches are warm, then twice:
 * an id that differs is new in each request, and a time that differs is relative to the current time. No other request may run.
 */
export async function recordRequest(send: () => Promise<unknown>): Promise<Statement[]> {
  // A list names its patients in the audit when a session first reads it, and not again within the hour.
  await send();
  const sentAt = Date.now();
  const first = await listen(send);
  const second = await listen(send);
  if (first.length !== second.length) {
    const texts = [first, second].map((sent) => sent.map(({ text }) => text).join('\n'));
    throw new Error(`a request did not repeat itself:\n${texts.join('\n--- second time:\n')}`);
  }
  const fresh: unknown[] = [];
  return first.map(({ text, values }, n) => {
    const again = second[n];
    if (again?.text !== text) throw new Error(`a request did not repeat itself: ${text} / ${again?.text}`);
    return { text, values: values.map((value, place) => mark(value, again.values[place], { fresh, sentAt })) };
  });
}

function mark(value: unknown, again: unknown, { fresh, sentAt }: { fresh: unknown[]; sentAt: number }): Value {
  if (value instanceof Date) {
    const fromNow = value.getTime() - sentAt;
    if (Math.abs(fromNow) < PRESENT_MS) return { fromNow: 0 };
    return again instanceof Date && again.getTime() === value.getTime() ? { same: value.toISOString() } : { fromNow };
  }
  if (typeof value !== 'string' || value === again) return { same: value };
  if (!fresh.includes(value)) fresh.push(value);
  return { fresh: fresh.indexOf(value) };
}

async function listen(send: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const ofSession = new Map<pg.Client, boolean>();
  type Query = (this: pg.Client, ...given: unknown[]) => unknown;
  const original = pg.Client.prototype.query as unknown as Query;
  const recording: Query = function (this, ...given) {
    const [first, second] = given as [string | Partial<Sent>, unknown];
    const statement: { text?: string; values?: unknown } =
      typeof first === 'string' ? { text: first, values: second } : first;
    const text = statement.text ?? '';
    // Background work of the api, such as counting statistics, begins without a session.
    if (text.includes('begin_request'))
      ofSession.set(this, Array.isArray(statement.values) && typeof statement.values[1] === 'string');
    if (ofSession.get(this) && text !== '' && !isFrame(text)) {
      sent.push({ text, values: Array.isArray(statement.values) ? [...(statement.values as unknown[])] : [] });
    }
    return original.apply(this, given);
  };
  Object.assign(pg.Client.prototype, { query: recording });
  try {
    await send();
  } finally {
    Object.assign(pg.Client.prototype, { query: original });
  }
  return sent;
}

function isFrame(text: string): boolean {
  return /^\s*(START TRANSACTION|BEGIN|COMMIT|ROLLBACK)|begin_request|open_session/i.test(text);
}

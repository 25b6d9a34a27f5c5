import { timeouts } from '../timeouts.ts';
import type { ReadTemplate } from './page-read.ts';

/** What the client reads of an answer. */
export type Answer = Pick<Response, 'ok' | 'status' | 'headers' | 'text' | 'json' | 'blob'>;

/** Answers to the first page’s reads, sent before the app loaded (app/boot/first-requests.ts), by request; undefined once discarded. */
const place = globalThis as { earlyReads?: Map<string, Promise<Answer> | undefined> | undefined };

/** How long after the first navigation the page may still take them: its first rendering asks for all it needs. */
const takenWithinMs = 5_000;

/** The same person asks for the same: an answer is never taken for another session. */
const keyOf = (address: string, headers: Headers, body: unknown) =>
  JSON.stringify([address, headers.get('authorization'), body ?? null]);

/** Sends the reads of the page that is being opened, with the session’s access token if they need one. */
export function requestReadsEarly(reads: readonly ReadTemplate[], accessToken?: string): void {
  const answers = (place.earlyReads ??= new Map());
  for (const { address, body: content } of reads) {
    const headers = new Headers({ accept: 'application/json' });
    if (accessToken) headers.set('authorization', `Bearer ${accessToken}`);
    const body = content ? JSON.stringify(content) : null;
    if (body) {
      headers.set('content-type', 'application/json');
      headers.set('idempotency-key', crypto.randomUUID());
    }
    const signal = AbortSignal.timeout(timeouts['api.deadline']);
    const answer = fetch(address, { method: body ? 'POST' : 'GET', headers, body, signal }).then(whole);
    answer.catch(() => undefined);
    answers.set(keyOf(address, headers, body), answer);
  }
}

/** Reads the content at once. A `Response` would give it only after the page has been painted without its data. */
async function whole(answer: Response): Promise<Answer> {
  if (!answer.ok) return answer;
  const content = await answer.text();
  const { ok, status, headers } = answer;
  return {
    ok,
    status,
    headers,
    text: async () => content,
    json: async () => JSON.parse(content),
    blob: async () => new Blob([content]),
  };
}

/** Discards answers that the first page has not taken: what asks later, or after a change, needs newer ones. Their names stay, for browser tests. */
export function forgetEarlyReads(): void {
  const { earlyReads } = place;
  for (const key of earlyReads?.keys() ?? []) earlyReads?.set(key, undefined);
}

/** The same a few seconds after the first navigation. */
export function forgetEarlyReadsSoon(): void {
  setTimeout(forgetEarlyReads, takenWithinMs);
}

/** Returns the answer to the early request, once. Sends the request when there was none, or when it failed. */
export async function fetchOrTake(address: string, init: RequestInit & { headers: Headers }): Promise<Answer> {
  const answer = await takeEarly(address, init)?.catch(() => undefined);
  return answer?.ok ? answer : fetch(address, init);
}

function takeEarly(address: string, { headers, body }: RequestInit & { headers: Headers }) {
  if (!place.earlyReads?.size) return undefined;
  const key = keyOf(address, headers, body);
  const answer = place.earlyReads.get(key);
  if (answer) place.earlyReads.delete(key);
  return answer;
}

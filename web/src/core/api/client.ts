import { AppError } from '@yunzhen/shared/core/errors';
import type { AnyRoute, ResponseOf } from '@yunzhen/shared/core/route';
import { timeouts } from '../timeouts.ts';
import { answerOf } from './answer.ts';
import { withDeadline } from './deadline.ts';
import type { Answer } from './early-reads.ts';
import { OfflineError } from './offline-error.ts';
import { toAppError } from './problem.ts';
import { addressOf, requestOf, type CallInput, type LooseInput } from './request.ts';
import { withRetry, type Pause } from './retry.ts';
import { sendWithToken, type CurrentTokens } from './send-with-token.ts';

type Arguments<R extends AnyRoute> =
  Record<never, never> extends CallInput<R> ? [input?: CallInput<R>] : [input: CallInput<R>];

export interface ApiClient {
  /**
   * Calls a route and returns its answer, validated against the contract in development and tests. Throws `AppError`, `OfflineError` or, after the
   * deadline, `DeadlineError`.
   */
  call<R extends AnyRoute>(route: R, ...input: Arguments<R>): Promise<ResponseOf<R>>;
  /** Calls a route whose answer is a file. */
  callFile<R extends AnyRoute>(route: R, ...input: Arguments<R>): Promise<Blob>;
}

type CallOptions = LooseInput & { signal?: AbortSignal | undefined };

/**
 * Creates the client of the hospital’s REST contract. It retries reads, and commands with an idempotency key, after short network or service
 * failures.
 * It does not retry other changes, because the caller must first check what happened. All attempts share one deadline.
 */
export function createApiClient(ports: {
  tokens: CurrentTokens;
  fetch: (address: string, init: RequestInit & { headers: Headers }) => Promise<Answer>;
  /** Waits between two attempts. */
  pause?: Pause;
}): ApiClient {
  /** Whether the last answer said that the server records traces. */
  let traced = false;

  function send<T>(route: AnyRoute, input: CallOptions, read: (response: Answer) => Promise<T>): Promise<T> {
    const { method } = route;
    const milliseconds = timeouts[route.file || input.file ? 'api.file' : 'api.deadline'];
    return withDeadline({ method, milliseconds, signal: input.signal }, async (signal) =>
      read(await tried(route, input, signal)),
    );
  }

  function tried(route: AnyRoute, input: LooseInput, signal: AbortSignal): Promise<Answer> {
    const address = addressOf(route, input);
    const request = requestOf(route, input);
    if (traced) request.headers.set('traceparent', newTraceParent());
    const attempt = () => authorised(route, address, { ...request, signal });
    if (route.method !== 'GET' && route.method !== 'POST') return attempt();
    return withRetry(attempt, { signal, pause: ports.pause });
  }

  async function authorised(route: AnyRoute, address: string, init: RequestInit & { headers: Headers }) {
    if (route.permission === 'public' || route.permission === 'operator') return exchange(address, init);
    return sendWithToken(ports.tokens, (token) => exchange(address, withToken(init, token)));
  }

  async function exchange(address: string, init: RequestInit & { headers: Headers }): Promise<Answer> {
    let response: Answer;
    try {
      response = await ports.fetch(address, init);
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new OfflineError(error);
    }
    traced = response.headers.has('traceresponse');
    if (!response.ok) throw await toAppError(response);
    return response;
  }

  return {
    async call<R extends AnyRoute>(route: R, ...[input]: Arguments<R>) {
      const answer: unknown = await send(route, input ?? {}, async (response) =>
        response.status === 204 ? undefined : readJson(response),
      );
      return answerOf(route, answer);
    },
    callFile: (route, ...[input]) => send(route, input ?? {}, (response) => readWhole(response.blob())),
  };
}

/** Names this call as the parent of what the server does for it, with random ids (W3C Trace Context). */
function newTraceParent(): string {
  const id = () => crypto.randomUUID().replaceAll('-', '');
  return `00-${id()}-${id().slice(16)}-01`;
}

async function readJson(response: Answer): Promise<unknown> {
  const text = await readWhole(response.text());
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (error) {
    throw new AppError('internal', 'answer is not JSON', { cause: error });
  }
}

async function readWhole<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw new OfflineError(error);
  }
}

function withToken(init: RequestInit & { headers: Headers }, token: string) {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}

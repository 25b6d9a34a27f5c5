import { AppError } from '@yunzhen/shared/core/errors';
import type { AnyRoute, ResponseOf } from '@yunzhen/shared/core/route';
import { answerOf } from './answer.ts';
import { OfflineError } from './offline-error.ts';
import { toAppError } from './problem.ts';
import { addressOf, requestOf, type CallInput, type LooseInput } from './request.ts';
import { withRetry, type Pause } from './retry.ts';
import type { SessionTokens } from './session-tokens.ts';

type Arguments<R extends AnyRoute> =
  Record<never, never> extends CallInput<R> ? [input?: CallInput<R>] : [input: CallInput<R>];

export interface ApiClient {
  /** Calls a route and gives its answer, in development and tests checked against the contract. Throws `AppError` or `OfflineError`. */
  call<R extends AnyRoute>(route: R, ...input: Arguments<R>): Promise<ResponseOf<R>>;
  /** Calls a route whose answer is a file. */
  callFile<R extends AnyRoute>(route: R, ...input: Arguments<R>): Promise<Blob>;
}

/** Codes that a fresh access token may cure. */
const renewable = new Set(['auth.required', 'auth.session-expired']);

/**
 * The client of the hospital's REST contract. Reads, and commands under their idempotency key, are tried again when the
 * network or the service is away for a moment; other changes are not, because the caller must look first.
 */
export function createApiClient(ports: {
  tokens: { current: () => { accessToken: string } | null; renew: SessionTokens['renew'] };
  fetch: typeof fetch;
  /** How the time between two tries is spent. */
  pause?: Pause;
}): ApiClient {
  async function send(route: AnyRoute, input: LooseInput & { signal?: AbortSignal | undefined }): Promise<Response> {
    const address = addressOf(route, input);
    const request = requestOf(route, input);
    const attempt = () => authorised(route, address, { ...request, signal: input.signal ?? null });
    if (route.method !== 'GET' && route.method !== 'POST') return attempt();
    return withRetry(attempt, { signal: input.signal, pause: ports.pause });
  }

  async function authorised(route: AnyRoute, address: string, init: RequestInit & { headers: Headers }) {
    if (route.permission === 'public' || route.permission === 'operator') return exchange(address, init);
    const token = ports.tokens.current()?.accessToken ?? (await ports.tokens.renew(null));
    try {
      return await exchange(address, withToken(init, token));
    } catch (error) {
      if (!(error instanceof AppError) || !renewable.has(error.code)) throw error;
      return exchange(address, withToken(init, await ports.tokens.renew(token)));
    }
  }

  async function exchange(address: string, init: RequestInit): Promise<Response> {
    let response: Response;
    try {
      response = await ports.fetch(address, init);
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new OfflineError(error);
    }
    if (!response.ok) throw await toAppError(response);
    return response;
  }

  return {
    async call<R extends AnyRoute>(route: R, ...[input]: Arguments<R>) {
      const response = await send(route, input ?? {});
      const answer: unknown = response.status === 204 ? undefined : await readJson(response);
      return answerOf(route, answer);
    },
    async callFile(route, ...[input]) {
      const response = await send(route, input ?? {});
      try {
        return await response.blob();
      } catch (error) {
        throw new OfflineError(error);
      }
    },
  };
}

async function readJson(response: Response): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw new OfflineError(error);
  }
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (error) {
    throw new AppError('internal', 'the answer is not JSON', { cause: error });
  }
}

function withToken(init: RequestInit & { headers: Headers }, token: string): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}

import type { AnyRoute, ParamsOf, QueryInputOf, ResponseOf } from '@yunzhen/shared/core/route';
import { answerOf } from './answer.ts';
import { timeouts } from '../timeouts.ts';
import { DeadlineError } from './deadline.ts';
import { OfflineError } from './offline-error.ts';
import { toAppError } from './problem.ts';
import { addressOf } from './request.ts';
import { sendWithToken, type CurrentTokens } from './send-with-token.ts';

export interface UploadOptions {
  signal: AbortSignal;
  /** Receives the share that was sent from this device, from 0 to 1. */
  onProgress: (share: number) => void;
}

/** Creates an uploader that reports progress, which `fetch` cannot. It throws like the API client, or the signal’s reason when aborted. */
export function createUploader(ports: { tokens: CurrentTokens; request?: () => XMLHttpRequest }) {
  const makeRequest = ports.request ?? (() => new XMLHttpRequest());

  return async function upload<R extends AnyRoute>(
    route: R,
    input: { params: ParamsOf<R>; query?: QueryInputOf<R>; file: Blob },
    options: UploadOptions,
  ): Promise<ResponseOf<R>> {
    const address = addressOf(route, input);
    const response = await sendWithToken(ports.tokens, (token) =>
      exchange(makeRequest(), route, address, input.file, token, options),
    );
    return answerOf(route, await response.json().catch(() => undefined));
  };
}

function exchange(
  request: XMLHttpRequest,
  route: AnyRoute,
  address: string,
  file: Blob,
  token: string,
  { signal, onProgress }: UploadOptions,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const stop = () => request.abort();
    let stalled = setTimeout(stop, timeouts['api.upload']);
    request.open(route.method, address);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', file.type);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(stalled);
      stalled = setTimeout(stop, timeouts['api.upload']);
      onProgress(total > 0 ? loaded / total : 0);
    };
    request.onerror = () => reject(new OfflineError());
    request.onabort = () => reject(signal.aborted ? (signal.reason as Error) : new DeadlineError(route.method));
    request.onload = () => {
      const headers = { 'content-type': request.getResponseHeader('content-type') ?? '' };
      const response = new Response(request.responseText, { status: request.status, headers });
      if (response.ok) resolve(response);
      else toAppError(response).then(reject, reject);
    };
    request.onloadend = () => {
      clearTimeout(stalled);
      signal.removeEventListener('abort', stop);
    };
    if (signal.aborted) {
      clearTimeout(stalled);
      return reject(signal.reason as Error);
    }
    signal.addEventListener('abort', stop, { once: true });
    request.send(file);
  });
}

import { AppError } from '@yunzhen/shared/core/errors';
import type { SessionTokens } from './session-tokens.ts';

/** Error codes that a fresh access token may resolve. */
const renewable = new Set(['auth.required', 'auth.session-expired']);

export interface CurrentTokens {
  current: () => { accessToken: string } | null;
  renew: SessionTokens['renew'];
}

/** Sends a request with the session’s access token, and once more with a fresh one where the server asks for it. */
export async function sendWithToken<T>(tokens: CurrentTokens, send: (token: string) => Promise<T>): Promise<T> {
  const token = tokens.current()?.accessToken ?? (await tokens.renew(null));
  try {
    return await send(token);
  } catch (error) {
    if (!(error instanceof AppError) || !renewable.has(error.code)) throw error;
    return send(await tokens.renew(token));
  }
}

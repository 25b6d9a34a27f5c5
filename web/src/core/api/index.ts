import { browserSessionPorts } from './browser-session.ts';
import { createApiClient } from './client.ts';
import { fetchOrTake } from './early-reads.ts';
import { createSessionTokens } from './session-tokens.ts';

/** The session and the client of this tab. */
export const sessionTokens = createSessionTokens(browserSessionPorts());
export const api = createApiClient({ tokens: sessionTokens, fetch: fetchOrTake });

export { DeadlineError } from './deadline.ts';
export { OfflineError } from './offline-error.ts';
export { mayPass } from './retry.ts';
export { createApiClient, type ApiClient } from './client.ts';
export { isSamePerson } from './session-tokens.ts';
export type { SessionEnd } from './session-tokens.ts';

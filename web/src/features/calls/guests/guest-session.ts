import type { openGuestSession } from '@yunzhen/shared/calls/conduct.contract';
import type { ResponseOf } from '@yunzhen/shared/core/route';
import { createApiClient, type ApiClient } from '../../../core/api/index.ts';
import { requestGuestSession } from './actions.ts';

type GuestGrant = ResponseOf<typeof openGuestSession>;

/** A token is renewed this long before it expires. */
const renewalLeadMs = 60_000;

/**
 * Session of a guest who came with a link, independent of any other session of this browser. The token is never shared with other tabs; its key stays
 * in this tab until the tab is closed.
 */
export class GuestSession {
  readonly api: ApiClient;
  readonly #invitationId: string;
  readonly #key: string;
  #grant: GuestGrant | undefined;
  #opening: Promise<GuestGrant> | undefined;

  constructor(invitationId: string, key: string) {
    this.#invitationId = invitationId;
    this.#key = key;
    this.api = createApiClient({
      tokens: { current: () => this.#current(), renew: async (stale) => (await this.#renew(stale)).accessToken },
      fetch: (...request) => fetch(...request),
    });
  }

  /** Opens the session, or returns the open one. Throws `invitation.unusable` once it is over. */
  open(): Promise<GuestGrant> {
    return this.#renew(null);
  }

  #current() {
    const grant = this.#grant;
    return grant && Date.parse(grant.expiresAt) - Date.now() > renewalLeadMs ? grant : null;
  }

  #renew(stale: string | null): Promise<GuestGrant> {
    const current = this.#current();
    if (current && current.accessToken !== stale) return Promise.resolve(current);
    this.#opening ??= requestGuestSession(this.#invitationId, this.#key)
      .then((grant) => (this.#grant = grant))
      .finally(() => (this.#opening = undefined));
    return this.#opening;
  }
}

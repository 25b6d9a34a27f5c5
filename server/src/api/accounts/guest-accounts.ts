import type { Locale } from '@yunzhen/shared/core/locale';
import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { AccessTokens } from '../../platform/tickets/access-token.ts';
import { Service } from '../../platform/service.ts';
import type { AccountsRepository } from './accounts.repository.ts';
import { noPassword } from './sign-in/passwords.ts';
import type { SessionsRepository } from './sessions/sessions.repository.ts';

/** Longer than any visit: a guest’s session ends with the visit, and this limit applies only if that fails. */
const guestSessionLifetime = DAY_MS;

interface GuestAccountsDeps {
  accounts: AccountsRepository;
  sessions: SessionsRepository;
  accessTokens: AccessTokens;
}

/** Accounts of invited guests, each with one session that ends with its visit. They have no name and no address, so sign-in is impossible. */
export class GuestAccounts extends Service<GuestAccountsDeps> {
  /** Adds the account and its only session. */
  async add(tx: Tx, locale: Locale): Promise<Actor> {
    const actor = guestActor(tx.hospitalId, newId(), newId());
    const added = await this.deps.accounts.add(tx, {
      id: actor.accountId,
      email: `guest ${actor.accountId}`,
      phone: null,
      passwordHash: noPassword,
      roles: ['guest'],
      displayName: '',
      displayNameLatin: '',
      locale,
    });
    if (!added) throw new Error('new account id is already taken');
    const expiresAt = new Date(tx.now.getTime() + guestSessionLifetime);
    await this.deps.sessions.add(tx, {
      id: actor.sessionId,
      accountId: actor.accountId,
      expiresAt,
      factorPending: false,
      enrolmentProvenAt: null,
    });
    await tx.audit('account.created', { entity: 'account', entityId: actor.accountId, actor });
    return actor;
  }

  /** Issues a fresh access token for a session that the caller has checked to be live. */
  accessToken(tx: Tx, accountId: string, sessionId: string): { accessToken: string; expiresAt: Date; actor: Actor } {
    const actor = guestActor(tx.hospitalId, accountId, sessionId);
    return { ...this.deps.accessTokens.issue(actor, tx.now), actor };
  }

  /** Ends the session: from the commit on its tokens are rejected, and its sockets close. */
  async end(tx: Tx, accountId: string, sessionId: string): Promise<void> {
    await this.deps.sessions.end(tx, sessionId, 'signed-out');
    const actor = tx.context.actor ?? guestActor(tx.hospitalId, accountId, sessionId);
    await tx.audit('session.ended', { entity: 'session', entityId: sessionId, actor });
    tx.publish({ kind: 'session-ended', sessionId, reason: 'signed-out' });
  }
}

function guestActor(hospitalId: string, accountId: string, sessionId: string): Actor {
  return { accountId, hospitalId, sessionId, roles: ['guest'], patientId: null, practitionerId: null };
}

import { isStaff } from '@yunzhen/shared/core/permission';
import type { SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import type { Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { newId } from '../../../platform/ids.ts';
import type { AccessTokens } from '../../../platform/tickets/access-token.ts';
import { accountOf, pendingAccountOf } from '../account-view.ts';
import type { ActingRepository, Dependant } from '../acting/acting.repository.ts';
import type { AccountHolder } from '../accounts.repository.ts';
import { hasPassword } from '../sign-in/passwords.ts';
import { idleLifetime, pendingLifetime, sessionLifetime } from '../sign-in/sign-in.policy.ts';
import type { HospitalsService } from '../../administration/index.ts';
import { hashOfSecret, newRefreshSecret, writeRefreshCookie } from './refresh-secret.ts';
import type { SessionRow } from './session.entity.ts';
import type { SessionsRepository } from './sessions.repository.ts';

/** A session that has been opened or renewed: the answer, and what goes into the cookie. */
export interface OpenedSession {
  grant: SessionGrant;
  cookie: string;
  cookieExpiresAt: Date;
  /** Whose browser it is from now on, where a session was opened in it; null for a renewal, and for an account without a password. */
  knownTo: { holder: Pick<AccountHolder, 'id' | 'passwordHash'>; at: Date } | null;
}

interface SessionOpeningDeps {
  sessions: SessionsRepository;
  hospitals: HospitalsService;
  accessTokens: AccessTokens;
  acting: ActingRepository;
}

type SessionSpan = Pick<SessionRow, 'id' | 'expiresAt'>;

/** Opens sessions and hands out what their holder carries: an access token, and a refresh token in a cookie. */
export class SessionOpening extends Service<SessionOpeningDeps> {
  /**
   * Opens a session for a holder whose password has been checked or has just been set. One of staff waits for its second factor, unless
   * something else than a password opened it (`proven`).
   */
  async open(tx: Tx, holder: AccountHolder, proven = false): Promise<OpenedSession> {
    const factorPending = isStaff(holder.roles) && !proven;
    const lifetime = factorPending ? pendingLifetime : sessionLifetime;
    const session = { id: newId(), expiresAt: new Date(tx.now.getTime() + lifetime) };
    await this.deps.sessions.add(tx, { ...session, accountId: holder.id, factorPending });
    const actor = this.actorOf(tx, holder, session.id);
    await tx.audit('session.started', { entity: 'session', entityId: session.id, actor });
    const opened = await this.renew(tx, holder, session, newRefreshSecret());
    return hasPassword(holder.passwordHash) ? { ...opened, knownTo: { holder, at: tx.now } } : opened;
  }

  /** Adds a refresh token of that secret to the session and hands it out. */
  async renew(tx: Tx, holder: AccountHolder, session: SessionSpan, secret: string): Promise<OpenedSession> {
    const idleUntil = new Date(tx.now.getTime() + idleLifetime);
    const expiresAt = idleUntil < session.expiresAt ? idleUntil : session.expiresAt;
    const token = { id: newId(), expiresAt };
    await this.deps.sessions.addToken(tx, { ...token, sessionId: session.id, secretHash: hashOfSecret(secret) });
    return this.handOut(tx, holder, session, token, secret);
  }

  /** What the holder of an existing refresh token carries. */
  async handOut(
    tx: Tx,
    holder: AccountHolder,
    session: SessionSpan,
    token: { id: string; expiresAt: Date },
    secret: string,
  ): Promise<OpenedSession> {
    await this.deps.hospitals.requireOpen(tx);
    return {
      grant: await this.grant(tx, holder, session.id),
      cookie: writeRefreshCookie({ hospitalId: tx.hospitalId, tokenId: token.id, secret }),
      cookieExpiresAt: token.expiresAt,
      knownTo: null,
    };
  }

  /** An access token of the session as it is now, for whom it acts now. Nobody acts on what has ended meanwhile. */
  async grant(tx: Tx, holder: AccountHolder, sessionId: string): Promise<SessionGrant> {
    if (await this.deps.sessions.isFactorPending(tx, sessionId)) return this.#pendingGrant(tx, holder, sessionId);
    const patientId = await this.deps.acting.patientOf(tx, sessionId);
    const dependant = patientId === null ? null : await this.deps.acting.dependant(tx, holder.id, patientId);
    if (patientId !== null && !dependant) await this.deps.acting.set(tx, sessionId, null);
    const { accessToken, expiresAt } = this.deps.accessTokens.issue(
      this.actorOf(tx, holder, sessionId, dependant),
      tx.now,
    );
    const account = accountOf(holder, await this.deps.hospitals.current(tx), dependant);
    return { accessToken, expiresAt: expiresAt.toISOString(), account };
  }

  async #pendingGrant(tx: Tx, holder: AccountHolder, sessionId: string): Promise<SessionGrant> {
    const actor = pendingActorOf(tx, holder, sessionId);
    const { accessToken, expiresAt } = this.deps.accessTokens.issue(actor, tx.now);
    const account = pendingAccountOf(accountOf(holder, await this.deps.hospitals.current(tx), null));
    return { accessToken, expiresAt: expiresAt.toISOString(), account };
  }

  /** Who acts for somebody else does so as a patient, whatever else they are in this hospital. */
  actorOf(tx: Tx, holder: AccountHolder, sessionId: string, dependant: Dependant | null = null): Actor {
    return {
      accountId: holder.id,
      hospitalId: tx.hospitalId,
      sessionId,
      roles: dependant ? ['patient'] : holder.roles,
      patientId: dependant?.patientId ?? holder.patientId,
      practitionerId: dependant ? null : holder.practitionerId,
      ...(dependant ? { actingFor: { patientId: dependant.patientId, accountId: dependant.accountId } } : {}),
    };
  }
}

/** Not yet a person of the hospital: without a role, no route and no rule admits them. */
function pendingActorOf(tx: Tx, holder: AccountHolder, sessionId: string): Actor {
  const noRights = { roles: [], patientId: null, practitionerId: null };
  return { accountId: holder.id, hospitalId: tx.hospitalId, sessionId, ...noRights, factorPending: true };
}

import { isStaff } from '@yunzhen/shared/core/permission';
import type { SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import type { Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { newId } from '../../../platform/ids.ts';
import type { AccessTokens } from '../../../platform/tickets/access-token.ts';
import { accountOf, pendingAccountOf } from '../account-view.ts';
import type { Agreements } from '../agreements/agreements.ts';
import type { ActingRepository, Dependant } from '../acting/acting.repository.ts';
import type { AccountHolder } from '../accounts.repository.ts';
import { hasPassword } from '../sign-in/passwords.ts';
import { idleLifetime, pendingLifetime, sessionLifetime } from '../sign-in/sign-in.policy.ts';
import type { HospitalsService } from '../../administration/index.ts';
import type { TrustCookie } from '../trusted-devices/device-trust.ts';
import { hashOfSecret, newRefreshSecret, writeRefreshCookie } from './refresh-secret.ts';
import type { SessionRow } from './session.entity.ts';
import type { SessionsRepository } from './sessions.repository.ts';

/** A new or renewed session: the answer, and the content of the cookie. */
export interface OpenedSession {
  grant: SessionGrant;
  cookie: string;
  cookieExpiresAt: Date;
  /** The trusted browser’s next cookie, where it changes. */
  trust?: TrustCookie;
  /** The holder to add to the known-device cookie after a sign-in; null for a renewal, for guests and for the key of a counter. */
  knownTo: { holder: Pick<AccountHolder, 'id' | 'passwordHash'>; at: Date } | null;
}

interface SessionOpeningDeps {
  sessions: SessionsRepository;
  hospitals: HospitalsService;
  accessTokens: AccessTokens;
  acting: ActingRepository;
  agreements: Agreements;
}

/** What was given at the sign-in beside a password. */
interface Given {
  /** Something stronger than a password, in place of the second factor. */
  factor?: boolean;
  /** The secret of an invitation, or a code to the account’s address: it allows a first second factor. */
  link?: boolean;
  /** The trusted device in place of the second factor. */
  trustedDeviceId?: string | null;
}

type SessionSpan = Pick<SessionRow, 'id' | 'expiresAt'>;

/** Opens sessions and issues their access token and refresh cookie. */
export class SessionOpening extends Service<SessionOpeningDeps> {
  /**
   * Opens a session for a holder whose password was checked or just set. Staff sessions wait for the second factor, unless something stronger than a
   * password was given.
   */
  async open(
    tx: Tx,
    holder: AccountHolder,
    { factor = false, link = false, trustedDeviceId = null }: Given = {},
  ): Promise<OpenedSession> {
    const factorPending = isStaff(holder.roles) && !factor;
    const lifetime = factorPending ? pendingLifetime : sessionLifetime;
    const session = { id: newId(), expiresAt: new Date(tx.now.getTime() + lifetime) };
    const given = { factorPending, enrolmentProvenAt: link ? tx.now : null, trustedDeviceId };
    await this.deps.sessions.add(tx, { ...session, accountId: holder.id, ...given });
    const actor = this.actorOf(tx, holder, session.id);
    await tx.audit('session.started', { entity: 'session', entityId: session.id, actor });
    const opened = await this.renew(tx, holder, session, newRefreshSecret());
    // Patients without a password sign in with codes, which a known browser gets in any case.
    const isPerson = hasPassword(holder.passwordHash) || holder.roles.includes('patient');
    return isPerson ? { ...opened, knownTo: { holder, at: tx.now } } : opened;
  }

  /** Adds a refresh token with that secret to the session and issues it. */
  async renew(tx: Tx, holder: AccountHolder, session: SessionSpan, secret: string): Promise<OpenedSession> {
    const idleUntil = new Date(tx.now.getTime() + idleLifetime);
    const expiresAt = idleUntil < session.expiresAt ? idleUntil : session.expiresAt;
    const token = { id: newId(), expiresAt };
    await this.deps.sessions.addToken(tx, { ...token, sessionId: session.id, secretHash: hashOfSecret(secret) });
    return this.handOut(tx, holder, session, token, secret);
  }

  /** Issues the answer and cookie for an existing refresh token. */
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

  /** Issues an access token for the session’s current state and the patient whom it acts for now. A guardianship that has ended no longer counts. */
  async grant(tx: Tx, holder: AccountHolder, sessionId: string): Promise<SessionGrant> {
    if (await this.deps.sessions.isFactorPending(tx, sessionId)) return this.#pendingGrant(tx, holder, sessionId);
    const patientId = await this.deps.acting.patientOf(tx, sessionId);
    const dependant = patientId === null ? null : await this.deps.acting.dependant(tx, holder.id, patientId);
    if (patientId !== null && !dependant) await this.deps.acting.set(tx, sessionId, null);
    const { accessToken, expiresAt } = this.deps.accessTokens.issue(
      this.actorOf(tx, holder, sessionId, dependant),
      tx.now,
    );
    const due = await this.deps.agreements.due(tx, holder);
    const account = accountOf(holder, await this.deps.hospitals.current(tx), dependant, due);
    return { accessToken, expiresAt: expiresAt.toISOString(), account };
  }

  async #pendingGrant(tx: Tx, holder: AccountHolder, sessionId: string): Promise<SessionGrant> {
    const actor = pendingActorOf(tx, holder, sessionId);
    const { accessToken, expiresAt } = this.deps.accessTokens.issue(actor, tx.now);
    const account = pendingAccountOf(accountOf(holder, await this.deps.hospitals.current(tx), null, []));
    return { accessToken, expiresAt: expiresAt.toISOString(), account };
  }

  /** Returns the actor. A guardian who acts for a dependant has the patient role only, whatever their other roles. */
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

/** Returns an actor without roles, so that every route and policy rejects it until the second factor is given. */
function pendingActorOf(tx: Tx, holder: AccountHolder, sessionId: string): Actor {
  const noRights = { roles: [], patientId: null, practitionerId: null };
  return { accountId: holder.id, hospitalId: tx.hospitalId, sessionId, ...noRights, factorPending: true };
}

import { AppError, type ErrorCode } from '@yunzhen/shared/core/errors';
import type { RequestContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { judgeRefresh } from '../sign-in/sign-in.policy.ts';
import { isSecretOf, readRefreshCookie, type PresentedToken, type SecretSuccession } from './refresh-secret.ts';
import type { OpenedSession } from './session-opening.ts';
import type { AccountsPart } from '../accounts-part.ts';

interface Refused {
  refused: ErrorCode;
}

const over: Refused = { refused: 'auth.session-expired' };

interface RefreshServiceDeps extends AccountsPart<'transactions' | 'sessions' | 'endings' | 'accounts' | 'opening'> {
  succession: SecretSuccession;
}

/**
 * Refresh and sign-out with the refresh cookie. Each refresh uses its token up and issues the next one.
 * A second use of a token means that it or its successor was stolen, so the session ends for both holders.
 */
export class RefreshService extends Service<RefreshServiceDeps> {
  /** Returns a new access token and a new cookie. Throws `auth.session-expired`, or `auth.session-reused` for a used token. */
  async refresh(context: RequestContext, cookie: string | undefined): Promise<OpenedSession> {
    const presented = readRefreshCookie(cookie);
    if (!presented) throw new AppError('auth.required', 'refresh token is missing');
    const here = { ...context, hospitalId: presented.hospitalId, actor: null };
    // A refusal must commit what it writes, so the transaction returns it and it is thrown afterwards.
    const outcome = await this.deps.transactions.run(here, (tx) => this.#exchange(tx, presented));
    if ('refused' in outcome) throw new AppError(outcome.refused, 'refresh token is not valid');
    return outcome;
  }

  async #exchange(tx: Tx, presented: PresentedToken): Promise<OpenedSession | Refused> {
    const session = await this.deps.sessions.lockByToken(tx, presented.tokenId);
    // Read after the lock: a concurrent refresh may have used it.
    const token = session && (await this.deps.sessions.findToken(tx, presented.tokenId));
    if (!session || !token) return over;
    if (!isSecretOf(token.secretHash, presented.secret)) {
      const code = 'auth.session-expired';
      await tx.audit('session.refused', { entity: 'session', entityId: session.id, outcome: 'denied', code });
      return over;
    }
    const secret = this.deps.succession.after(presented.secret);
    const current = await this.deps.sessions.currentToken(tx, session.id);
    const successorUnused = current !== null && isSecretOf(current.secretHash, secret);
    const verdict = judgeRefresh(session, token, successorUnused, tx.now);
    if (verdict === 'over') return session.endReason === 'reused' ? { refused: 'auth.session-reused' } : over;
    if (verdict === 'reused') {
      await this.deps.endings.end(tx, session, 'reused');
      await tx.audit('session.reuse-detected', { entity: 'session', entityId: session.id, outcome: 'denied' });
      return { refused: 'auth.session-reused' };
    }
    const holder = await this.deps.accounts.byId(tx, session.accountId);
    if (holder?.status !== 'active') {
      await this.deps.endings.end(tx, session, 'account-disabled');
      await tx.audit('session.ended', { entity: 'session', entityId: session.id });
      return over;
    }
    if (verdict === 'repeat' && current) return this.deps.opening.handOut(tx, holder, session, current, secret);
    await this.deps.sessions.useToken(tx, token);
    return this.deps.opening.renew(tx, holder, session, secret);
  }

  /** Ends the cookie’s session and its sockets. Succeeds when there is no session. */
  async signOut(context: RequestContext, cookie: string | undefined): Promise<void> {
    const presented = readRefreshCookie(cookie);
    if (!presented) return;
    await this.deps.transactions.run({ ...context, hospitalId: presented.hospitalId, actor: null }, async (tx) => {
      const session = await this.deps.sessions.lockByToken(tx, presented.tokenId);
      const token = session && (await this.deps.sessions.findToken(tx, presented.tokenId));
      if (!session || !token || session.endedAt || !isSecretOf(token.secretHash, presented.secret)) return;
      const holder = await this.deps.accounts.byId(tx, session.accountId);
      await this.deps.endings.end(tx, session, 'signed-out');
      await tx.audit('session.ended', {
        entity: 'session',
        entityId: session.id,
        ...(holder ? { actor: this.deps.opening.actorOf(tx, holder, session.id) } : {}),
      });
    });
  }
}

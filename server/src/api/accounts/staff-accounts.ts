import type { Locale } from '@yunzhen/shared/core/locale';
import type { Role } from '@yunzhen/shared/core/permission';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { Service } from '../../platform/service.ts';
import type { OpenedSession } from './sessions/session-opening.ts';
import type { AccountsPart } from './accounts-part.ts';

export interface NewStaffAccount {
  email: string;
  passwordHash: string;
  roles: Role[];
  name: string;
  nameLatin: string;
  locale: Locale;
}

/** Accounts of the staff, as its administration makes, changes, closes and opens them. */
export class StaffAccounts extends Service<
  AccountsPart<'accounts' | 'sessions' | 'endings' | 'opening' | 'hooks' | 'factors' | 'notify'>
> {
  /** Makes the account; null when the e-mail address is taken in this hospital. */
  async add(tx: Tx, { name, nameLatin, ...account }: NewStaffAccount): Promise<string | null> {
    const id = newId();
    const names = { displayName: name, displayNameLatin: nameLatin };
    if (!(await this.deps.accounts.add(tx, { id, phone: null, ...account, ...names }))) return null;
    await tx.audit('account.created', { entity: 'account', entityId: id });
    return id;
  }

  /** Opens a session for somebody whom the caller has made sure of. */
  async open(tx: Tx, accountId: string): Promise<OpenedSession | null> {
    const holder = await this.deps.accounts.byId(tx, accountId);
    return holder?.status === 'active' ? this.deps.opening.open(tx, holder) : null;
  }

  /** From the commit on nothing is done under the roles that the account had: its sessions and sockets end. */
  async setRoles(tx: Tx, accountId: string, roles: readonly Role[]): Promise<void> {
    await this.deps.accounts.setRoles(tx, accountId, roles);
    await this.endSessions(tx, accountId);
  }

  /** From the commit on nobody can sign in to the account and none of its sessions is accepted. */
  async disable(tx: Tx, accountId: string): Promise<void> {
    await this.deps.accounts.setStatus(tx, accountId, 'disabled');
    await this.endSessions(tx, accountId);
  }

  /** What a page shows beside the account was changed: it is stale from now on. */
  raiseVersion(tx: Tx, accountId: string): Promise<void> {
    return this.deps.accounts.raiseVersion(tx, accountId);
  }

  async enable(tx: Tx, accountId: string): Promise<void> {
    await this.deps.accounts.setStatus(tx, accountId, 'active');
  }

  /** Takes all second factors away, with sessions and recovery codes, and tells the holder. The next sign-in sets up a new one. */
  async resetSecondFactor(tx: Tx, accountId: string): Promise<void> {
    const { factors, notify } = this.deps;
    await factors.lockAccount(tx, accountId);
    await factors.removeAll(tx, accountId);
    await this.endSessions(tx, accountId);
    await tx.audit('second-factor.reset', { entity: 'account', entityId: accountId });
    await notify.notify(tx, {
      to: { accountId },
      template: 'account.second-factor-reset',
      facts: { at: tx.now.toISOString() },
      link: '/sign-in',
    });
  }

  /** Signs everybody of the hospital out, patients and guests too. */
  async endEverySession(tx: Tx): Promise<void> {
    const ended = await this.deps.sessions.endOfHospital(tx, 'account-disabled');
    for (const sessionId of ended) tx.publish({ kind: 'session-ended', sessionId, reason: 'signed-out' });
  }

  /** Signs the account out everywhere. */
  async endSessions(tx: Tx, accountId: string): Promise<void> {
    await this.deps.endings.endAll(tx, accountId, 'account-disabled');
    await this.deps.hooks.onRightsLost.run(tx, accountId);
  }
}

import type { Locale } from '@yunzhen/shared/core/locale';
import type { Role } from '@yunzhen/shared/core/permission';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { Service } from '../../platform/service.ts';
import type { CodesService } from './codes/codes.service.ts';
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

interface StaffAccountsDeps extends AccountsPart<
  'accounts' | 'sessions' | 'endings' | 'opening' | 'hooks' | 'factors' | 'notify' | 'trusted'
> {
  codes: Pick<CodesService, 'handOver'>;
}

/** Staff accounts: created, changed, closed and opened by the administration. */
export class StaffAccounts extends Service<StaffAccountsDeps> {
  /** Adds the account. Returns null when the e-mail address is taken in this hospital. */
  async add(tx: Tx, { name, nameLatin, ...account }: NewStaffAccount): Promise<string | null> {
    const id = newId();
    const names = { displayName: name, displayNameLatin: nameLatin };
    if (!(await this.deps.accounts.add(tx, { id, phone: null, ...account, ...names }))) return null;
    await tx.audit('account.created', { entity: 'account', entityId: id });
    return id;
  }

  /** Opens a session for a person who has just accepted an invitation. */
  async open(tx: Tx, accountId: string): Promise<OpenedSession | null> {
    const holder = await this.deps.accounts.byId(tx, accountId);
    return holder?.status === 'active' ? this.deps.opening.open(tx, holder, { link: true }) : null;
  }

  /** Sets the roles and ends the account’s sessions and sockets, so that nothing happens under the earlier roles after the commit. */
  async setRoles(tx: Tx, accountId: string, roles: readonly Role[]): Promise<void> {
    await this.deps.accounts.setRoles(tx, accountId, roles);
    await this.endSessions(tx, accountId);
  }

  /** Disables the account: from the commit on, sign-in and its sessions are rejected. */
  async disable(tx: Tx, accountId: string): Promise<void> {
    await this.deps.accounts.setStatus(tx, accountId, 'disabled');
    await this.endSessions(tx, accountId);
  }

  /** Raises the account’s version, because data that pages show next to it has changed. */
  raiseVersion(tx: Tx, accountId: string): Promise<void> {
    return this.deps.accounts.raiseVersion(tx, accountId);
  }

  async enable(tx: Tx, accountId: string): Promise<void> {
    await this.deps.accounts.setStatus(tx, accountId, 'active');
  }

  /**
   * Removes all second factors, sessions and recovery codes, and notifies the holder. The next sign-in sets up a new factor. Returns the code that this
   * needs, to be handed over.
   */
  async resetSecondFactor(tx: Tx, accountId: string): Promise<string> {
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
    return this.deps.codes.handOver(tx, accountId);
  }

  /** Asks a member of staff to set up a second factor; a second time on the same day does nothing. */
  async remindOfSecondFactor(tx: Tx, accountId: string, day: string): Promise<void> {
    const message = { template: 'account.second-factor-wanted', facts: {}, link: '/sign-in' } as const;
    const dedupe = `second-factor-wanted:${day}`;
    if (await this.deps.notify.notify(tx, { to: { accountId }, ...message, dedupe }))
      await tx.audit('staff.second-factor-reminded', { entity: 'account', entityId: accountId });
  }

  /** Ends every session of the hospital, including patients’ and guests’, and the trust in every device. */
  async endEverySession(tx: Tx): Promise<void> {
    await this.deps.trusted.removeOfHospital(tx);
    const ended = await this.deps.sessions.endOfHospital(tx, 'account-disabled');
    for (const sessionId of ended) tx.publish({ kind: 'session-ended', sessionId, reason: 'signed-out' });
  }

  /** Ends every session of the account. */
  async endSessions(tx: Tx, accountId: string): Promise<void> {
    await this.deps.endings.endAll(tx, accountId, 'account-disabled');
    await this.deps.hooks.onRightsLost.run(tx, accountId);
  }
}

import type { Locale } from '@yunzhen/shared/core/locale';
import type { Role } from '@yunzhen/shared/core/permission';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { Service } from '../../platform/service.ts';
import type { AccountsRepository } from './accounts.repository.ts';
import type { SessionEndings } from './sessions/session-endings.ts';
import type { OpenedSession, SessionOpening } from './sessions/session-opening.ts';
import { hasPassword, noPassword } from './sign-in/passwords.ts';

export interface NewAccount {
  role: Role;
  /** Null for an account without sign-in by e-mail address. */
  person: { email: string; passwordHash: string } | null;
  name: string;
  nameLatin: string;
  locale: Locale;
}

interface CounterAccountsDeps {
  accounts: AccountsRepository;
  opening: SessionOpening;
  endings: SessionEndings;
}

/** Accounts that another module creates, opens and ends: people it has invited, and counters that a key opens. */
export class CounterAccounts extends Service<CounterAccountsDeps> {
  /** Adds the account. Returns null when the e-mail address is taken in this hospital. */
  async add(tx: Tx, { role, person, name, nameLatin, locale }: NewAccount): Promise<string | null> {
    const id = newId();
    const added = await this.deps.accounts.add(tx, {
      id,
      // A reserved domain that cannot be registered (RFC 2606).
      email: person?.email ?? `counter-${id}@pharmacy.invalid`,
      phone: null,
      passwordHash: person?.passwordHash ?? noPassword,
      roles: [role],
      displayName: name,
      displayNameLatin: nameLatin,
      locale,
    });
    if (!added) return null;
    await tx.audit('account.created', { entity: 'account', entityId: id });
    return id;
  }

  /**
   * Opens a session for a counter, which has only its key, or for a person who has just accepted an invitation. Returns null when the account was
   * ended.
   */
  async open(tx: Tx, accountId: string): Promise<OpenedSession | null> {
    const holder = await this.deps.accounts.byId(tx, accountId);
    if (holder?.status !== 'active') return null;
    const isPerson = hasPassword(holder.passwordHash);
    return this.deps.opening.open(tx, holder, { factor: !isPerson, link: isPerson });
  }

  /** Ends the account: from the commit on, sign-in and its sessions are rejected. */
  async end(tx: Tx, accountId: string): Promise<void> {
    await this.deps.accounts.disable(tx, accountId);
    await this.deps.endings.endAll(tx, accountId, 'account-disabled');
  }
}

import type { Locale } from '@yunzhen/shared/core/locale';
import type { Role } from '@yunzhen/shared/core/permission';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { AccountsRepository } from './accounts.repository.ts';
import type { SessionEndings } from './sessions/session-endings.ts';
import type { OpenedSession, SessionOpening } from './sessions/session-opening.ts';
import { hasPassword, noPassword } from './sign-in/passwords.ts';

export interface NewAccount {
  role: Role;
  /** Null for an account that no person signs in to by e-mail address. */
  person: { email: string; passwordHash: string } | null;
  name: string;
  nameLatin: string;
  locale: Locale;
}

/** Accounts that another module makes, opens and ends: people it has invited, and counters that a key opens. */
export class CounterAccounts {
  readonly #accounts: AccountsRepository;
  readonly #opening: SessionOpening;
  readonly #endings: SessionEndings;

  constructor(accounts: AccountsRepository, opening: SessionOpening, endings: SessionEndings) {
    this.#accounts = accounts;
    this.#opening = opening;
    this.#endings = endings;
  }

  /** Makes the account; null when the e-mail address is taken in this hospital. */
  async add(tx: Tx, { role, person, name, nameLatin, locale }: NewAccount): Promise<string | null> {
    const id = newId();
    const added = await this.#accounts.add(tx, {
      id,
      // Under a domain that nobody can own (RFC 2606).
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

  /** Opens a session for an account whose holder the caller has made sure of; null when the account has been ended. A counter has its key alone. */
  async open(tx: Tx, accountId: string): Promise<OpenedSession | null> {
    const holder = await this.#accounts.byId(tx, accountId);
    if (holder?.status !== 'active') return null;
    return this.#opening.open(tx, holder, !hasPassword(holder.passwordHash));
  }

  /** From the commit on nobody can sign in to the account and none of its sessions is accepted. */
  async end(tx: Tx, accountId: string): Promise<void> {
    await this.#accounts.disable(tx, accountId);
    await this.#endings.endAll(tx, accountId, 'account-disabled');
  }
}

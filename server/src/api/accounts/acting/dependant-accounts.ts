import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import type { AccountsRepository } from '../accounts.repository.ts';
import { noPassword } from '../sign-in/passwords.ts';
import type { ActingService } from './acting.service.ts';

/** Accounts of people who are acted for. */
export class DependantAccounts {
  readonly #accounts: AccountsRepository;
  readonly #acting: ActingService;

  constructor(accounts: AccountsRepository, acting: ActingService) {
    this.#accounts = accounts;
    this.#acting = acting;
  }

  /** An account that nobody signs in to: what concerns the dependant is told to it, and heard by whoever acts for them. */
  async add(tx: Tx, { name, nameLatin }: { name: string; nameLatin: string }): Promise<string> {
    const id = newId();
    const added = await this.#accounts.add(tx, {
      id,
      // Under a domain that nobody can own (RFC 2606).
      email: `dependant-${id}@family.invalid`,
      phone: null,
      passwordHash: noPassword,
      roles: ['patient'],
      displayName: name,
      displayNameLatin: nameLatin,
      locale: 'zh-CN',
    });
    if (!added) throw new Error('a fresh account id is not taken');
    await tx.audit('account.created', { entity: 'account', entityId: id });
    return id;
  }

  /** The account’s own record, whoever its session acts for. */
  async ownPatient(tx: Tx, accountId: string): Promise<string | null> {
    return (await this.#accounts.byId(tx, accountId))?.patientId ?? null;
  }

  release(tx: Tx, accountId: string, patientId: string): Promise<void> {
    return this.#acting.release(tx, accountId, patientId);
  }
}

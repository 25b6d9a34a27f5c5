import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { AccountsRepository } from '../accounts.repository.ts';
import { noPassword } from '../sign-in/passwords.ts';
import type { ActingService } from './acting.service.ts';

interface DependantAccountsDeps {
  accounts: AccountsRepository;
  acting: ActingService;
}

/** Accounts of dependants. */
export class DependantAccounts extends Service<DependantAccountsDeps> {
  /** Adds an account without sign-in. It receives the dependant’s messages, which their guardians read. */
  async add(tx: Tx, { name, nameLatin }: { name: string; nameLatin: string }): Promise<string> {
    const id = newId();
    const added = await this.deps.accounts.add(tx, {
      id,
      // A reserved domain that cannot be registered (RFC 2606).
      email: `dependant-${id}@family.invalid`,
      phone: null,
      passwordHash: noPassword,
      roles: ['patient'],
      displayName: name,
      displayNameLatin: nameLatin,
      locale: 'zh-CN',
    });
    if (!added) throw new Error('new account id is already taken');
    await tx.audit('account.created', { entity: 'account', entityId: id });
    return id;
  }

  /** Returns the account’s own patient record, also while its session acts for a dependant. */
  async ownPatient(tx: Tx, accountId: string): Promise<string | null> {
    return (await this.deps.accounts.byId(tx, accountId))?.patientId ?? null;
  }

  release(tx: Tx, accountId: string, patientId: string): Promise<void> {
    return this.deps.acting.release(tx, accountId, patientId);
  }
}

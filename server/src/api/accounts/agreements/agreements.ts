import type { AgreedText } from '@yunzhen/shared/accounts/agreements.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Role } from '@yunzhen/shared/core/permission';
import type { Locale } from '@yunzhen/shared/core/locale';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { agreementTexts } from '../../administration/index.ts';
import type { AccountHolder } from '../accounts.repository.ts';
import type { AgreementsRepository } from './agreements.repository.ts';

type Holder = Pick<AccountHolder, 'id'> & { roles: readonly Role[] };

interface AgreementsDeps {
  rows: AgreementsRepository;
}

/** What patients have agreed to, and what they still have to. Staff work under their contract and are not asked. */
export class Agreements extends Service<AgreementsDeps> {
  /** The texts whose version in force asks for an agreement that the account has not given. */
  async due(tx: Tx, { id, roles }: Holder): Promise<AgreedText[]> {
    if (!roles.includes('patient')) return [];
    const given = await this.deps.rows.of(tx, id);
    const texts = await agreementTexts(tx);
    return texts
      .filter(({ kind, counting }) => !given.some((one) => one.kind === kind && counting.includes(one.textVersion)))
      .map(({ kind, version }) => ({ kind, version }));
  }

  /** The versions in force, which a new account agrees to. Throws `account.agreement-needed` unless all are among `agreed`. */
  async requireCurrent(tx: Tx, agreed: readonly AgreedText[]): Promise<AgreedText[]> {
    const current = (await agreementTexts(tx)).map(({ kind, version }) => ({ kind, version }));
    return allOf(current, agreed);
  }

  /** What is due from the account. Throws `account.agreement-needed` unless all of it is among `agreed`. */
  async requireDue(tx: Tx, holder: Holder, agreed: readonly AgreedText[]): Promise<AgreedText[]> {
    return allOf(await this.due(tx, holder), agreed);
  }

  /** Stores and audits agreements; what was agreed to before is left out. */
  async give(tx: Tx, accountId: string, agreed: readonly AgreedText[], locale: Locale): Promise<void> {
    for (const text of agreed) {
      if (!(await this.deps.rows.add(tx, accountId, text, locale))) continue;
      const details = { kind: text.kind, version: text.version };
      await tx.audit('account.agreed', { entity: 'account', entityId: accountId, details });
    }
  }
}

function allOf(needed: AgreedText[], agreed: readonly AgreedText[]): AgreedText[] {
  const missing = needed.find(
    ({ kind, version }) => !agreed.some((one) => one.kind === kind && one.version === version),
  );
  if (missing) throw new AppError('account.agreement-needed', `agreement to ${missing.kind} is missing`);
  return needed;
}

import type { AgreedText } from '@yunzhen/shared/accounts/agreements.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { accountAgreementEntity, type AccountAgreementRow } from './account-agreement.entity.ts';

export class AgreementsRepository {
  /** The account’s agreements, newest first. */
  of(tx: Tx, accountId: string): Promise<AccountAgreementRow[]> {
    return tx.manager.find(accountAgreementEntity, { where: { accountId }, order: { agreedAt: 'DESC', kind: 'ASC' } });
  }

  /** Adds the agreement. Returns false when the account has agreed to that version before. */
  add(tx: Tx, accountId: string, { kind, version }: AgreedText, locale: Locale): Promise<boolean> {
    const { hospitalId, now: agreedAt } = tx;
    const text = { kind, textVersion: version, textLocale: locale };
    return insertUnlessThere(tx, accountAgreementEntity, { id: newId(), hospitalId, accountId, ...text, agreedAt });
  }
}

import type { MonthlyReportReaders } from '@yunzhen/shared/administration/hospital-settings.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import type { Role } from '@yunzhen/shared/core/permission';
import type { Tx } from '../../../platform/db/transaction.ts';

export interface ReportReader {
  accountId: string;
  locale: Locale;
}

const rolesOf: Readonly<Record<MonthlyReportReaders, readonly Role[]>> = {
  nobody: [],
  presidents: ['president'],
  'presidents-and-administrators': ['president', 'administrator'],
};

/** Accounts that receive the monthly report. */
export class ReportReaders {
  /** Returns active accounts of the chosen roles with a confirmed e-mail address, who want mail and have no notification with this key yet. */
  async untold(tx: Tx, readers: MonthlyReportReaders, dedupe: string): Promise<ReportReader[]> {
    return tx.query<ReportReader & Record<string, unknown>>(
      `SELECT a.id AS "accountId", a.locale FROM account a
       WHERE a.hospital_id = $1 AND a.status = 'active' AND a.roles && $2::text[] AND a.email_confirmed_at IS NOT NULL
         AND 'mail' = ANY(a.message_channels)
         AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.account_id = a.id AND n.dedupe = $3)
       ORDER BY a.id`,
      [tx.hospitalId, rolesOf[readers], dedupe],
    );
  }
}

import { closingMachine } from '@yunzhen/shared/accounts/account-closing';
import type { Tx } from '../../../platform/db/transaction.ts';
import { hospitalJob } from '../../../platform/jobs/hospital-job.ts';
import type { JobDefinition } from '../../../platform/jobs/jobs.ts';
import type { FamilyService } from '../family/family.service.ts';
import type { StaffAccounts } from '../staff-accounts.ts';
import type { ClosingRow } from './closing.repository.ts';
import type { AccountsPart } from '../accounts-part.ts';

interface Parts extends AccountsPart<'transactions' | 'closings' | 'notify' | 'log'> {
  family: Pick<FamilyService, 'endAllOf'>;
  staff: Pick<StaffAccounts, 'endSessions'>;
}

/** Closes due accounts every ten minutes. Each is one transaction, so a process that dies leaves an account either open or closed. */
export function closingJob(parts: Parts): JobDefinition {
  const { transactions, closings, log } = parts;
  return hospitalJob({
    name: 'close-accounts',
    cron: '*/10 * * * *',
    transactions,
    async work(context) {
      // One account that cannot be closed must not block the others.
      const left: string[] = [];
      for (;;) {
        const tried = await transactions.run(context, async (tx) => {
          const row = await closings.nextDue(tx, left);
          return row && { row, closed: await close(parts, tx, row) };
        });
        if (!tried) break;
        if (!tried.closed)
          log.warn({ closingId: tried.row.id }, 'account closing postponed: the account still has open obligations');
        left.push(tried.row.id);
      }
    },
  });
}

/** Returns false when something is still in progress for the patient, or when the account has become staff. */
async function close(parts: Parts, tx: Tx, { id, accountId, patientId }: ClosingRow): Promise<boolean> {
  const { closings, family, notify } = parts;
  await closings.holdPatient(tx, patientId);
  // Withdrawn, or carried out by another process, while this one waited for the lock.
  const row = await closings.lock(tx, id);
  if (!row || !closingMachine.can(row.state, 'carry-out')) return true;
  const leaving = await closings.leaving(tx, accountId);
  const obstacles = await closings.obstacles(tx, patientId);
  if (!leaving || leaving.roles.some((role) => role !== 'patient') || obstacles.length > 0) return false;
  await family.endAllOf(tx, accountId, patientId);
  await parts.staff.endSessions(tx, accountId);
  const { recordKept, rowsGone } = await closings.closeAccount(tx, id);
  await closings.save(tx, { ...row, state: closingMachine.next(row.state, 'carry-out'), endedAt: tx.now, recordKept });
  const details = { recordKept, rows: rowsGone };
  await tx.audit('account.closed', { entity: 'account-closing', entityId: id, patientId, details });
  // The message goes to the addresses that the account had. They are deleted together with the messages.
  const { email, phone, locale } = leaving;
  const said = { locale, template: 'account.closed', facts: {}, dedupe: `account-closing ${id}` } as const;
  if (email) await notify.sendTo(tx, { ...said, channel: 'mail', address: email });
  if (phone) await notify.sendTo(tx, { ...said, channel: 'sms', address: phone });
  return true;
}

import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import { localized, type Locale } from '@yunzhen/shared/core/locale';
import type { checkStaffFile, importStaff } from '@yunzhen/shared/directory/staff-file.contract';
import { staffFileColumns, type StaffFileColumn } from '@yunzhen/shared/directory/staff-file.constants';
import { isStaffRole } from '@yunzhen/shared/directory/staff';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { csvLines } from '../../../platform/csv/write-csv.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { Notify } from '../../notifications/index.ts';
import type { InvitingService } from '../staff/inviting.service.ts';
import type { StaffInvitationRepository } from '../staff/staff-invitation.repository.ts';
import type { StaffRepository, StaffRow } from '../staff/staff.repository.ts';
import { checkRow } from './row-invitation.ts';
import { staffFileRows } from './staff-file-rows.ts';

interface StaffFilesServiceDeps {
  transactions: Transactions;
  staff: StaffRepository;
  inviting: Pick<InvitingService, 'inviteInto'>;
  invitations: Pick<StaffInvitationRepository, 'lockImports'>;
  notify: Pick<Notify, 'can'>;
}

/** Staff as a CSV file: checked without storing anything, imported as invitations, and exported with the same columns. */
export class StaffFilesService extends Service<StaffFilesServiceDeps> {
  check(context: ActorContext, bytes: Uint8Array, locale: Locale): Promise<ResponseOf<typeof checkStaffFile>> {
    return this.deps.transactions.run(context, async (tx) => {
      await tx.audit('staff.file-checked', { entity: 'staff-list', entityId: null });
      const canSend = this.deps.notify.can('mail');
      const rows = staffFileRows(bytes);
      if (!Array.isArray(rows)) return { canSend, failure: rows, rows: [] };
      const departments = await this.deps.staff.departmentCodes(tx);
      const emails = rows.map(({ cells }) => cells.email.toLowerCase());
      const known = await this.#known(tx, emails);
      return {
        canSend,
        failure: null,
        rows: rows.map((row, at) => {
          const { name, email } = row.cells;
          const { invitation, faults } = checkRow(row, { departments, locale });
          const rule = emails.indexOf(emails[at] ?? '') < at ? 'duplicate' : known.get(emails[at] ?? '');
          if (rule) faults.push({ column: 'email', rule });
          return {
            line: row.line,
            name: name.slice(0, 80),
            email: email.slice(0, 254),
            invitation: rule ? null : invitation,
            faults,
          };
        }),
      };
    });
  }

  /** Throws `staff.import-changed` when a person of the file has joined or was invited since the check. */
  import(context: ActorContext, { invitations }: BodyOf<typeof importStaff>): Promise<ResponseOf<typeof importStaff>> {
    return this.deps.transactions.command(context, 'importStaff', async (tx) => {
      await this.deps.invitations.lockImports(tx);
      const emails = invitations.map(({ email }) => email);
      if (new Set(emails).size < emails.length || (await this.#known(tx, emails)).size > 0)
        throw new AppError('staff.import-changed', 'a person of the file was invited or has joined since the check');
      for (const each of invitations) await this.deps.inviting.inviteInto(tx, each);
      await tx.audit('staff.imported', {
        entity: 'staff-list',
        entityId: null,
        details: { invited: invitations.length },
      });
      return { invited: invitations.length };
    });
  }

  export(context: ActorContext, locale: Locale): Promise<Buffer> {
    return this.deps.transactions.run(context, async (tx) => {
      const codes = new Map([...(await this.deps.staff.departmentCodes(tx))].map(([code, id]) => [id, code]));
      const rows = await this.deps.staff.exported(tx);
      await tx.audit('staff.exported', { entity: 'staff-list', entityId: null, details: { rows: rows.length } });
      const heading = staffFileColumns.map(([, names]) => localized(names, locale));
      const lines = rows.map((row) => {
        const cells = cellsOf(row, codes);
        return staffFileColumns.map(([name]) => cells[name]);
      });
      return Buffer.from(csvLines([heading, ...lines], { mark: true }));
    });
  }

  /** Why these addresses cannot be invited, by address. */
  async #known(tx: Tx, emails: readonly string[]): Promise<Map<string, 'taken' | 'invited'>> {
    return new Map((await this.deps.staff.knownAddresses(tx, emails)).map(({ email, rule }) => [email, rule]));
  }
}

/** The practitioner’s details, or those that an applicant states. */
function cellsOf(row: StaffRow, codes: ReadonlyMap<string, string>): Record<StaffFileColumn, string> {
  const details = row.practitionerId ? row : row.draft;
  return {
    name: row.name,
    nameLatin: row.nameLatin,
    email: row.email,
    roles: row.roles.filter(isStaffRole).join(';'),
    titleZh: details?.title.zh ?? '',
    titleEn: details?.title.en ?? '',
    licenceNumber: details?.licenceNumber ?? '',
    licenceValidUntil: details?.licenceValidUntil ?? '',
    yearsOfPractice: String(details?.yearsOfPractice ?? ''),
    languages: details?.languages.join(';') ?? '',
    departments: (details?.departmentIds ?? []).map((id) => codes.get(id) ?? '').join(';'),
  };
}

import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  countMissingFactors,
  listStaff,
  PractitionerDetails,
  remindOfSecondFactor,
  resetSecondFactor,
  setStaffRoles,
  StaffMember,
} from '@yunzhen/shared/directory/staff.contract';
import { objectionToRoles, practitionerKindOf, type StaffRole } from '@yunzhen/shared/directory/staff';
import { AppError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { StaffAccounts } from '../../accounts/index.ts';
import type { HospitalsService } from '../../administration/index.ts';
import { requireDepartment, type Practitioners } from './practitioners.ts';
import { toStaffMember } from './staff-view.ts';
import type { StaffRepository, StaffRow } from './staff.repository.ts';

interface StaffServiceDeps {
  transactions: Transactions;
  staff: StaffRepository;
  practitioners: Practitioners;
  accounts: StaffAccounts;
  hospitals: HospitalsService;
  confirmSigner(tx: Tx, actor: Actor): Promise<void>;
  changeDuty(tx: Tx, practitioner: { id: string; accountId: string }, onDuty: boolean): Promise<void>;
}

/** Throws `staff.roles-refused` with the reason when these roles cannot be combined in one account. */
export function requireRoles(roles: readonly StaffRole[]): void {
  const objection = objectionToRoles(roles);
  if (objection)
    throw new AppError('staff.roles-refused', 'roles cannot be combined', {
      facts: { reason: objection },
      fields: [{ path: 'roles', rule: objection }],
    });
}

/** Staff: who they are, their roles, and whether they may sign in. */
export class StaffService extends Service<StaffServiceDeps> {
  list(context: ActorContext, query: QueryOf<typeof listStaff>): Promise<ResponseOf<typeof listStaff>> {
    return this.deps.transactions.run(context, async (tx) => {
      const { cursor, role = null, state = null, licence = null, ...rest } = query;
      const today = await this.#today(tx);
      const filter = { ...rest, role, state, licence, today, after: decodeSortedPlace(cursor) };
      const rows = await this.deps.staff.list(tx, filter);
      await tx.audit('staff.listed', { entity: 'staff-list', entityId: null });
      const { slug } = await this.deps.hospitals.current(tx);
      return cutPage(rows, query.limit, sortedPlace, (row) => toStaffMember(row, { today, slug, now: tx.now }));
    });
  }

  read(context: ActorContext, accountId: string): Promise<StaffMember> {
    return this.deps.transactions.run(context, async (tx) => {
      const member = await this.view(tx, accountId);
      await tx.audit('staff.read', { entity: 'account', entityId: accountId });
      return member;
    });
  }

  /** Throws `staff.last-administrator`, `staff.roles-refused`, `staff.practitioner-missing`; `staff.not-confirmed` for an applicant. */
  setRoles(
    context: ActorContext,
    accountId: string,
    version: number,
    { roles, practitioner }: BodyOf<typeof setStaffRoles>,
  ): Promise<StaffMember> {
    const { transactions, practitioners, accounts, confirmSigner, changeDuty } = this.deps;
    return transactions.command(context, 'setStaffRoles', async (tx) => {
      await this.#requireAnotherAdministrator(tx, accountId, roles);
      const row = await this.lock(tx, accountId, version);
      if (row.kindWanted)
        throw new AppError('staff.not-confirmed', 'roles of an applicant are granted by confirmation');
      requireRoles(roles);
      await confirmSigner(tx, context.actor);
      const kind = practitionerKindOf(roles);
      if (kind && row.practitionerId && row.kind !== kind)
        throw new AppError('staff.roles-refused', 'role cannot be removed from a person who has signed documents', {
          facts: { reason: 'one-profession' },
        });
      if (!kind && row.practitionerId) await changeDuty(tx, { id: row.practitionerId, accountId }, false);
      await accounts.setRoles(tx, accountId, [...new Set(roles)]);
      if (kind && !row.practitionerId) {
        requireDepartment(kind, practitioner, 'practitioner.departmentIds');
        const { name, nameLatin } = row;
        await practitioners.join(tx, { accountId, name, nameLatin, roles, details: practitioner });
      }
      const details = { before: row.roles.join(' '), after: roles.join(' ') };
      await tx.audit('staff.roles-changed', { entity: 'account', entityId: accountId, details });
      return this.view(tx, accountId);
    });
  }

  savePractitioner(
    context: ActorContext,
    accountId: string,
    version: number,
    details: PractitionerDetails,
  ): Promise<StaffMember> {
    const { transactions, staff, practitioners } = this.deps;
    return transactions.command(context, 'savePractitioner', async (tx) => {
      const row = await this.lock(tx, accountId, version);
      if (!row.practitionerId) throw new AppError('resource.not-found', 'practitioner not found');
      requireDepartment(row.kind, details, 'departmentIds');
      await staff.savePractitioner(tx, row.practitionerId, details);
      await practitioners.place(tx, row.practitionerId, details.departmentIds);
      await this.deps.accounts.raiseVersion(tx, accountId);
      const entry = { entity: 'practitioner', entityId: row.practitionerId, details: { version: version + 1 } };
      await tx.audit('staff.practitioner-changed', entry);
      return this.view(tx, accountId);
    });
  }

  /** Disables the account and ends its sessions. Idempotent. Throws `staff.last-administrator`. */
  disable(context: ActorContext, accountId: string): Promise<StaffMember> {
    const { transactions, accounts, changeDuty } = this.deps;
    return transactions.command(context, 'disableStaffMember', async (tx) => {
      await this.#requireAnotherAdministrator(tx, accountId, []);
      const row = await this.lock(tx, accountId);
      if (row.status === 'active') {
        // The practitioner is locked before their visits, as everywhere.
        if (row.practitionerId) await changeDuty(tx, { id: row.practitionerId, accountId }, false);
        await accounts.disable(tx, accountId);
        await tx.audit('staff.disabled', { entity: 'account', entityId: accountId });
      }
      return this.view(tx, accountId);
    });
  }

  enable(context: ActorContext, accountId: string): Promise<StaffMember> {
    const { transactions, accounts, confirmSigner } = this.deps;
    return transactions.command(context, 'enableStaffMember', async (tx) => {
      const row = await this.lock(tx, accountId);
      if (row.status === 'disabled') {
        await confirmSigner(tx, context.actor);
        await accounts.enable(tx, accountId);
        await tx.audit('staff.enabled', { entity: 'account', entityId: accountId });
      }
      return this.view(tx, accountId);
    });
  }

  /**
   * Resets the factors of a colleague who lost phone and codes. People change their own on the security page, with an existing factor. Not a command
   * with an idempotency key, because stored answers would contain the code: a retry creates a new one and invalidates the first.
   */
  resetSecondFactor(context: ActorContext, accountId: string): Promise<ResponseOf<typeof resetSecondFactor>> {
    return this.deps.transactions.run(context, async (tx) => {
      if (accountId === context.actor.accountId)
        throw new AppError('auth.forbidden', 'administrators cannot reset their own second factor');
      await this.lock(tx, accountId);
      const code = await this.deps.accounts.resetSecondFactor(tx, accountId);
      return { member: await this.view(tx, accountId), code };
    });
  }

  countMissingFactors(context: ActorContext): Promise<ResponseOf<typeof countMissingFactors>> {
    return this.deps.transactions.run(context, async (tx) => {
      const missing = await this.deps.staff.withoutSecondFactor(tx);
      await tx.audit('staff.listed', { entity: 'staff-list', entityId: null });
      return { missing: missing.length };
    });
  }

  /** They have to set one up at their next sign-in anyway; a reminder keeps that from happening when patients wait. */
  remindOfSecondFactor(context: ActorContext): Promise<ResponseOf<typeof remindOfSecondFactor>> {
    return this.deps.transactions.command(context, 'remindOfSecondFactor', async (tx) => {
      const day = await this.#today(tx);
      const missing = await this.deps.staff.withoutSecondFactor(tx);
      for (const accountId of missing) await this.deps.accounts.remindOfSecondFactor(tx, accountId, day);
      return { missing: missing.length };
    });
  }

  /** Throws when no administrator would remain, because the hospital could not recover from that. */
  async #requireAnotherAdministrator(tx: Tx, accountId: string, roles: readonly StaffRole[]): Promise<void> {
    if (roles.includes('administrator')) return;
    const administrators = await this.deps.staff.lockAdministrators(tx);
    if (administrators.includes(accountId) && administrators.length === 1)
      throw new AppError('staff.last-administrator', 'hospital needs at least one administrator');
  }

  /** Locks a person for a change. Throws `resource.stale` for another version. */
  async lock(tx: Tx, accountId: string, version?: number): Promise<StaffRow> {
    const row = await this.deps.staff.lock(tx, accountId);
    if (!row) throw new AppError('resource.not-found', 'staff member not found');
    if (version !== undefined && row.version !== version)
      throw new AppError('resource.stale', 'staff member version is outdated', { facts: { version: row.version } });
    return row;
  }

  async view(tx: Tx, accountId: string): Promise<StaffMember> {
    const row = await this.deps.staff.byId(tx, accountId);
    if (!row) throw new AppError('resource.not-found', 'staff member not found');
    const { slug, timeZone } = await this.deps.hospitals.current(tx);
    return toStaffMember(row, { today: dayIn(timeZone, tx.now), slug, now: tx.now });
  }

  async #today(tx: Tx): Promise<string> {
    return dayIn((await this.deps.hospitals.current(tx)).timeZone, tx.now);
  }
}

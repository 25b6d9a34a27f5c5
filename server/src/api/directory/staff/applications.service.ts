import type { BodyOf } from '@yunzhen/shared/core/route';
import type { OwnApplication } from '@yunzhen/shared/directory/applications.contract';
import type { PractitionerDetails, returnApplication } from '@yunzhen/shared/directory/staff.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { judgePicture, type FileJudge } from '../../../platform/files/file-judge.ts';
import { Service } from '../../../platform/service.ts';
import type { StaffAccounts } from '../../accounts/index.ts';
import type { HospitalsService } from '../../administration/index.ts';
import type { Notify } from '../../notifications/index.ts';
import { cutPortrait } from '../portraits/portrait-picture.ts';
import type { ApplicationsRepository } from './applications.repository.ts';
import { requireDepartment, type Practitioners } from './practitioners.ts';
import type { StaffApplicationRow } from './staff-application.entity.ts';
import type { StaffRepository, StaffRow } from './staff.repository.ts';
import type { StaffService } from './staff.service.ts';

interface ApplicationsServiceDeps {
  transactions: Transactions;
  applications: ApplicationsRepository;
  staff: StaffRepository;
  /** Locks, checks the version and shows a staff member. */
  members: Pick<StaffService, 'lock' | 'view'>;
  practitioners: Practitioners;
  accounts: StaffAccounts;
  hospitals: Pick<HospitalsService, 'current'>;
  notify: Pick<Notify, 'notify'>;
  judge: FileJudge;
}

/**
 * Invited practitioners state their licence themselves. Until an administrator confirms it, the account has the role applicant only: no practitioner
 * exists who could be chosen, see a patient or sign.
 */
export class ApplicationsService extends Service<ApplicationsServiceDeps> {
  own(context: ActorContext): Promise<OwnApplication> {
    return this.deps.transactions.run(context, async (tx) => {
      const own = await this.#own(tx, context);
      await tx.audit('staff.application-read', { entity: 'account', entityId: context.actor.accountId });
      return own;
    });
  }

  /** Sends the details to the administrators, for the first time or corrected. */
  submit(context: ActorContext, version: number, details: PractitionerDetails): Promise<OwnApplication> {
    const { transactions, applications, accounts, members, notify } = this.deps;
    return transactions.command(context, 'submitApplication', async (tx) => {
      const { accountId } = context.actor;
      const member = await members.lock(tx, accountId, version);
      await this.#open(tx, accountId);
      await this.deps.practitioners.requireDepartments(tx, details.departmentIds);
      await applications.submit(tx, accountId, details);
      await accounts.raiseVersion(tx, accountId);
      await tx.audit('staff.application-submitted', { entity: 'account', entityId: accountId });
      for (const administrator of await applications.administrators(tx))
        await notify.notify(tx, {
          to: { accountId: administrator },
          template: 'staff.details-sent',
          facts: { who: namesOf(member) },
          link: `/staff/${accountId}`,
          dedupe: `staff-details ${accountId} ${String(version)}`,
        });
      return this.#own(tx, context);
    });
  }

  /** Throws `attachment.type-refused` and `attachment.unsafe`. */
  async savePortrait(context: ActorContext, bytes: Buffer): Promise<OwnApplication> {
    const { transactions, applications, judge } = this.deps;
    const { accountId } = context.actor;
    await transactions.run(context, (tx) => this.#open(tx, accountId));
    // Done outside a transaction, because it is slow.
    const picture = await cutPortrait(await judgePicture(judge, bytes, context.requestId));
    return transactions.run(context, async (tx) => {
      await this.deps.members.lock(tx, accountId);
      await this.#open(tx, accountId);
      await applications.savePortrait(tx, accountId, picture);
      await this.deps.accounts.raiseVersion(tx, accountId);
      await tx.audit('portrait.saved', { entity: 'account', entityId: accountId });
      return this.#own(tx, context);
    });
  }

  /** Idempotent: without a picture nothing changes. */
  removePortrait(context: ActorContext): Promise<OwnApplication> {
    const { transactions, applications, accounts, members } = this.deps;
    const { accountId } = context.actor;
    return transactions.run(context, async (tx) => {
      await members.lock(tx, accountId);
      const { portraitSha256 } = await this.#open(tx, accountId);
      if (portraitSha256 !== null) {
        await applications.removePortrait(tx, accountId);
        await accounts.raiseVersion(tx, accountId);
        await tx.audit('portrait.removed', { entity: 'account', entityId: accountId });
      }
      return this.#own(tx, context);
    });
  }

  /** Grants the roles with the details as the administrator checked them. Throws `staff.nothing-to-confirm`. */
  confirm(context: ActorContext, accountId: string, version: number, details: PractitionerDetails) {
    const { transactions, applications, accounts, members, practitioners } = this.deps;
    return transactions.command(context, 'confirmApplication', async (tx) => {
      const member = await members.lock(tx, accountId, version);
      const row = await this.#submitted(tx, member);
      requireDepartment(member.kindWanted, details, 'departmentIds');
      await accounts.setRoles(tx, accountId, row.roles);
      const { name, nameLatin } = member;
      const practitionerId = await practitioners.join(tx, { accountId, name, nameLatin, roles: row.roles, details });
      if (practitionerId && member.kindWanted === 'doctor') await applications.publishPortrait(tx, practitionerId, row);
      await applications.confirm(tx, accountId, details);
      const changed = changedParts(row.draft, details);
      await tx.audit('staff.confirmed', {
        entity: 'account',
        entityId: accountId,
        details: { roles: row.roles.join(' '), changed: changed.join(' ') },
      });
      await this.deps.notify.notify(tx, {
        to: { accountId },
        template: 'staff.confirmed',
        facts: {},
        link: '/sign-in',
      });
      return members.view(tx, accountId);
    });
  }

  /** Asks the person for corrections. Throws `staff.nothing-to-confirm`. */
  giveBack(context: ActorContext, accountId: string, version: number, { note }: BodyOf<typeof returnApplication>) {
    const { transactions, applications, accounts, members, notify } = this.deps;
    return transactions.command(context, 'returnApplication', async (tx) => {
      await this.#submitted(tx, await members.lock(tx, accountId, version));
      await applications.giveBack(tx, accountId, note);
      await accounts.raiseVersion(tx, accountId);
      await tx.audit('staff.application-returned', { entity: 'account', entityId: accountId });
      await notify.notify(tx, {
        to: { accountId },
        template: 'staff.details-returned',
        facts: {},
        link: '/application',
      });
      return members.view(tx, accountId);
    });
  }

  /** Reminds people who joined three days ago and have not sent their details. Once each. */
  async remind(tx: Tx, startedBefore: Date): Promise<void> {
    for (const accountId of await this.deps.applications.dueForReminder(tx, startedBefore)) {
      await tx.audit('staff.invitation-reminded', { entity: 'account', entityId: accountId });
      const to = { accountId };
      await this.deps.notify.notify(tx, { to, template: 'staff.details-missing', facts: {}, link: '/application' });
    }
  }

  async #submitted(tx: Tx, member: StaffRow): Promise<StaffApplicationRow> {
    const row = member.status === 'active' ? await this.deps.applications.open(tx, member.id) : null;
    if (!row?.submittedAt) throw new AppError('staff.nothing-to-confirm', 'the person has not sent their details');
    return row;
  }

  async #open(tx: Tx, accountId: string): Promise<StaffApplicationRow> {
    const row = await this.deps.applications.open(tx, accountId);
    if (!row) throw new AppError('resource.not-found', 'application not found');
    return row;
  }

  async #own(tx: Tx, { actor }: ActorContext): Promise<OwnApplication> {
    const { version, roles, application } = await this.deps.members.view(tx, actor.accountId);
    if (!application) throw new AppError('resource.not-found', 'application not found');
    return { version, roles, ...application };
  }
}

const namesOf = ({ name, nameLatin }: StaffRow) => ({ name, nameLatin });

/** Returns the parts that the administrator changed before confirming. */
function changedParts(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(after).filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}

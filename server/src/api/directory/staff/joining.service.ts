import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { acceptStaffInvitation, openStaffInvitation } from '@yunzhen/shared/directory/staff.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Role } from '@yunzhen/shared/core/permission';
import type { HospitalContext, RequestContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import {
  hashPassword,
  namesOf,
  objectionToPassword,
  requireInvitation,
  type StaffAccounts,
} from '../../accounts/index.ts';
import type { Hospital, HospitalsService } from '../../administration/index.ts';
import { practitionerKindOf } from '@yunzhen/shared/directory/staff';
import type { ApplicationsRepository } from './applications.repository.ts';
import { blankDraft } from './blank-draft.ts';
import type { StaffInvitationRepository, StaffInvitationRow } from './staff-invitation.repository.ts';

interface JoiningServiceDeps {
  transactions: Transactions;
  hospitals: HospitalsService;
  invitations: StaffInvitationRepository;
  applications: ApplicationsRepository;
  accounts: StaffAccounts;
}

type Opened = NonNullable<Awaited<ReturnType<StaffAccounts['open']>>>;

/** Lets invited people join by the link of their invitation, which works once. */
export class JoiningService extends Service<JoiningServiceDeps> {
  async open(
    context: RequestContext,
    link: BodyOf<typeof openStaffInvitation>,
  ): Promise<ResponseOf<typeof openStaffInvitation>> {
    const { hospital, scoped } = await this.#hospital(context, link.hospital);
    return this.deps.transactions.run(scoped, async (tx) => {
      const { name, nameLatin, email, roles, expiresAt } = await this.#invitation(tx, link);
      return { hospital: hospital.name, name, nameLatin, email, roles, expiresAt: expiresAt.toISOString() };
    });
  }

  /** Creates the account and signs in. A practitioner is an applicant until their licence is confirmed. Throws `auth.email-taken`. */
  async accept(context: RequestContext, body: BodyOf<typeof acceptStaffInvitation>): Promise<Opened> {
    const { hospital, scoped } = await this.#hospital(context, body.hospital);
    const { email } = await this.deps.transactions.run(scoped, (tx) => this.#invitation(tx, body));
    const own = namesOf({ email, displayName: body.name, displayNameLatin: body.nameLatin }, hospital);
    const fields = objectionToPassword({ own, password: body.password });
    if (fields.length > 0) throw new AppError('validation.failed', 'password does not meet the rules', { fields });
    // The hash is slow: outside any transaction, and only after the link was checked.
    const passwordHash = await hashPassword(body.password, context.address);
    return this.deps.transactions.run(scoped, async (tx) => {
      const row = await this.#invitation(tx, body);
      const { name, nameLatin, locale } = body;
      const isPractitioner = practitionerKindOf(row.roles) !== null;
      const roles: Role[] = isPractitioner ? ['applicant'] : row.roles;
      const accountId = await this.deps.accounts.add(tx, { email, passwordHash, roles, name, nameLatin, locale });
      if (!accountId) throw new AppError('auth.email-taken', 'e-mail address already belongs to an account');
      if (isPractitioner) await this.deps.applications.start(tx, accountId, row.roles, row.prefilled ?? blankDraft);
      await this.deps.invitations.use(tx, row.id);
      const details = { invitationId: row.id, roles: row.roles.join(' ') };
      await tx.audit('staff.joined', { entity: 'account', entityId: accountId, details });
      const opened = await this.deps.accounts.open(tx, accountId);
      if (!opened) throw new AppError('internal', 'account is missing after it was created');
      return opened;
    });
  }

  async #hospital(context: RequestContext, slug: string): Promise<{ hospital: Hospital; scoped: HospitalContext }> {
    const hospital = await this.deps.hospitals.bySlug(slug, context.requestId);
    if (!hospital) throw new AppError('invitation.unusable', 'hospital not found');
    return {
      hospital,
      scoped: { ...context, hospitalId: hospital.id, actor: null, idempotencyKey: null },
    };
  }

  async #invitation(tx: Tx, link: { invitationId: string; secret: string }): Promise<StaffInvitationRow> {
    const row = requireInvitation(await this.deps.invitations.lock(tx, link.invitationId), link.secret);
    if (row.expiresAt <= tx.now) throw new AppError('invitation.unusable', 'invitation has expired');
    return row;
  }
}

import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { inviteStaff, listStaffInvitations, StaffInvitation } from '@yunzhen/shared/directory/staff.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { practitionerKindOf } from '@yunzhen/shared/directory/staff';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { makeInvitationSecret } from '../../accounts/index.ts';
import type { HospitalsService } from '../../administration/index.ts';
import type { Notify } from '../../notifications/index.ts';
import type { Practitioners } from './practitioners.ts';
import type { StaffInvitationRepository, StaffInvitationRow } from './staff-invitation.repository.ts';
import { requireRoles } from './staff.service.ts';

interface InvitingServiceDeps {
  transactions: Transactions;
  invitations: StaffInvitationRepository;
  practitioners: Pick<Practitioners, 'requireDepartments'>;
  hospitals: Pick<HospitalsService, 'current'>;
  notify: Pick<Notify, 'sendTo' | 'recall' | 'can'>;
  confirmSigner(tx: Tx, actor: Actor): Promise<void>;
}

type MadeLink = ResponseOf<typeof inviteStaff>;

/**
 * Invitations to join the staff. They are not commands with an idempotency key, because stored answers would contain the link’s secret.
 * A repeated request creates a new secret for the same invitation and invalidates the first.
 */
export class InvitingService extends Service<InvitingServiceDeps> {
  list(context: ActorContext, query: QueryOf<typeof listStaffInvitations>) {
    return this.deps.transactions.run(context, async (tx) => {
      const { cursor, state = null, ...rest } = query;
      const rows = await this.deps.invitations.list(tx, { ...rest, state, after: decodeSortedPlace(cursor) });
      await tx.audit('staff.listed', { entity: 'staff-invitation-list', entityId: null });
      return cutPage(rows, query.limit, sortedPlace, (row) => toInvitation(row, tx.now));
    });
  }

  /** Needs name, address and roles. Needs a second factor, because the invitation leads to rights and perhaps to a certificate. */
  invite(context: ActorContext, body: BodyOf<typeof inviteStaff>): Promise<MadeLink> {
    const { transactions, invitations, confirmSigner, practitioners } = this.deps;
    const { practitioner, ...person } = body;
    requireRoles(body.roles);
    return transactions.run(context, async (tx) => {
      await confirmSigner(tx, context.actor);
      const made = makeInvitationSecret(tx.now);
      const prefilled = practitionerKindOf(body.roles) ? practitioner : null;
      if (prefilled) await practitioners.requireDepartments(tx, prefilled.departmentIds);
      const { secret, ...kept } = made;
      if (!(await invitations.insert(tx, { ...person, ...kept, prefilled }))) return this.#renew(tx, body.id);
      const details = { roles: body.roles.join(' ') };
      await tx.audit('staff.invited', { entity: 'staff-invitation', entityId: body.id, details });
      return this.#made(tx, body.id, secret);
    });
  }

  /**
   * Invites a person in the caller’s transaction, which has confirmed the administrator. It replaces an expired invitation of the address.
   * The link is only in the mail: without that channel it throws `account.channel-missing`.
   */
  async inviteInto(tx: Tx, { practitioner, ...person }: BodyOf<typeof inviteStaff>): Promise<void> {
    const { invitations, notify, practitioners } = this.deps;
    if (!notify.can('mail')) throw new AppError('account.channel-missing', 'hospital has no mail channel');
    requireRoles(person.roles);
    const expired = await invitations.withdrawExpired(tx, person.email);
    await this.#recall(tx, expired);
    for (const { id } of expired)
      await tx.audit('staff.invitation-withdrawn', { entity: 'staff-invitation', entityId: id });
    const prefilled = practitionerKindOf(person.roles) ? practitioner : null;
    if (prefilled) await practitioners.requireDepartments(tx, prefilled.departmentIds);
    const { secret, ...kept } = makeInvitationSecret(tx.now);
    if (!(await invitations.insert(tx, { ...person, ...kept, prefilled })))
      throw new AppError('resource.conflict', 'invitation exists');
    const details = { roles: person.roles.join(' ') };
    await tx.audit('staff.invited', { entity: 'staff-invitation', entityId: person.id, details });
    await this.#made(tx, person.id, secret);
  }

  /** Invites the first administrator of a new hospital. Earlier links to that address become invalid. */
  async inviteAdministrator(
    tx: Tx,
    person: { email: string; name: string; nameLatin: string; locale: Locale },
  ): Promise<{ invitationId: string; secret: string }> {
    const { invitations } = this.deps;
    await this.#recall(tx, await invitations.withdrawAll(tx, person.email));
    const id = newId();
    const { secret, ...made } = makeInvitationSecret(tx.now);
    await invitations.insert(tx, { id, ...person, ...made, roles: ['administrator'], prefilled: null });
    await tx.audit('staff.invited', { entity: 'staff-invitation', entityId: id, details: { roles: 'administrator' } });
    await this.#made(tx, id, secret);
    return { invitationId: id, secret };
  }

  renew(context: ActorContext, id: string): Promise<MadeLink> {
    return this.deps.transactions.run(context, async (tx) => {
      await this.deps.confirmSigner(tx, context.actor);
      return this.#renew(tx, id);
    });
  }

  async #renew(tx: Tx, id: string): Promise<MadeLink> {
    if (!(await this.deps.invitations.lock(tx, id)))
      throw new AppError('resource.not-found', 'open invitation not found');
    const { secret, secretHash, expiresAt } = makeInvitationSecret(tx.now);
    await this.deps.invitations.replaceSecret(tx, id, secretHash, expiresAt);
    await tx.audit('staff.invitation-renewed', { entity: 'staff-invitation', entityId: id });
    return this.#made(tx, id, secret);
  }

  /** Where mail is available, reminds the invited people whose links expire before this time. The link in the reminder is valid beside the first one, until the same time. */
  async remind(tx: Tx, endsBefore: Date): Promise<void> {
    const { invitations, notify } = this.deps;
    if (!notify.can('mail')) return;
    for (const row of await invitations.dueForReminder(tx, endsBefore)) {
      const { secret, secretHash } = makeInvitationSecret(tx.now);
      await invitations.addReminder(tx, row.id, secretHash);
      await this.#mail(tx, row, secret, 'staff.invitation-reminder');
      await tx.audit('staff.invitation-reminded', { entity: 'staff-invitation', entityId: row.id });
    }
  }

  async #made(tx: Tx, id: string, secret: string): Promise<MadeLink> {
    await this.#mail(tx, await this.#open(tx, id), secret, 'staff.invited');
    return { invitation: toInvitation(await this.#open(tx, id), tx.now), secret };
  }

  /** Mails the link where mail is available, and recalls an earlier mail that has not gone out. */
  async #mail(
    tx: Tx,
    before: StaffInvitationRow,
    secret: string,
    template: 'staff.invited' | 'staff.invitation-reminder',
  ): Promise<void> {
    const { invitations, notify, hospitals } = this.deps;
    await this.#recall(tx, [before]);
    const { slug } = await hospitals.current(tx);
    const deliveryId = await notify.sendTo(tx, {
      channel: 'mail',
      address: before.email,
      locale: before.locale,
      template,
      facts: { until: before.expiresAt.toISOString() },
      link: `/staff-invitation/${slug}/${before.id}#${secret}`,
    });
    await invitations.setDelivery(tx, before.id, deliveryId);
  }

  async #open(tx: Tx, id: string): Promise<StaffInvitationRow> {
    const row = await this.deps.invitations.lock(tx, id);
    if (!row) throw new AppError('internal', 'invitation is missing after it was created');
    return row;
  }

  async #recall(tx: Tx, mailed: readonly { deliveryId: string | null }[]): Promise<void> {
    for (const { deliveryId } of mailed) if (deliveryId) await this.deps.notify.recall(tx, deliveryId);
  }

  /** Withdraws the invitation. Idempotent. */
  withdraw(context: ActorContext, id: string): Promise<undefined> {
    const { transactions, invitations } = this.deps;
    return transactions.run(context, async (tx) => {
      if (!(await invitations.isKnown(tx, id))) throw new AppError('resource.not-found', 'invitation not found');
      const withdrawn = await invitations.withdraw(tx, id);
      await this.#recall(tx, withdrawn);
      if (withdrawn.length > 0)
        await tx.audit('staff.invitation-withdrawn', { entity: 'staff-invitation', entityId: id });
      return undefined;
    });
  }
}

function toInvitation(row: StaffInvitationRow, now: Date): StaffInvitation {
  const { id, name, nameLatin, email, roles, invitedBy, mail, mailWords } = row;
  return {
    id,
    name,
    nameLatin,
    email,
    roles,
    invitedBy,
    mail,
    mailWords,
    invitedAt: row.invitedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    state: row.usedAt ? 'accepted' : row.withdrawnAt ? 'withdrawn' : row.expiresAt <= now ? 'expired' : 'open',
  };
}

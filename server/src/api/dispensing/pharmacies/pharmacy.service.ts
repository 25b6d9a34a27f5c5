import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  createPharmacy,
  inviteDispenser,
  listPharmacies,
  makePharmacyKey,
  Pharmacy,
  renewPharmacyInvitation,
  resetDispenserFactor,
} from '@yunzhen/shared/dispensing/pharmacies.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId, readableCode } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { hashOfSecret, makeInvitationSecret, type CounterAccounts, type StaffAccounts } from '../../accounts/index.ts';
import type { HospitalsService } from '../../administration/index.ts';
import type { Notify } from '../../notifications/index.ts';
import type { InvitationRepository } from './invitation.repository.ts';
import type { ListedPharmacy, PharmacyRepository } from './pharmacy.repository.ts';
import type { PharmacyRow } from './pharmacy.entity.ts';

interface PharmacyServiceDeps {
  transactions: Transactions;
  pharmacies: PharmacyRepository;
  invitations: InvitationRepository;
  accounts: CounterAccounts;
  staff: Pick<StaffAccounts, 'resetSecondFactor'>;
  hospitals: Pick<HospitalsService, 'current'>;
  notify: Pick<Notify, 'sendTo' | 'recall'>;
  /** Releases the pharmacy’s claims. */
  releaseAll(tx: Tx, pharmacyId: string): Promise<void>;
}

/** Returns a key that can be typed: five groups of six characters, about 147 bits. */
export const newPharmacyKey = (): string => Array.from({ length: 5 }, () => readableCode(6)).join('-');

/** Manages pharmacies and their dispensers for the administrator. */
export class PharmacyService extends Service<PharmacyServiceDeps> {
  list(context: ActorContext, query: QueryOf<typeof listPharmacies>): Promise<ResponseOf<typeof listPharmacies>> {
    return this.deps.transactions.run(context, async (tx) => {
      const asked = { ...query, state: query.state ?? null, after: decodeSortedPlace(query.cursor) };
      const answer = cutPage(await this.deps.pharmacies.list(tx, asked), query.limit, sortedPlace, toPharmacy);
      const details = { count: answer.items.length };
      await tx.audit('pharmacy.listed', { entity: 'pharmacy-list', entityId: null, details });
      return answer;
    });
  }

  create(context: ActorContext, body: BodyOf<typeof createPharmacy>): Promise<Pharmacy> {
    return this.deps.transactions.command(context, 'createPharmacy', async (tx) => {
      const added = await this.deps.pharmacies.insert(tx, body);
      if (added) await tx.audit('pharmacy.created', { entity: 'pharmacy', entityId: body.id });
      return this.#view(tx, body.id);
    });
  }

  withdraw(context: ActorContext, id: string): Promise<Pharmacy> {
    return this.deps.transactions.command(context, 'withdrawPharmacy', async (tx) => {
      const row = await this.#lock(tx, id);
      if (row.withdrawnAt) return this.#view(tx, id);
      for (const account of await this.deps.pharmacies.accountsOf(tx, id)) await this.#endAccount(tx, id, account);
      await this.deps.releaseAll(tx, id);
      await this.deps.pharmacies.save(tx, { ...row, ...noKey, withdrawnAt: tx.now });
      await tx.audit('pharmacy.withdrawn', { entity: 'pharmacy', entityId: id });
      return this.#view(tx, id);
    });
  }

  /** Creates a key. It is no idempotent command, because responses of commands are stored for a day and this one contains the key. */
  makeKey(context: ActorContext, id: string): Promise<ResponseOf<typeof makePharmacyKey>> {
    return this.deps.transactions.run(context, async (tx) => {
      const row = await this.#inForce(tx, id);
      await this.#endCounter(tx, row);
      const { en, zh } = row.name;
      const names = { name: zh, nameLatin: en, locale: 'zh-CN' } as const;
      const counterAccountId = await this.deps.accounts.add(tx, { role: 'dispenser', person: null, ...names });
      if (!counterAccountId) throw new AppError('internal', 'new account id is already taken');
      await this.deps.pharmacies.addDispenser(tx, id, counterAccountId, true);
      const key = newPharmacyKey();
      await this.deps.pharmacies.save(tx, {
        ...row,
        keyHash: hashOfSecret(key),
        keyMadeAt: tx.now,
        counterAccountId,
      });
      await tx.audit('pharmacy.key-made', { entity: 'pharmacy', entityId: id });
      return { key, pharmacy: await this.#view(tx, id) };
    });
  }

  withdrawKey(context: ActorContext, id: string): Promise<Pharmacy> {
    return this.deps.transactions.command(context, 'withdrawPharmacyKey', async (tx) => {
      const row = await this.#lock(tx, id);
      if (row.keyHash) {
        await this.#endCounter(tx, row);
        await this.deps.pharmacies.save(tx, { ...row, ...noKey });
        await tx.audit('pharmacy.key-withdrawn', { entity: 'pharmacy', entityId: id });
      }
      return this.#view(tx, id);
    });
  }

  /** Creates an invitation. Its response contains a secret and is not stored, like that of the key. */
  invite(
    context: ActorContext,
    id: string,
    person: BodyOf<typeof inviteDispenser>,
  ): Promise<ResponseOf<typeof inviteDispenser>> {
    return this.deps.transactions.run(context, async (tx) => {
      await this.#inForce(tx, id);
      const { secret, secretHash, expiresAt } = makeInvitationSecret(tx.now);
      const invitationId = newId();
      const row = { id: invitationId, pharmacyId: id, ...person, secretHash, expiresAt };
      await this.deps.invitations.insert(tx, row);
      await tx.audit('pharmacy.invited', { entity: 'pharmacy', entityId: id, details: { invitationId } });
      return this.#made(tx, id, invitationId, secret);
    });
  }

  /** Creates a new link; the previous one becomes invalid and its pending mail is withdrawn. */
  renewInvitation(
    context: ActorContext,
    id: string,
    invitationId: string,
  ): Promise<ResponseOf<typeof renewPharmacyInvitation>> {
    return this.deps.transactions.run(context, async (tx) => {
      await this.#inForce(tx, id);
      const { invitations } = this.deps;
      if ((await invitations.lock(tx, invitationId))?.pharmacyId !== id)
        throw new AppError('resource.not-found', 'open invitation not found');
      const { secret, secretHash, expiresAt } = makeInvitationSecret(tx.now);
      await invitations.replaceSecret(tx, invitationId, secretHash, expiresAt);
      const details = { invitationId };
      await tx.audit('pharmacy.invitation-renewed', { entity: 'pharmacy', entityId: id, details });
      return this.#made(tx, id, invitationId, secret);
    });
  }

  /** Mails the link when the installation can send mail. */
  async #made(tx: Tx, id: string, invitationId: string, secret: string) {
    const { invitations, notify, hospitals } = this.deps;
    const row = await invitations.lock(tx, invitationId);
    if (!row) throw new AppError('internal', 'invitation is missing after it was created');
    if (row.deliveryId) await notify.recall(tx, row.deliveryId);
    const { slug } = await hospitals.current(tx);
    const until = row.expiresAt.toISOString();
    const deliveryId = await notify.sendTo(tx, {
      channel: 'mail',
      address: row.email,
      locale: row.locale,
      template: 'pharmacy.invited',
      facts: { until },
      link: `/pharmacy-invitation/${slug}/${invitationId}#${secret}`,
    });
    await invitations.setDelivery(tx, invitationId, deliveryId);
    return { invitationId, secret, expiresAt: until, pharmacy: await this.#view(tx, id) };
  }

  withdrawInvitation(context: ActorContext, id: string, invitationId: string): Promise<Pharmacy> {
    return this.deps.transactions.command(context, 'withdrawInvitation', async (tx) => {
      await this.#lock(tx, id);
      if (!(await this.deps.invitations.isOf(tx, id, invitationId)))
        throw new AppError('resource.not-found', 'invitation not found');
      for (const { deliveryId } of await this.deps.invitations.withdraw(tx, id, invitationId)) {
        if (deliveryId) await this.deps.notify.recall(tx, deliveryId);
        const details = { invitationId };
        await tx.audit('pharmacy.invitation-withdrawn', { entity: 'pharmacy', entityId: id, details });
      }
      return this.#view(tx, id);
    });
  }

  withdrawDispenser(context: ActorContext, id: string, accountId: string): Promise<Pharmacy> {
    return this.deps.transactions.command(context, 'withdrawDispenser', async (tx) => {
      await this.#lock(tx, id);
      if ((await this.deps.pharmacies.dispenser(tx, accountId))?.pharmacyId !== id)
        throw new AppError('resource.not-found', 'dispenser not found');
      await this.#endAccount(tx, id, accountId);
      return this.#view(tx, id);
    });
  }

  /**
   * Resets the factors of a person of a pharmacy, also for the first one later than a day after they joined. Not a command with an idempotency key,
   * because stored answers would contain the code.
   */
  resetDispenserFactor(
    context: ActorContext,
    id: string,
    accountId: string,
  ): Promise<ResponseOf<typeof resetDispenserFactor>> {
    return this.deps.transactions.run(context, async (tx) => {
      await this.#inForce(tx, id);
      const dispenser = await this.deps.pharmacies.dispenser(tx, accountId);
      // A counter has only its key.
      if (dispenser?.pharmacyId !== id || dispenser.counter || dispenser.withdrawn)
        throw new AppError('resource.not-found', 'dispenser not found');
      const code = await this.deps.staff.resetSecondFactor(tx, accountId);
      return { pharmacy: await this.#view(tx, id), code };
    });
  }

  async #endCounter(tx: Tx, row: PharmacyRow): Promise<void> {
    if (row.counterAccountId) await this.#endAccount(tx, row.id, row.counterAccountId);
  }

  async #endAccount(tx: Tx, pharmacyId: string, accountId: string): Promise<void> {
    if (!(await this.deps.pharmacies.endDispenser(tx, pharmacyId, accountId))) return;
    await this.deps.accounts.end(tx, accountId);
    const details = { accountId };
    await tx.audit('pharmacy.dispenser-withdrawn', { entity: 'pharmacy', entityId: pharmacyId, details });
  }

  async #lock(tx: Tx, id: string): Promise<PharmacyRow> {
    const row = await this.deps.pharmacies.lock(tx, id);
    if (!row) throw new AppError('resource.not-found', 'pharmacy not found');
    return row;
  }

  async #inForce(tx: Tx, id: string): Promise<PharmacyRow> {
    const row = await this.#lock(tx, id);
    if (row.withdrawnAt) throw new AppError('dispensing.pharmacy-withdrawn', 'pharmacy has been withdrawn');
    return row;
  }

  async #view(tx: Tx, id: string): Promise<Pharmacy> {
    const row = await this.deps.pharmacies.listed(tx, id);
    if (!row) throw new AppError('resource.not-found', 'pharmacy not found');
    return toPharmacy(row);
  }
}

const noKey = { keyHash: null, keyMadeAt: null, counterAccountId: null };

function toPharmacy(row: ListedPharmacy): Pharmacy {
  const { id, version, name, kind, phone, dispensers, openClaims } = row;
  return {
    id,
    version,
    name,
    kind,
    phone,
    dispensers,
    openClaims,
    createdAt: row.createdAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    keyMadeAt: row.keyMadeAt?.toISOString() ?? null,
    invitations: row.invitations.map((entry) => ({
      ...entry,
      invitedAt: new Date(entry.invitedAt).toISOString(),
      expiresAt: new Date(entry.expiresAt).toISOString(),
    })),
  };
}

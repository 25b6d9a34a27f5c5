import { everyLanguage } from '@yunzhen/shared/core/locale';
import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  acceptPharmacyInvitation,
  openCounter,
  openPharmacyInvitation,
} from '@yunzhen/shared/dispensing/pharmacies.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { systemContext, type HospitalContext, type RequestContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import {
  hashOfSecret,
  hashPassword,
  namesOf,
  objectionToPassword,
  requireInvitation,
  type CounterAccounts,
} from '../../accounts/index.ts';
import type { Hospital, HospitalsService } from '../../administration/index.ts';
import type { InvitationRepository, InvitationRow } from './invitation.repository.ts';
import type { PharmacyRepository } from './pharmacy.repository.ts';

interface CounterServiceDeps {
  transactions: Transactions;
  hospitals: HospitalsService;
  pharmacies: PharmacyRepository;
  invitations: InvitationRepository;
  accounts: CounterAccounts;
}

type Opened = NonNullable<Awaited<ReturnType<CounterAccounts['open']>>>;

/** Signs in the people of a pharmacy: by an invitation link, or with the key of its counter. */
export class CounterService extends Service<CounterServiceDeps> {
  /** Returns the same error for a wrong secret, an unknown invitation and one that was answered. */
  async openInvitation(
    context: RequestContext,
    body: BodyOf<typeof openPharmacyInvitation>,
  ): Promise<ResponseOf<typeof openPharmacyInvitation>> {
    const { hospital, scoped } = await this.#hospital(context, body.hospital);
    return this.deps.transactions.run(scoped, async (tx) => {
      const row = await this.#invitation(tx, body);
      return { pharmacy: row.pharmacyName, hospital: hospital.name, name: row.name, email: row.email };
    });
  }

  /** Creates the account and opens a session, which waits for the second factor. Throws `auth.email-taken` when the address has an account in this hospital. */
  async accept(context: RequestContext, body: BodyOf<typeof acceptPharmacyInvitation>): Promise<Opened> {
    const { hospital, scoped } = await this.#hospital(context, body.hospital);
    const invited = await this.deps.transactions.run(scoped, (tx) => this.#invitation(tx, body));
    const own = namesOf(
      { email: invited.email, displayName: invited.name, displayNameLatin: invited.nameLatin },
      hospital,
    );
    const fields = objectionToPassword({
      own: [...own, ...everyLanguage(invited.pharmacyName)],
      password: body.password,
    });
    if (fields.length > 0) throw new AppError('validation.failed', 'password does not meet the rules', { fields });
    // Hashing is slow: it runs outside any transaction, and only for a valid link.
    const passwordHash = await hashPassword(body.password, context.address);
    return this.deps.transactions.run(scoped, async (tx) => {
      const row = await this.#invitation(tx, body);
      const { name, nameLatin, email } = row;
      const person = { email, passwordHash };
      const account = { role: 'dispenser', person, name, nameLatin, locale: body.locale } as const;
      const accountId = await this.deps.accounts.add(tx, account);
      if (!accountId) throw new AppError('auth.email-taken', 'e-mail address already belongs to an account');
      await this.deps.pharmacies.addDispenser(tx, row.pharmacyId, accountId, false);
      await this.deps.invitations.use(tx, row.id);
      const details = { accountId, invitationId: row.id };
      await tx.audit('pharmacy.joined', { entity: 'pharmacy', entityId: row.pharmacyId, details });
      const opened = await this.deps.accounts.open(tx, accountId);
      if (!opened) throw new AppError('internal', 'account is missing after it was created');
      return opened;
    });
  }

  /** Opens a session for the pharmacy’s counter. Throws `dispensing.key-refused` for any failure. */
  async open(context: RequestContext, { hospital, key }: BodyOf<typeof openCounter>): Promise<Opened> {
    const found = await this.deps.hospitals.bySlug(hospital, context.requestId);
    const scoped = found && scopeOf(context, found);
    const opened =
      scoped &&
      (await this.deps.transactions.run(scoped, async (tx) => {
        // The lookup uses the hash, so its duration reveals nothing about the key.
        const row = await this.deps.pharmacies.byKey(tx, hashOfSecret(key.toUpperCase()));
        const session = row?.counterAccountId ? await this.deps.accounts.open(tx, row.counterAccountId) : null;
        if (!session) {
          const refusal = { outcome: 'denied', code: 'dispensing.key-refused' } as const;
          await tx.audit('pharmacy.session-refused', { entity: 'pharmacy', entityId: null, ...refusal });
        }
        return session;
      }));
    if (!opened) throw new AppError('dispensing.key-refused', 'counter key is not valid');
    return opened;
  }

  async #hospital(context: RequestContext, slug: string): Promise<{ hospital: Hospital; scoped: HospitalContext }> {
    const hospital = await this.deps.hospitals.bySlug(slug, context.requestId);
    if (!hospital) throw new AppError('invitation.unusable', 'hospital not found');
    return { hospital, scoped: scopeOf(context, hospital) };
  }

  async #invitation(
    tx: Tx,
    { invitationId, secret }: { invitationId: string; secret: string },
  ): Promise<InvitationRow> {
    return requireInvitation(await this.deps.invitations.lockOpen(tx, invitationId), secret);
  }
}

function scopeOf(context: RequestContext, hospital: Hospital): HospitalContext {
  return { ...systemContext(hospital.id, context.requestId), address: context.address };
}

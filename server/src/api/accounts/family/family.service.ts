import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  addChild,
  decideGuardianship,
  FamilyMember,
  inviteDependant,
  OwnGuardian,
  readFamily,
} from '@yunzhen/shared/accounts/family.contract';
import { dayOfFullAge } from '@yunzhen/shared/accounts/guardianship';
import { AppError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { DependantAccounts } from '../acting/dependant-accounts.ts';
import { maxDependants, objectionsToChild, requireOneself } from './family.policy.ts';
import type { GuardianshipRow, GuardianshipsRepository } from './guardianships.repository.ts';
import type { AccountsPart } from '../accounts-part.ts';

interface FamilyServiceDeps extends AccountsPart<'transactions' | 'keyEncryption' | 'notify'> {
  guardianships: GuardianshipsRepository;
  accounts: DependantAccounts;
}

export const sealContext = (id: string) => `guardianship/${id}/invited`;

/** Guardianships: of children by law, of adults by consent, until either side ends it or the child is of age. */
export class FamilyService extends Service<FamilyServiceDeps> {
  read(context: ActorContext): Promise<ResponseOf<typeof readFamily>> {
    const { transactions, guardianships } = this.deps;
    return transactions.run(context, async (tx) => {
      const { accountId } = context.actor;
      const dependants: FamilyMember[] = [];
      for (const row of await guardianships.ofGuardian(tx, accountId)) dependants.push(await this.#member(row));
      const own = await this.#ownPatient(tx, context);
      const guardians = own === null ? [] : (await guardianships.ofDependant(tx, own)).map(toGuardian);
      return { dependants, guardians };
    });
  }

  /** Adds the child’s record and an account without sign-in. Throws `validation.failed` for an adult. */
  addChild(context: ActorContext, request: BodyOf<typeof addChild>): Promise<FamilyMember> {
    requireOneself(context.actor);
    const { transactions, guardianships, accounts } = this.deps;
    return transactions.command(context, 'addChild', async (tx) => {
      await this.#requireRoom(tx, context);
      const today = dayIn(await guardianships.timeZone(tx), tx.now);
      const { name, nameLatin, birthDate, sex, relation } = request;
      const fields = objectionsToChild(birthDate, today);
      if (fields.length > 0) throw new AppError('validation.failed', 'dependant is not a child', { fields });
      const patientId = newId();
      const accountId = await accounts.add(tx, { name, nameLatin });
      await guardianships.addPatient(tx, { id: patientId, accountId, name, nameLatin, birthDate, sex });
      const id = newId();
      await guardianships.add(tx, {
        id,
        guardianAccountId: context.actor.accountId,
        patientId,
        relation,
        state: 'active',
        basis: 'minor',
        evidence: 'declared by the guardian',
        invitedSealed: null,
        until: dayOfFullAge(birthDate),
      });
      await tx.audit('family.child-added', { entity: 'guardianship', entityId: id, patientId, details: { relation } });
      return this.#member(await this.#found(tx, id));
    });
  }

  /**
   * Invites an adult by e-mail address or phone. The answer does not reveal whether it has an account. Without one, the invitation stays open until
   * the guardian ends it.
   */
  invite(context: ActorContext, request: BodyOf<typeof inviteDependant>): Promise<FamilyMember> {
    requireOneself(context.actor);
    const { transactions, guardianships, keyEncryption, notify } = this.deps;
    return transactions.command(context, 'inviteDependant', async (tx) => {
      await this.#requireRoom(tx, context);
      const { email, phone, relation } = request;
      const address = phone ?? email ?? '';
      const invited = await guardianships.patientAt(tx, phone === undefined ? 'mail' : 'sms', address);
      const guardianAccountId = context.actor.accountId;
      const asked = invited && invited.accountId !== guardianAccountId ? invited : null;
      const id = newId();
      const row = {
        id,
        guardianAccountId,
        relation,
        state: 'invited' as const,
        basis: 'consent' as const,
        evidence: 'asked for the consent of the dependant',
        invitedSealed: await keyEncryption.seal(Buffer.from(address), sealContext(id)),
        until: null,
      };
      const isNew = await guardianships.add(tx, { ...row, patientId: asked?.patientId ?? null });
      // A second invitation of the same person looks like any other, but sends nothing.
      if (!isNew) await guardianships.add(tx, { ...row, patientId: null });
      await tx.audit('family.invited', {
        entity: 'guardianship',
        entityId: id,
        patientId: isNew ? (asked?.patientId ?? null) : null,
        details: { relation },
      });
      const found = await this.#found(tx, id);
      if (asked && isNew)
        await notify.notify(tx, {
          to: { accountId: asked.accountId },
          template: 'family.invited',
          facts: { guardian: { name: found.guardianName, nameLatin: found.guardianNameLatin } },
          link: '/family',
          dedupe: `guardianship ${id}`,
        });
      return this.#member(found);
    });
  }

  /** Stores the dependant’s answer. Throws `resource.not-found` for another account, `resource.conflict` once it is decided otherwise. */
  decide(context: ActorContext, id: string, { agreed }: BodyOf<typeof decideGuardianship>): Promise<OwnGuardian> {
    requireOneself(context.actor);
    const { transactions, guardianships, notify } = this.deps;
    return transactions.command(context, 'decideGuardianship', async (tx) => {
      const row = await guardianships.lock(tx, id);
      if (!row || row.patientId === null || row.patientId !== context.actor.patientId)
        throw new AppError('resource.not-found', 'invitation not found');
      const wanted = agreed ? 'active' : 'declined';
      if (row.state === wanted) return toGuardian(row);
      if (row.state !== 'invited') throw new AppError('resource.conflict', `guardianship is ${row.state}`);
      await guardianships.decide(tx, id, agreed);
      await tx.audit(agreed ? 'family.agreed' : 'family.declined', {
        entity: 'guardianship',
        entityId: id,
        patientId: row.patientId,
      });
      const dependant = { name: row.dependantName ?? '', nameLatin: row.dependantNameLatin ?? '' };
      if (agreed)
        await notify.notify(tx, {
          to: { accountId: row.guardianAccountId },
          template: 'family.decided',
          facts: { dependant },
          link: '/family',
        });
      return toGuardian({ ...row, state: wanted });
    });
  }

  /** Ends a guardianship from either side; from the commit on, the guardian has no access. Throws `resource.not-found` for another account. */
  end(context: ActorContext, id: string): Promise<{ ended: true }> {
    requireOneself(context.actor);
    const { transactions, guardianships } = this.deps;
    return transactions.command(context, 'endGuardianship', async (tx) => {
      const row = await guardianships.lock(tx, id);
      const isGuardian = row?.guardianAccountId === context.actor.accountId;
      const isDependant = row?.patientId !== null && row?.patientId === context.actor.patientId;
      if (!row || !(isGuardian || isDependant)) throw new AppError('resource.not-found', 'guardianship not found');
      if (row.state === 'invited' || row.state === 'active')
        await this.#end(tx, row, isGuardian ? 'guardian' : 'dependant');
      return { ended: true as const };
    });
  }

  /** Ends the guardianships of children who are of age today in the hospital’s time zone. */
  async endOfAge(tx: Tx): Promise<void> {
    const { guardianships } = this.deps;
    const today = dayIn(await guardianships.timeZone(tx), tx.now);
    for (const row of await guardianships.ofAge(tx, today)) await this.#end(tx, row, 'of-age');
  }

  /** Ends every open guardianship of an account that is being closed, as guardian and as dependant. */
  async endAllOf(tx: Tx, accountId: string, patientId: string): Promise<void> {
    const { guardianships } = this.deps;
    const asGuardian = (await guardianships.ofGuardian(tx, accountId)).map((row) => [row.id, 'guardian'] as const);
    const asDependant = (await guardianships.ofDependant(tx, patientId)).map((row) => [row.id, 'dependant'] as const);
    for (const [id, reason] of [...asGuardian, ...asDependant]) {
      const row = await guardianships.lock(tx, id);
      if (row?.state === 'invited' || row?.state === 'active') await this.#end(tx, row, reason);
    }
  }

  /** Returns children who have no other guardian than this account. */
  onlyGuardianOf(tx: Tx, accountId: string): Promise<{ name: string; nameLatin: string }[]> {
    return this.deps.guardianships.onlyGuardianOf(tx, accountId);
  }

  async #end(tx: Tx, row: GuardianshipRow, reason: 'guardian' | 'dependant' | 'of-age'): Promise<void> {
    const { guardianships, accounts, notify } = this.deps;
    await guardianships.end(tx, row.id, reason);
    await tx.audit('family.ended', {
      entity: 'guardianship',
      entityId: row.id,
      patientId: row.patientId,
      details: { reason },
    });
    if (row.patientId === null) return;
    await accounts.release(tx, row.guardianAccountId, row.patientId);
    if (row.state !== 'active') return;
    const dependant = { name: row.dependantName ?? '', nameLatin: row.dependantNameLatin ?? '' };
    const guardian = { name: row.guardianName, nameLatin: row.guardianNameLatin };
    const link = '/family';
    if (reason === 'of-age') {
      const to = { accountId: row.guardianAccountId };
      await notify.notify(tx, { to, template: 'family.of-age', facts: { dependant }, link });
    } else if (reason === 'dependant') {
      const to = { accountId: row.guardianAccountId };
      await notify.notify(tx, { to, template: 'family.ended', facts: { other: dependant }, link });
    } else if (row.patientAccountId !== null) {
      const to = { accountId: row.patientAccountId };
      await notify.notify(tx, { to, template: 'family.ended', facts: { other: guardian }, link });
    }
  }

  async #requireRoom(tx: Tx, context: ActorContext): Promise<void> {
    const count = await this.deps.guardianships.count(tx, context.actor.accountId);
    if (count >= maxDependants) throw new AppError('family.full', 'too many dependants');
  }

  /** Returns the account’s own patient record, also while the session acts for a dependant. */
  async #ownPatient(tx: Tx, context: ActorContext): Promise<string | null> {
    return context.actor.actingFor
      ? this.deps.accounts.ownPatient(tx, context.actor.accountId)
      : context.actor.patientId;
  }

  async #found(tx: Tx, id: string): Promise<GuardianshipRow> {
    const row = await this.deps.guardianships.find(tx, id);
    if (!row) throw new Error('guardianship is missing after it was created');
    return row;
  }

  async #member(row: GuardianshipRow): Promise<FamilyMember> {
    const { id, state, relation, basis, until } = row;
    const known = state === 'active' && row.patientId !== null;
    const sealed = row.invitedSealed;
    return {
      id,
      state,
      relation,
      basis,
      until,
      dependant: known
        ? {
            patientId: row.patientId ?? '',
            name: row.dependantName ?? '',
            nameLatin: row.dependantNameLatin ?? '',
            birthDate: row.birthDate ?? '',
          }
        : null,
      invited:
        sealed === null ? null : Buffer.from(await this.deps.keyEncryption.open(sealed, sealContext(id))).toString(),
      since: row.createdAt.toISOString(),
    };
  }
}

function toGuardian(row: GuardianshipRow): OwnGuardian {
  const { id, state, relation } = row;
  return {
    id,
    state,
    relation,
    guardian: { name: row.guardianName, nameLatin: row.guardianNameLatin },
    since: row.createdAt.toISOString(),
  };
}

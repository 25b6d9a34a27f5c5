import type { checkIdentity, Identity } from '@yunzhen/shared/accounts/identity.contract';
import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import { needsRealName, objectionsToDocument, type Verdict } from '@yunzhen/shared/accounts/identity';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { identityContext, type IdentityNumbers } from './identity-numbers.ts';
import { countedFor, isSamePerson, triesLeft } from './identity.policy.ts';
import type { PersonRow } from './identity.repository.ts';
import type { IdentityAnswer, IdentityVerifier } from './verifier/identity-verifier.ts';
import type { AccountsPart } from '../accounts-part.ts';
import { patientOf } from '../../core/actor.ts';

interface IdentityServiceDeps extends AccountsPart<'transactions' | 'identities' | 'keyEncryption'> {
  numbers: IdentityNumbers;
  /** Null where this installation has no verifier. */
  verifier: IdentityVerifier | null;
}

type Claim = BodyOf<typeof checkIdentity> & { digest: Buffer };

/**
 * Verifies who patients are. An attempt is stored before the provider is asked and settled after its answer, so that it survives a process that dies.
 * No transaction waits for the provider.
 */
export class IdentityService extends Service<IdentityServiceDeps> {
  read(context: ActorContext): Promise<Identity> {
    return this.deps.transactions.run(context, async (tx) => {
      const patientId = patientOf(context.actor);
      await tx.audit('identity.read', { entity: 'patient', entityId: patientId, patientId });
      return this.#view(tx, context.actor, patientId);
    });
  }

  /**
   * Throws `identity.no-service`; `identity.guardian-first` when the acting guardian is not verified; `request.rate-limited`;
   * `validation.failed` for a number that contradicts itself or the stated facts; `identity.other-person` for a claim about someone else; and
   * `identity.taken` when another record has the document.
   */
  async check(context: ActorContext, claim: BodyOf<typeof checkIdentity>): Promise<ResponseOf<typeof checkIdentity>> {
    const { transactions, verifier, identities, numbers, keyEncryption } = this.deps;
    if (!verifier) throw new AppError('identity.no-service', 'no identity service is configured');
    const digest = await numbers.digest(context, claim.documentType, claim.number);
    const asked = await transactions.command(context, 'checkIdentity', (tx) =>
      this.#ask(tx, context.actor, { ...claim, digest }),
    );
    if ('retryAfterSeconds' in asked) {
      const { retryAfterSeconds } = asked;
      throw new AppError('request.rate-limited', 'too many identity checks', { facts: { retryAfterSeconds } });
    }
    const { checkId } = asked;
    const { name, documentType, number } = claim;
    // A retry of a settled request does not ask the provider again.
    const known = await transactions.run(context, (tx) => identities.find(tx, checkId));
    const answer = known?.outcome ? null : await verifier.verify({ requestId: checkId, name, documentType, number });
    const sealed = await keyEncryption.seal(Buffer.from(number), identityContext(patientOf(context.actor)));
    const settled = await transactions.run(context, (tx) =>
      this.#settle(tx, context.actor, checkId, {
        claim: { ...claim, digest, sealed },
        answer: answer && { ...answer, provider: verifier.provider },
      }),
    );
    if (settled.outcome === 'taken') throw new AppError('identity.taken', 'document belongs to another patient record');
    return { outcome: settled.outcome, identity: settled.identity };
  }

  async #ask(tx: Tx, actor: Actor, claim: Claim): Promise<{ checkId: string } | { retryAfterSeconds: number }> {
    const { identities } = this.deps;
    const patientId = patientOf(actor);
    const person = await identities.lockPerson(tx, patientId);
    if (!person) throw new AppError('resource.not-found', 'patient not found');
    if (actor.actingFor && !(await identities.isHolderVerified(tx, actor.accountId)))
      throw new AppError('identity.guardian-first', 'guardian is not verified');
    const fields = objectionsToDocument(claim);
    if (fields.length > 0) throw new AppError('validation.failed', 'document is not valid', { fields });
    this.#requireSame(person, claim);
    const since = new Date(tx.now.getTime() - countedFor);
    const { left, nextAt } = triesLeft(await identities.recent(tx, { patientId, accountId: actor.accountId }, since));
    const { documentType } = claim;
    if (left === 0) {
      const code = 'request.rate-limited';
      await tx.audit('identity.refused', {
        entity: 'patient',
        entityId: patientId,
        patientId,
        outcome: 'denied',
        code,
        details: { documentType },
      });
      return { retryAfterSeconds: nextAt ? Math.ceil((nextAt.getTime() - tx.now.getTime()) / 1000) : 3600 };
    }
    const checkId = newId();
    await identities.add(tx, { id: checkId, patientId, askedBy: actor.accountId, documentType, digest: claim.digest });
    await tx.audit('identity.asked', {
      entity: 'identity-check',
      entityId: checkId,
      patientId,
      details: { documentType },
    });
    return { checkId };
  }

  /** Stores the answer once; a second caller gets the first result. */
  async #settle(
    tx: Tx,
    actor: Actor,
    checkId: string,
    { claim, answer }: { claim: Claim & { sealed: string }; answer: (IdentityAnswer & { provider: string }) | null },
  ): Promise<{ outcome: Verdict | 'taken'; identity: Identity }> {
    const { identities } = this.deps;
    const patientId = patientOf(actor);
    const person = await identities.lockPerson(tx, patientId);
    const check = await identities.find(tx, checkId);
    if (!person || check?.patientId !== patientId) throw new AppError('resource.not-found', 'identity check not found');
    let outcome = check.outcome;
    if (outcome === null) {
      if (!answer) throw new Error('open identity check has no answer');
      outcome = answer.verdict;
      if (outcome === 'verified') {
        // Another attempt may have been verified since.
        this.#requireSame(person, claim);
        if (await identities.isTaken(tx, claim.digest, patientId)) outcome = 'taken';
        else {
          const { number, ...known } = claim;
          await identities.verify(tx, patientId, { ...known, last4: number.slice(-4), provider: answer.provider });
        }
      }
      const { provider, reference, at } = answer;
      await identities.settle(tx, { id: checkId, outcome, provider, reference, at });
      await tx.audit(`identity.${outcome}`, {
        entity: 'identity-check',
        entityId: checkId,
        patientId,
        details: { documentType: claim.documentType, provider, changed: changedBy(person, claim).join(' ') },
      });
    }
    return { outcome, identity: await this.#view(tx, actor, patientId) };
  }

  #requireSame(person: PersonRow, claim: Claim): void {
    const recorded = { ...person, verified: person.verifiedAt !== null };
    if (!isSamePerson(recorded, claim))
      throw new AppError('identity.other-person', 'document does not match the person on record');
  }

  async #view(tx: Tx, actor: Actor, patientId: string): Promise<Identity> {
    const { identities, verifier } = this.deps;
    const person = await identities.person(tx, patientId);
    if (!person) throw new AppError('resource.not-found', 'patient not found');
    const { name, nameLatin, birthDate, sex, documentType, last4, provider, verifiedAt } = person;
    const since = new Date(tx.now.getTime() - countedFor);
    const tries = triesLeft(await identities.recent(tx, { patientId, accountId: actor.accountId }, since));
    return {
      required: needsRealName(person.jurisdiction),
      service: verifier === null ? 'none' : verifier.provider === 'demo' ? 'demo' : 'connected',
      person: { name, nameLatin, birthDate, sex },
      verified:
        verifiedAt && documentType && last4 && provider
          ? { documentType, last4, provider, at: verifiedAt.toISOString() }
          : null,
      guardianFirst: actor.actingFor !== undefined && !(await identities.isHolderVerified(tx, actor.accountId)),
      last: await identities.last(tx, patientId),
      attemptsLeft: tries.left,
      nextAttemptAt: tries.nextAt?.toISOString() ?? null,
    };
  }
}

/** Returns which stated facts the document corrects. */
function changedBy(person: PersonRow, claim: Claim): string[] {
  return (['name', 'birthDate', 'sex'] as const).filter((member) => person[member] !== claim[member]);
}

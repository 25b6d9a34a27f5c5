import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  answerCancellation,
  claimPrescription,
  correctDispense,
  dispense,
  DispensingClaim,
  ListedClaim,
  readOwnPharmacy,
  releaseClaim,
} from '@yunzhen/shared/dispensing/dispensing.contract';
import { nothingRemains } from '@yunzhen/shared/dispensing/dispensing';
import { AppError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId, readableNumber } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { DispensableRecords, PrescriptionRow } from '../../prescribing/index.ts';
import type { HospitalSeal } from '../../signing/index.ts';
import { requireDispenser, type Dispenser, type PharmacyRepository } from '../pharmacies/pharmacy.repository.ts';
import { announceClaim } from './announce-claim.ts';
import type { ClaimRepository, ClaimRow, DispenseRow } from './claim.repository.ts';
import { statesOf, toClaim, toListed } from './claim.view.ts';
import { assertSameCorrection, correctedLines } from './corrected-lines.ts';
import { dispensedLines } from './dispensed-lines.ts';
import { assertClaimable, assertInTime } from './dispensing.policy.ts';
import { packOf, packText } from './pack-text.ts';
import type { RoutingRepository } from '../routing/routing.repository.ts';
import { RECEIPT_JWS_TYPE, receiptJson } from '../receipts/receipt-json.ts';

interface ClaimServiceDeps {
  transactions: Transactions;
  claims: ClaimRepository;
  pharmacies: PharmacyRepository;
  records: DispensableRecords;
  hospitalSeal: Pick<HospitalSeal, 'sign'>;
  routing: Pick<RoutingRepository, 'chosen' | 'end'>;
}

type Held = { claim: ClaimRow; row: PrescriptionRow; who: Dispenser };

/**
 * Handles a pharmacy’s commands on a prescription. Each locks the prescription first, like cancellation and expiry, so that concurrent commands run
 * one after the other.
 */
export class ClaimService extends Service<ClaimServiceDeps> {
  ownPharmacy(context: ActorContext): Promise<ResponseOf<typeof readOwnPharmacy>> {
    return this.deps.transactions.run(context, async (tx) => {
      const { pharmacyId: id, pharmacyName: name, counter } = await this.#dispenser(tx, context);
      return { id, name, counter };
    });
  }

  /**
   * Claims the prescription for the first pharmacy; repeating it returns the pharmacy’s claim. A wrong secret and an unknown id return the same
   * error.
   */
  claim(context: ActorContext, code: BodyOf<typeof claimPrescription>): Promise<DispensingClaim> {
    return this.deps.transactions.command(context, 'claimPrescription', async (tx) => {
      const who = await this.#dispenser(tx, context);
      const row = await this.deps.records.lockByCode(tx, code.prescriptionId, code.secret);
      if (!row) throw new AppError('verification.unknown', 'code not found');
      return this.#take(tx, who, row, { routed: false });
    });
  }

  /**
   * Claims a prescription that its patient sent to this pharmacy, without the code; repeating it returns the claim. Throws `resource.not-found` for
   * any other prescription.
   */
  claimRouted(context: ActorContext, prescriptionId: string): Promise<DispensingClaim> {
    const { records, routing, claims } = this.deps;
    return this.deps.transactions.command(context, 'claimRoutedPrescription', async (tx) => {
      const who = await this.#dispenser(tx, context);
      // The patient’s choice is read under the lock under which it changes.
      const row = await records.lock(tx, prescriptionId);
      const [open] = await claims.openOf(tx, [row.id]);
      if (open?.pharmacyId !== who.pharmacyId && (await routing.chosen(tx, row.id)) !== who.pharmacyId)
        throw new AppError('resource.not-found', 'prescription was not sent to this pharmacy');
      return this.#take(tx, who, row, { routed: true });
    });
  }

  async #take(tx: Tx, who: Dispenser, row: PrescriptionRow, details: { routed: boolean }): Promise<DispensingClaim> {
    const { records, claims, routing } = this.deps;
    const [open] = await claims.openOf(tx, [row.id]);
    if (open?.pharmacyId === who.pharmacyId) {
      await this.#audit(tx, 'dispensing.read', row, open.id);
      return this.#view(tx, open);
    }
    assertClaimable(row, tx.now);
    if (!(await records.isAsSigned(tx, row)))
      throw new AppError('dispensing.altered', 'prescription does not match its signature');
    const id = newId();
    await claims.insert(tx, { id, prescriptionId: row.id, pharmacyId: who.pharmacyId, accountId: who.accountId });
    await records.claim(tx, row);
    // A claim ends the patient’s choice: after a release, the prescription needs its code or a new choice.
    const sentTo = await routing.end(tx, row.id);
    await this.#audit(tx, 'dispensing.claimed', row, id, { ...details, ...(sentTo && { sentTo }) });
    await announceClaim(tx, this.deps.pharmacies, { id, pharmacyId: who.pharmacyId }, 'dispensing.claimed');
    return this.#view(tx, await this.#find(tx, id));
  }

  list(
    context: ActorContext,
    query: { limit: number; cursor?: string | undefined; state: 'open' | 'ended'; q: string },
  ): Promise<{ items: ListedClaim[]; next: string | null }> {
    return this.deps.transactions.run(context, async (tx) => {
      const { pharmacyId } = await this.#dispenser(tx, context);
      const before = decodeCursor(query.cursor);
      const page = { limit: query.limit, before, open: query.state === 'open', q: query.q };
      const rows = await this.deps.claims.list(tx, pharmacyId, page);
      const { items, next } = cutPage(
        rows,
        query.limit,
        ({ claimedAt: at, id }) => ({ at, id }),
        (row) => row,
      );
      const shown: ListedClaim[] = [];
      const patients: string[] = [];
      for (const claim of items) {
        const record = await this.deps.records.read(tx, claim.prescriptionId);
        shown.push(toListed(record, await this.#factsOf(tx, claim)));
        patients.push(record.prescription.patientId);
      }
      const about = { entity: 'claim-list', entityId: null, details: { count: items.length, state: query.state } };
      await tx.auditShown('dispensing.listed', about, patients);
      return { items: shown, next };
    });
  }

  read(context: ActorContext, id: string): Promise<DispensingClaim> {
    return this.deps.transactions.run(context, async (tx) => {
      const claim = await this.#own(tx, await this.#dispenser(tx, context), id);
      const { prescription } = await this.deps.records.read(tx, claim.prescriptionId);
      await this.#audit(tx, 'dispensing.read', prescription, id);
      return this.#view(tx, claim);
    });
  }

  /** Dispenses the requested part of what remains. Repeating the receipt id returns the current state of the claim. */
  dispense(context: ActorContext, id: string, body: BodyOf<typeof dispense>): Promise<DispensingClaim> {
    const { claims, records } = this.deps;
    return this.#command(context, 'dispense', id, async (tx, held) => {
      const { row, claim, who } = held;
      const earlier = await claims.findDispense(tx, body.id);
      if (earlier) return this.#repeated(earlier, claim, body);
      this.#assertOpen(claim);
      assertInTime(row, tx.now);
      if (await claims.openCancellation(tx, id))
        throw new AppError('dispensing.cancellation-asked', 'answer the doctor’s cancellation request first');
      const before = await claims.dispensesOf(tx, [row.id]);
      const { timeZone } = (await records.read(tx, row.id)).prescription.around;
      const today = dayIn(timeZone, tx.now);
      const lines = dispensedLines(row, statesOf(row, before), body.lines, await records.substitutes(tx), today);
      const given = { id: body.id, lines, by: nameOf(who, body.by), identityCheck: body.identityCheck, today };
      await this.#handOut(tx, held, given, before);
    });
  }

  async #handOut(
    tx: Tx,
    { row, claim, who }: Held,
    given: Pick<DispenseRow, 'id' | 'lines' | 'identityCheck'> & { by: string; today: string },
    before: readonly DispenseRow[],
  ): Promise<void> {
    const { claims, records } = this.deps;
    const dispensed = {
      id: given.id,
      number: `D${readableNumber(given.today)}`,
      prescriptionId: row.id,
      claimId: claim.id,
      pharmacyId: claim.pharmacyId,
      pharmacyName: claim.pharmacyName,
      dispensedBy: given.by,
      dispensedAt: tx.now,
      lines: given.lines,
      identityCheck: given.identityCheck,
      receipt: '',
    };
    dispensed.receipt = await this.deps.hospitalSeal.sign(tx, RECEIPT_JWS_TYPE, receiptJson(dispensed, row.number));
    await claims.addDispense(tx, { ...dispensed, accountId: who.accountId });
    const whole = nothingRemains(statesOf(row, [...before, { ...dispensed, corrections: [] }]));
    if (whole) await claims.end(tx, claim.id, 'dispensed', null);
    await (whole ? records.complete(tx, row) : records.announce(tx, row, 'prescription.partly-dispensed'));
    const details = { dispenseId: given.id, whole, identityCheck: given.identityCheck ?? '' };
    await this.#audit(tx, 'dispensing.dispensed', row, claim.id, details);
  }

  /**
   * Records what was really dispensed. The receipt stays as signed; what remains follows the last correction. Throws `resource.stale` when a correction
   * has been added that the page did not show, because this one would silently undo it.
   */
  correct(
    context: ActorContext,
    { claimId, dispenseId }: { claimId: string; dispenseId: string },
    body: BodyOf<typeof correctDispense>,
  ): Promise<DispensingClaim> {
    const { claims, records } = this.deps;
    return this.#command(context, 'correctDispense', claimId, async (tx, { row, claim, who }) => {
      const dispenses = await claims.dispensesOf(tx, [row.id]);
      const found = dispenses.find(({ id }) => id === dispenseId);
      if (found?.pharmacyId !== claim.pharmacyId) throw new AppError('resource.not-found', 'receipt not found');
      const earlier = found.corrections.find(({ id }) => id === body.id);
      if (earlier) return assertSameCorrection(earlier, body);
      if ((found.corrections.at(-1)?.id ?? null) !== body.after)
        throw new AppError('resource.stale', 'receipt has been corrected since');
      const open = claim.endedAt === null;
      const lines = correctedLines(found, statesOf(row, dispenses), body.lines, open);
      const { id, reason, text: explanation } = body;
      const added = { id, dispenseId, accountId: who.accountId, reason, explanation, lines };
      if (!(await claims.addCorrection(tx, { ...added, correctedBy: nameOf(who, body.by) })))
        throw new AppError('resource.conflict', 'id belongs to another correction');
      await this.#audit(tx, 'dispensing.corrected', row, claimId, { dispenseId, correctionId: id, reason });
      if (!open) return;
      const whole = nothingRemains(statesOf(row, await claims.dispensesOf(tx, [row.id])));
      if (whole) await claims.end(tx, claimId, 'dispensed', null);
      await (whole ? records.complete(tx, row) : records.announce(tx, row, 'prescription.partly-dispensed'));
    });
  }

  #repeated(earlier: DispenseRow, claim: ClaimRow, body: BodyOf<typeof dispense>): void {
    const same =
      earlier.claimId === claim.id &&
      earlier.lines.length === body.lines.length &&
      earlier.lines.every((line, at) => {
        const asked = body.lines[at];
        return (
          asked?.itemId === line.itemId && asked.quantity === line.quantity && packText(packOf(asked)) === line.note
        );
      });
    if (!same) throw new AppError('resource.conflict', 'receipt id belongs to another receipt');
  }

  release(context: ActorContext, id: string, body: BodyOf<typeof releaseClaim>): Promise<DispensingClaim> {
    return this.#command(context, 'releaseClaim', id, async (tx, { row, claim }) => {
      if (claim.endedAs === 'released') return;
      this.#assertOpen(claim);
      await this.#giveBack(tx, row, claim, body.text ? `${body.reason}: ${body.text}` : body.reason);
    });
  }

  /** Releases all claims of a pharmacy that is withdrawn. */
  async releaseAll(tx: Tx, pharmacyId: string): Promise<void> {
    for (const claim of await this.deps.claims.openOfPharmacy(tx, pharmacyId)) {
      const row = await this.deps.records.lock(tx, claim.prescriptionId);
      const now = await this.#find(tx, claim.id);
      if (now.endedAt === null) await this.#giveBack(tx, row, now, 'pharmacy-withdrawn');
    }
  }

  async #giveBack(tx: Tx, row: PrescriptionRow, claim: ClaimRow, reason: string): Promise<void> {
    const asked = await this.deps.claims.openCancellation(tx, claim.id);
    await this.deps.claims.end(tx, claim.id, 'released', reason);
    await this.#audit(tx, 'dispensing.released', row, claim.id, { reason });
    // Releasing a claim with an open cancellation request agrees to it, so that no other pharmacy can claim it.
    if (asked) {
      await this.deps.claims.answerCancellation(tx, asked.id, true, '');
      await this.deps.records.agreeCancel(tx, row, asked.reason);
    } else await this.deps.records.release(tx, row);
  }

  answer(context: ActorContext, id: string, body: BodyOf<typeof answerCancellation>): Promise<DispensingClaim> {
    const { claims, records } = this.deps;
    return this.#command(context, 'answerCancellation', id, async (tx, { row, claim }) => {
      if (claim.endedAs === 'cancelled' && body.agree) return;
      this.#assertOpen(claim);
      const asked = await claims.openCancellation(tx, id);
      if (!asked) throw new AppError('dispensing.no-cancellation', 'no cancellation request is open');
      await claims.answerCancellation(tx, asked.id, body.agree, body.note);
      if (body.agree) {
        await claims.end(tx, id, 'cancelled', body.note || null);
        await records.agreeCancel(tx, row, asked.reason);
      } else await records.announce(tx, row, 'prescription.cancel-declined');
      await this.#audit(tx, body.agree ? 'dispensing.cancel-agreed' : 'dispensing.cancel-declined', row, id);
    });
  }

  #command(
    context: ActorContext,
    name: string,
    id: string,
    work: (tx: Tx, held: Held) => Promise<void>,
  ): Promise<DispensingClaim> {
    return this.deps.transactions.command(context, name, async (tx) => {
      const who = await this.#dispenser(tx, context);
      const { prescriptionId } = await this.#own(tx, who, id);
      const row = await this.deps.records.lock(tx, prescriptionId);
      await work(tx, { who, row, claim: await this.#find(tx, id) });
      await announceClaim(tx, this.deps.pharmacies, { id, pharmacyId: who.pharmacyId }, 'dispensing.changed');
      return this.#view(tx, await this.#find(tx, id));
    });
  }

  #assertOpen(claim: ClaimRow): void {
    if (claim.endedAt)
      throw new AppError('dispensing.claim-ended', 'claim has ended', { facts: { as: claim.endedAs ?? '' } });
  }

  #dispenser(tx: Tx, { actor }: ActorContext): Promise<Dispenser> {
    return requireDispenser(this.deps.pharmacies, tx, actor.accountId);
  }

  async #own(tx: Tx, who: Dispenser, id: string): Promise<ClaimRow> {
    const claim = await this.deps.claims.find(tx, id);
    if (claim?.pharmacyId !== who.pharmacyId) throw new AppError('resource.not-found', 'claim not found');
    return claim;
  }

  async #find(tx: Tx, id: string): Promise<ClaimRow> {
    const claim = await this.deps.claims.find(tx, id);
    if (!claim) throw new AppError('resource.not-found', 'claim not found');
    return claim;
  }

  async #factsOf(tx: Tx, claim: ClaimRow) {
    const ids = [claim.prescriptionId];
    const [cancellation] = await this.deps.claims.cancellationsOf(tx, ids);
    return { claim, dispenses: await this.deps.claims.dispensesOf(tx, ids), cancellation: cancellation ?? null };
  }

  async #view(tx: Tx, claim: ClaimRow): Promise<DispensingClaim> {
    const record = await this.deps.records.read(tx, claim.prescriptionId);
    const facts = await this.#factsOf(tx, claim);
    return toClaim(record, facts, await this.deps.records.substitutes(tx), tx.now);
  }

  async #audit(
    tx: Tx,
    action:
      | 'dispensing.claimed'
      | 'dispensing.read'
      | 'dispensing.dispensed'
      | 'dispensing.corrected'
      | 'dispensing.released'
      | 'dispensing.cancel-agreed'
      | 'dispensing.cancel-declined',
    row: PrescriptionRow,
    claimId: string,
    details: Record<string, string | boolean> = {},
  ): Promise<void> {
    const about = { entity: 'claim', entityId: claimId, patientId: row.patientId };
    await tx.audit(action, { ...about, details: { prescriptionId: row.id, ...details } });
  }
}

/** Returns the name of the dispenser: the signed-in person, or the name entered at a counter that a key opened. */
function nameOf(who: Dispenser, said: string | undefined): string {
  if (!who.counter) return who.name;
  if (!said)
    throw new AppError('validation.failed', 'name of the dispenser is missing', {
      fields: [{ path: 'by', rule: 'required' }],
    });
  return said;
}

import { createHash } from 'node:crypto';
import type { ResponseOf } from '@yunzhen/shared/core/route';
import { fromMinor } from '@yunzhen/shared/core/money';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { readVisitBill } from '@yunzhen/shared/documents/bills.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { readableNumber } from '../../../platform/ids.ts';
import { canonicalJson } from '../../../platform/signing/canonical-json.ts';
import { Service } from '../../../platform/service.ts';
import type { HospitalsService } from '../../administration/index.ts';
import type { HospitalSeal } from '../../signing/index.ts';
import type { VisitsArea } from '../../visits/index.ts';
import { BILL_JWS_TYPE, billJson } from './bill-json.ts';
import { billedPrice, type VisitPrice } from './billed-price.ts';
import type { BillsRepository, PrintedBill } from './bills.repository.ts';

interface BillsServiceDeps {
  transactions: Transactions;
  bills: BillsRepository;
  visits: Pick<VisitsArea, 'getVisit'>;
  hospitals: Pick<HospitalsService, 'current'>;
  hospitalSeal: Pick<HospitalSeal, 'sign' | 'read'>;
}

/** Bills of completed visits. The hospital collects the money itself: there is no payment here. */
export class BillsService extends Service<BillsServiceDeps> {
  /** Stores the fee that the patient was shown; runs in the transaction of the check-in. */
  async noteShown(tx: Tx, visitId: string): Promise<void> {
    await this.deps.bills.storeShown(tx, visitId, await this.deps.bills.price(tx, visitId));
  }

  /** Issues the bill of a completed visit that has a price; runs in the transaction of its end. */
  async issue(tx: Tx, visit: { id: string; patientId: string }, status: string): Promise<void> {
    if (status !== 'completed') return;
    const [shown, atEnd] = [await this.deps.bills.shown(tx, visit.id), await this.deps.bills.price(tx, visit.id)];
    await this.#issue(tx, visit, shown === undefined ? atEnd : billedPrice(shown, atEnd));
  }

  /** Issues the bill of a visit that was checked in with a stored fee and completed by a program of the release before. */
  async #issueLate(tx: Tx, visit: { id: string; patientId: string; status: string }): Promise<PrintedBill | null> {
    const shown = visit.status === 'completed' && (await this.deps.bills.shown(tx, visit.id));
    if (!shown) return null;
    await this.#issue(tx, visit, billedPrice(shown, await this.deps.bills.price(tx, visit.id)));
    return this.deps.bills.lock(tx, visit.id);
  }

  async #issue(tx: Tx, visit: { id: string; patientId: string }, price: VisitPrice | null): Promise<void> {
    if (!price) return;
    const { id: priceListId, currency, minor } = price;
    const { timeZone } = await this.deps.hospitals.current(tx);
    const number = readableNumber(dayIn(timeZone, tx.now));
    if (!(await this.deps.bills.insert(tx, { visitId: visit.id, number, priceListId, currency, minor }))) return;
    await tx.audit('bill.issued', {
      entity: 'visit',
      entityId: visit.id,
      patientId: visit.patientId,
      details: { number, amount: fromMinor(minor, currency), currency },
    });
  }

  /**
   * Returns the patient’s own bill; null for a visit without one. It is signed when it is first read, so that a clock or key in trouble never keeps a
   * visit from its end. Throws `resource.not-found` for another patient’s visit.
   */
  read(context: ActorContext, visitId: string): Promise<ResponseOf<typeof readVisitBill>> {
    const { transactions, bills, visits, hospitals, hospitalSeal } = this.deps;
    return transactions.run(context, async (tx) => {
      const visit = await visits.getVisit(tx, visitId);
      const { patientId } = visit;
      if (patientId !== context.actor.patientId) throw new AppError('resource.not-found', 'visit not found');
      const bill = (await bills.lock(tx, visitId)) ?? (await this.#issueLate(tx, visit));
      if (!bill) return { bill: null };
      const jws = bill.jws ?? (await hospitalSeal.sign(tx, BILL_JWS_TYPE, billJson(bill)));
      if (bill.jws === null) await bills.sign(tx, visitId, jws);
      const signed = await hospitalSeal.read(tx, BILL_JWS_TYPE, jws);
      const { name } = await hospitals.current(tx);
      await tx.audit('bill.read', { entity: 'visit', entityId: visitId, patientId, details: { number: bill.number } });
      const { number, kind, department, doctor, patient, currency, minor } = bill;
      return {
        bill: {
          number,
          kind,
          department,
          doctor,
          patient,
          hospital: name,
          price: { amount: fromMinor(minor, currency), currency },
          visitAt: bill.visitAt.toISOString(),
          issuedAt: bill.issuedAt.toISOString(),
          signature: signed !== null && canonicalJson(signed) === canonicalJson(billJson(bill)) ? 'valid' : 'invalid',
          fingerprint: createHash('sha256').update(jws).digest('hex'),
          jws,
        },
      };
    });
  }
}

import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  choosePharmacy,
  listRoutedPrescriptions,
  PharmacyChoice,
  RoutedPrescription,
} from '@yunzhen/shared/dispensing/routing.contract';
import type { PrescriptionStatus } from '@yunzhen/shared/prescribing/prescription';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { maskedPatientOf } from '../../../platform/person-initials.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { DispensableRecords, PrescriptionRow } from '../../prescribing/index.ts';
import type { Notify } from '../../notifications/index.ts';
import type { ClaimRepository } from '../claims/claim.repository.ts';
import { remainingItems } from '../claims/claim.view.ts';
import { requireDispenser, type PharmacyRepository } from '../pharmacies/pharmacy.repository.ts';
import type { RoutingRepository } from './routing.repository.ts';

interface RoutingServiceDeps {
  transactions: Transactions;
  routing: RoutingRepository;
  pharmacies: PharmacyRepository;
  claims: Pick<ClaimRepository, 'dispensesOf'>;
  records: DispensableRecords;
  notify: Pick<Notify, 'notify'>;
}

/** A patient may choose as soon as the doctor has signed; the pharmacy sees it once it may be dispensed. */
const choosable: readonly PrescriptionStatus[] = ['signed', 'under-review', 'approved'];
const isOpen = (row: PrescriptionRow, now: Date) =>
  choosable.includes(row.status) && (row.validUntil === null || row.validUntil > now);

/** The states with which a prescription enters a pharmacy’s list or leaves it. */
const relisted = new Set<PrescriptionStatus>(['approved', 'dispensing', 'rejected', 'cancelled', 'expired']);

/** Sends prescriptions to the pharmacy that the patient chooses. */
export class RoutingService extends Service<RoutingServiceDeps> {
  /** Throws `resource.not-found` for a prescription of another patient. */
  read(context: ActorContext, prescriptionId: string): Promise<PharmacyChoice> {
    const { transactions, records, routing } = this.deps;
    return transactions.run(context, async (tx) => {
      const row = await records.ofPatient(tx, context.actor, prescriptionId);
      const chosen = await routing.chosen(tx, row.id);
      return { chosen, open: isOpen(row, tx.now), pharmacies: await routing.pharmacies(tx) };
    });
  }

  /** Repeating a choice changes nothing. Throws `resource.conflict` once the prescription is claimed or has ended. */
  choose(
    context: ActorContext,
    prescriptionId: string,
    { pharmacyId }: BodyOf<typeof choosePharmacy>,
  ): Promise<undefined> {
    const { transactions, records, routing } = this.deps;
    return transactions.command(context, 'choosePharmacy', async (tx) => {
      const row = await records.lock(tx, (await records.ofPatient(tx, context.actor, prescriptionId)).id);
      const before = await routing.chosen(tx, row.id);
      if (before === pharmacyId) return undefined;
      if (!isOpen(row, tx.now)) throw new AppError('resource.conflict', 'prescription is claimed or has ended');
      if (pharmacyId !== null && !(await routing.canBeChosen(tx, pharmacyId)))
        throw new AppError('resource.not-found', 'pharmacy not found');
      await routing.choose(tx, row.id, pharmacyId, context.actor.accountId);
      const about = { entity: 'prescription', entityId: row.id, patientId: row.patientId };
      await tx.audit('prescription.pharmacy-chosen', { ...about, details: { pharmacyId: pharmacyId ?? '' } });
      await this.#announce(tx, row.id, [before, pharmacyId], await records.patientAccountOf(tx, row));
      if (pharmacyId !== null && row.status === 'approved') await this.#notifyPharmacy(tx, row.id, pharmacyId);
      return undefined;
    });
  }

  list(
    context: ActorContext,
    query: { limit: number; cursor?: string | undefined },
  ): Promise<ResponseOf<typeof listRoutedPrescriptions>> {
    const { transactions, pharmacies, routing, records, claims } = this.deps;
    return transactions.run(context, async (tx) => {
      const { pharmacyId } = await requireDispenser(pharmacies, tx, context.actor.accountId);
      const page = { limit: query.limit, before: decodeCursor(query.cursor) };
      const { items, next } = cutPage(
        await routing.routed(tx, pharmacyId, page),
        query.limit,
        ({ sentAt: at, prescriptionId: id }) => ({ at, id }),
        (row) => row,
      );
      const shown: RoutedPrescription[] = [];
      const patients: string[] = [];
      for (const { prescriptionId, sentAt } of items) {
        const { prescription } = await records.read(tx, prescriptionId);
        const medicines = remainingItems(prescription, await claims.dispensesOf(tx, [prescriptionId]));
        shown.push({
          prescriptionId,
          number: prescription.number,
          ...maskedPatientOf(prescription.around.patientName, prescription.around.patientNameLatin),
          items: medicines.map(({ name }) => name),
          medicines,
          sentAt: sentAt.toISOString(),
          validUntil: (prescription.validUntil ?? prescription.createdAt).toISOString(),
        });
        patients.push(prescription.patientId);
      }
      const details = { count: items.length, state: 'routed' };
      await tx.auditShown('dispensing.listed', { entity: 'claim-list', entityId: null, details }, patients);
      return { items: shown, next };
    });
  }

  /** Refreshes the list of the chosen pharmacy when a prescription enters or leaves it, and notifies it of a new one. */
  async changed(tx: Tx, row: PrescriptionRow): Promise<void> {
    const chosen = relisted.has(row.status) ? await this.deps.routing.chosen(tx, row.id) : null;
    if (!chosen) return;
    await this.#announce(tx, row.id, [chosen], null);
    if (row.status === 'approved') await this.#notifyPharmacy(tx, row.id, chosen);
  }

  /** Notifies the people of the pharmacy of a prescription that they can claim; once an hour, so that a changing choice is no flood. */
  async #notifyPharmacy(tx: Tx, prescriptionId: string, pharmacyId: string): Promise<void> {
    const dedupe = `sent ${prescriptionId} ${pharmacyId} ${tx.now.toISOString().slice(0, 13)}`;
    for (const accountId of await this.deps.pharmacies.accountsOf(tx, pharmacyId))
      await this.deps.notify.notify(tx, {
        to: { accountId },
        template: 'pharmacy.prescription-sent',
        facts: {},
        link: '/dispensing?list=routed',
        dedupe,
      });
  }

  /** Refreshes the lists of the pharmacies, and the pages of the patient when the choice has changed. */
  async #announce(
    tx: Tx,
    prescriptionId: string,
    pharmacyIds: readonly (string | null)[],
    patientAccount: string | null,
  ): Promise<void> {
    const accountIds: string[] = [];
    for (const id of pharmacyIds) if (id) accountIds.push(...(await this.deps.pharmacies.accountsOf(tx, id)));
    const ofPharmacies = { entity: 'claim', id: prescriptionId, to: { accountIds } } as const;
    const ofPatient = { entity: 'prescription', id: prescriptionId } as const;
    const changes = [ofPharmacies, ...(patientAccount ? [{ ...ofPatient, to: { accountIds: [patientAccount] } }] : [])];
    await emitEvent(tx, 'dispensing.changed', { entityId: prescriptionId, changes });
  }
}

import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { ActorContext } from '../../platform/context.ts';
import { cutPage, decodeCursor } from '../../platform/db/paging.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { Service } from '../../platform/service.ts';
import { watchForOf, watchForSource } from '../catalogues/index.ts';
import type { PrescriptionRow } from './prescription.entity.ts';
import { readerOf } from './prescription.policy.ts';
import { toView } from './prescription.view.ts';
import type { PrescribingPart } from './prescribing-part.ts';

type ListQuery = { limit: number; cursor?: string | undefined; status?: Prescription['status'] | undefined };

/** Reads prescriptions and drafts. */
export class PrescriptionQueries extends Service<
  PrescribingPart<'transactions' | 'repository' | 'visits' | 'formularies' | 'hooks'>
> {
  /** Returns what to watch for with each medicine of a prescription, for accounts that may read it. */
  async guidance(
    context: ActorContext,
    id: string,
  ): Promise<{ items: { itemId: string; texts: LocalizedText[] }[]; source: LocalizedText }> {
    const { items } = await this.read(context, id);
    const formulary = await this.deps.transactions.run(context, (tx) => this.deps.formularies.of(tx));
    return {
      items: items.map(({ id: itemId, productId }) => {
        const product = formulary.product(productId);
        return { itemId, texts: product ? watchForOf(product) : [] };
      }),
      source: watchForSource,
    };
  }

  async viewsById(tx: Tx, ids: readonly string[]): Promise<Prescription[]> {
    return this.#views(tx, await this.deps.repository.findAll(tx, ids), false);
  }

  async viewsOfVisit(tx: Tx, visitId: string): Promise<Prescription[]> {
    return this.#views(tx, await this.deps.repository.ofVisit(tx, visitId), false);
  }

  read(context: ActorContext, id: string): Promise<Prescription> {
    return this.deps.transactions.run(context, async (tx) => {
      const row = await this.deps.repository.find(tx, id);
      const reader = row && readerOf(context.actor, row);
      if (!row || !reader) throw new AppError('resource.not-found', 'prescription not found');
      await tx.audit('prescription.read', { entity: 'prescription', entityId: id, patientId: row.patientId });
      return this.view(tx, row, reader === 'patient' ? 'patient' : 'clinician');
    });
  }

  ofVisit(context: ActorContext, visitId: string): Promise<{ items: Prescription[] }> {
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.deps.visits.getVisit(tx, visitId);
      const isPatient = context.actor.patientId === visit.patientId;
      if (!isPatient && context.actor.practitionerId !== visit.practitionerId) {
        throw new AppError('resource.not-found', 'visit not found');
      }
      const rows = (await this.deps.repository.ofVisit(tx, visitId)).filter(
        (row) => !isPatient || row.signedAt !== null,
      );
      await tx.audit('prescription.read', {
        entity: 'visit',
        entityId: visitId,
        patientId: visit.patientId,
        details: { count: rows.length },
      });
      return { items: await this.#views(tx, rows, isPatient) };
    });
  }

  listOwn(context: ActorContext, query: ListQuery): Promise<{ items: Prescription[]; next: string | null }> {
    return this.deps.transactions.run(context, async (tx) => {
      const { patientId, practitionerId } = context.actor;
      const whose = patientId !== null ? { patientId } : practitionerId !== null ? { practitionerId } : null;
      if (!whose || (patientId === null && !context.actor.roles.includes('doctor'))) {
        throw new AppError('auth.forbidden', 'account has no prescriptions');
      }
      const rows = await this.deps.repository.listOwn(tx, whose, {
        limit: query.limit,
        after: decodeCursor(query.cursor),
        status: query.status ?? null,
      });
      const { items, next } = cutPage(
        rows,
        query.limit,
        (row) => ({ at: row.createdAt, id: row.id }),
        (row) => row,
      );
      const about = { entity: 'prescription-list', entityId: null, details: { count: items.length } };
      const shown = patientId === null ? items.map((row) => row.patientId) : [patientId];
      await tx.auditShown('prescription.read', about, shown);
      return { items: await this.#views(tx, items, patientId !== null), next };
    });
  }

  /** Returns the current record for a repeated command, and audits it as a read. */
  async readAgain(tx: Tx, row: PrescriptionRow): Promise<Prescription> {
    await tx.audit('prescription.read', { entity: 'prescription', entityId: row.id, patientId: row.patientId });
    return this.view(tx, row, 'clinician');
  }

  async view(tx: Tx, row: PrescriptionRow, reader: 'patient' | 'clinician'): Promise<Prescription> {
    const [view] = await this.#views(tx, [row], reader === 'patient');
    if (!view) throw new AppError('resource.not-found', 'prescription details not found');
    return view;
  }

  async #views(tx: Tx, rows: PrescriptionRow[], isPatient: boolean): Promise<Prescription[]> {
    const surrounded = await this.deps.repository.surround(tx, rows);
    const dispensing = await this.deps.hooks.onDispensingAsked.ask(tx, surrounded);
    const reader = isPatient ? 'patient' : 'clinician';
    return surrounded.map((row) => toView(row, tx.now, reader, dispensing.get(row.id) ?? null));
  }
}

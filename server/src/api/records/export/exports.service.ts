import { DAY_MS, MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { randomBytes } from 'node:crypto';
import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  askForRecordExport,
  listRecordExports,
  makeExportLink,
  RecordExport,
} from '@yunzhen/shared/records/record-exports.contract';
import { recordExportLinkMinutes, recordExportMachine, recordExportsADay } from '@yunzhen/shared/records/record-export';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import { Service } from '../../../platform/service.ts';
import { hashOfSecret, type AccountsArea } from '../../accounts/index.ts';
import type { HospitalsService } from '../../administration/index.ts';
import type { Notify } from '../../notifications/index.ts';
import { exportChanged } from './export-changes.ts';
import { exportView } from './export-view.ts';
import type { ExportRow, ExportsRepository } from './exports.repository.ts';

/** Maximum number of listed copies, enough for some weeks. */
const shown = 20;

interface ExportsServiceDeps {
  transactions: Transactions;
  exports: ExportsRepository;
  confirmPerson: AccountsArea['confirmPerson'];
  hospitals: HospitalsService;
  jobs: Jobs;
  notify: Notify;
}

/**
 * Manages copies of a whole record for the patient or the patient’s guardian in this session. Request and download both require a new confirmation of
 * identity, so that an open session is not enough to take a record.
 */
export class ExportsService extends Service<ExportsServiceDeps> {
  list(context: ActorContext): Promise<ResponseOf<typeof listRecordExports>> {
    const [patientId, accountId] = whose(context);
    return this.deps.transactions.run(context, async (tx) => {
      const rows = await this.deps.exports.list(tx, patientId, accountId, shown);
      return { items: rows.map((row) => exportView(row, tx.now)), left: await this.#left(tx, patientId, accountId) };
    });
  }

  /** Requests a copy. Throws `auth.confirmation-failed`, `auth.proof-expired`, and `export.too-many` when today’s limit is reached. */
  async ask(context: ActorContext, request: BodyOf<typeof askForRecordExport>): Promise<RecordExport> {
    const [patientId, accountId] = whose(context);
    await this.deps.confirmPerson.byPassword(context, request.confirmation);
    return this.deps.transactions.command(context, 'askForRecordExport', async (tx) => {
      await this.deps.confirmPerson.byProof(tx, context, request.confirmation);
      await this.deps.exports.lockRequests(tx, patientId, accountId);
      const running = await this.deps.exports.running(tx, patientId, accountId);
      if (running) return exportView(running, tx.now);
      if ((await this.#left(tx, patientId, accountId)) === 0)
        throw new AppError('export.too-many', 'account has the maximum number of exports for today');
      const id = newId();
      await this.deps.exports.add(tx, { id, patientId, accountId, locale: request.locale });
      await this.deps.jobs.enqueue(tx, 'make-record-export', { hospitalId: tx.hospitalId, exportId: id }, id);
      await exportChanged(tx, 'asked', { id, patientId, accountId });
      // The patient and all guardians are notified, because a copy leaves the hospital.
      const facts = { at: tx.now.toISOString() };
      await this.deps.notify.notify(tx, {
        to: { patientId },
        template: 'record.export-asked',
        facts,
        link: '/account/record-copy',
      });
      return exportView(await this.#own(tx, context, id), tx.now);
    });
  }

  /** Throws `export.transition-refused` when the copy has already ended. */
  cancel(context: ActorContext, id: string): Promise<RecordExport> {
    return this.deps.transactions.command(context, 'cancelRecordExport', async (tx) => {
      await this.deps.exports.lock(tx, id);
      const row = await this.#own(tx, context, id);
      if (row.state !== 'cancelled') {
        recordExportMachine.next(exportView(row, tx.now).state, 'cancel');
        await this.deps.exports.end(tx, id, 'cancelled');
        await exportChanged(tx, 'cancelled', row);
      }
      return exportView(await this.#own(tx, context, id), tx.now);
    });
  }

  /** Throws the errors of `ask`, and `export.not-ready` or `export.expired`. */
  async link(
    context: ActorContext,
    id: string,
    request: BodyOf<typeof makeExportLink>,
  ): Promise<ResponseOf<typeof makeExportLink>> {
    await this.deps.transactions.run(context, (tx) => this.#own(tx, context, id));
    await this.deps.confirmPerson.byPassword(context, request.confirmation);
    return this.deps.transactions.run(context, async (tx) => {
      await this.deps.confirmPerson.byProof(tx, context, request.confirmation);
      const row = await this.#own(tx, context, id);
      const { state } = exportView(row, tx.now);
      if (state === 'expired' || state === 'cancelled') throw new AppError('export.expired', 'export has expired');
      if (state !== 'ready') throw new AppError('export.not-ready', 'export is not ready yet');
      const key = randomBytes(32).toString('base64url');
      const expiresAt = new Date(tx.now.getTime() + recordExportLinkMinutes * MINUTE_MS);
      const { sessionId, actingFor } = context.actor;
      const hash = hashOfSecret(key);
      await this.deps.exports.addLink(tx, { hash, exportId: id, sessionId, acting: Boolean(actingFor), expiresAt });
      await tx.audit('record.link-made', { entity: 'record-export', entityId: id, patientId: row.patientId });
      const { slug } = await this.deps.hospitals.current(tx);
      const path = `/api/hospitals/${slug}/record-exports/${id}/archive?key=${key}`;
      return { path, expiresAt: expiresAt.toISOString() };
    });
  }

  async #own(tx: Tx, context: ActorContext, id: string): Promise<ExportRow> {
    const [patientId, accountId] = whose(context);
    const row = await this.deps.exports.find(tx, id);
    if (row?.patientId !== patientId || row.accountId !== accountId)
      throw new AppError('resource.not-found', 'export not found');
    return row;
  }

  async #left(tx: Tx, patientId: string, accountId: string): Promise<number> {
    const since = new Date(tx.now.getTime() - DAY_MS);
    return Math.max(0, recordExportsADay - (await this.deps.exports.countSince(tx, patientId, accountId, since)));
  }
}

/** Returns the patient for whom this session acts, and the signed-in account. */
function whose({ actor }: ActorContext): [patientId: string, accountId: string] {
  if (actor.patientId === null) throw new AppError('resource.not-found', 'account has no patient record');
  return [actor.patientId, actor.accountId];
}

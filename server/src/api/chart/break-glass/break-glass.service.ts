import type { BreakGlass, findPatientExactly, openByBreakGlass } from '@yunzhen/shared/chart/break-glass.contract';
import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import { breakGlassHours } from '@yunzhen/shared/chart/chart-entry';
import { AppError } from '@yunzhen/shared/core/errors';
import { HOUR_MS } from '@yunzhen/shared/core/time/duration';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { Notify } from '../../notifications/index.ts';
import type { ChartAccessService } from '../chart-access.service.ts';
import { announceChange } from '../facts/chart-changes.ts';
import { chartNotFound, isOwnChart } from '../chart.policy.ts';
import type { ChartRepository } from '../facts/chart.repository.ts';
import { toBreakGlass, type BreakGlassRepository } from './break-glass.repository.ts';

interface BreakGlassServiceDeps {
  transactions: Transactions;
  access: ChartAccessService;
  charts: ChartRepository;
  breakGlass: BreakGlassRepository;
  notify: Notify['notify'];
}

/** Maximum searches of one doctor in an hour: enough for an emergency, too few to guess birth dates. */
const searchesAnHour = 20;

/** Grants emergency access to a chart for some hours: found only by exact identity, with a reason, and with a notification to the patient. */
export class BreakGlassService extends Service<BreakGlassServiceDeps> {
  /** Finds a patient by exact identity. Every search is audited, with or without a result. Throws `request.rate-limited` after too many. */
  search(
    context: ActorContext,
    identity: BodyOf<typeof findPatientExactly>,
  ): Promise<ResponseOf<typeof findPatientExactly>> {
    const { transactions, access, breakGlass } = this.deps;
    return transactions.run(context, async (tx) => {
      const { accountId } = context.actor;
      // Serialises the searches of an account, so that concurrent ones can't exceed the limit.
      await breakGlass.holdSearcher(tx, accountId);
      if ((await breakGlass.searchesSince(tx, accountId, new Date(tx.now.getTime() - HOUR_MS))) >= searchesAnHour) {
        throw new AppError('request.rate-limited', 'too many searches', { facts: { retryAfterSeconds: 3600 } });
      }
      const matches = await breakGlass.exactly(tx, identity);
      const patient = matches.length === 1 ? matches[0] : undefined;
      await tx.audit('break-glass.searched', {
        entity: 'patient',
        entityId: patient?.id ?? null,
        patientId: patient?.id ?? null,
        details: { found: matches.length },
      });
      if (!patient) return { patient: null };
      const inCare = (await access.readerOf(tx, context.actor, patient.id)) !== null;
      return { patient: { ...patient, inCare } };
    });
  }

  /** Opens the chart, or returns the doctor’s current access. Throws `resource.conflict` for a chart that the doctor may read anyway. */
  open(context: ActorContext, patientId: string, why: BodyOf<typeof openByBreakGlass>): Promise<BreakGlass> {
    const { transactions, access, charts, breakGlass } = this.deps;
    return transactions.command(context, 'openByBreakGlass', async (tx) => {
      const { practitionerId } = context.actor;
      const known = practitionerId !== null && (await charts.lockPatient(tx, patientId));
      const record = known ? await charts.patient(tx, patientId) : null;
      if (practitionerId === null || !record) throw chartNotFound();
      const standing = await breakGlass.active(tx, patientId, practitionerId);
      if (standing) return toBreakGlass(standing);
      if (await access.readerOf(tx, context.actor, patientId)) {
        throw new AppError('resource.conflict', 'doctor already has access to the chart');
      }
      const id = newId();
      const expiresAt = new Date(tx.now.getTime() + breakGlassHours * HOUR_MS);
      await breakGlass.insert(tx, { id, patientId, practitionerId, ...why, expiresAt });
      await tx.audit('break-glass.opened', {
        entity: 'break-glass',
        entityId: id,
        patientId,
        details: { reason: why.reason, hours: breakGlassHours },
      });
      await announceChange(tx, 'chart.opened-in-emergency', {
        entity: 'chart',
        id: patientId,
        accountIds: record.accountId ? [record.accountId] : [],
      });
      const opened = await breakGlass.active(tx, patientId, practitionerId);
      if (!opened) throw new Error('emergency access is missing after it was stored');
      const grant = toBreakGlass(opened);
      await this.deps.notify(tx, {
        to: { patientId },
        template: 'chart.emergency-opened',
        facts: { doctor: grant.doctor, at: grant.openedAt },
        link: '/record',
        dedupe: `chart.emergency-opened ${id}`,
      });
      return grant;
    });
  }

  /** Lists the accesses to the patient’s own chart. */
  list(
    context: ActorContext,
    patientId: string,
    query: { limit: number; cursor?: string | undefined },
  ): Promise<{ items: BreakGlass[]; next: string | null }> {
    const { transactions, breakGlass } = this.deps;
    if (!isOwnChart(context.actor, patientId)) throw chartNotFound();
    return transactions.run(context, async (tx) => {
      const rows = await breakGlass.list(tx, patientId, query.limit, decodeCursor(query.cursor));
      await tx.audit('chart.looks-read', { entity: 'break-glass', entityId: null, patientId });
      return cutPage(rows, query.limit, ({ id, openedAt }) => ({ id, at: openedAt }), toBreakGlass);
    });
  }
}

import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type {
  exportAuditEvents,
  findAuditPatients,
  listAuditEvents,
} from '@yunzhen/shared/administration/audit.contract';
import { maxExportedEvents, maxFoundPatients, routineReads } from '@yunzhen/shared/administration/audit.constants';
import type { ActorContext } from '../../../platform/context.ts';
import { csvLines } from '../../../platform/csv/write-csv.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { initialsOf } from '../../../platform/person-initials.ts';
import { Service } from '../../../platform/service.ts';
import type { AuditEventRow, AuditFilter, AuditRepository } from './audit.repository.ts';

type Sought = Omit<AuditFilter, 'after' | 'limit'>;

/** Rows per transaction of an export. */
const batch = 1000;

interface AuditServiceDeps {
  transactions: Transactions;
  audit: AuditRepository;
}

/** The audit trail for the administrator. Reading it is audited too. */
export class AuditService extends Service<AuditServiceDeps> {
  list(context: ActorContext, query: QueryOf<typeof listAuditEvents>): Promise<ResponseOf<typeof listAuditEvents>> {
    return this.deps.transactions.run(context, async (tx) => {
      const { limit, cursor, ...filter } = query;
      const after = decodeCursor(cursor);
      const rows = await this.deps.audit.list(tx, { ...soughtBy(filter), after, limit: limit + 1 });
      await tx.audit('audit.read', { entity: 'audit', entityId: null, patientId: filter.patientId ?? null });
      return cutPage(
        rows,
        limit,
        (row) => row,
        (row) => ({ ...row, at: row.at.toISOString() }),
      );
    });
  }

  /** Finds patients by full name or number. Each one found is audited, and a search without a result too. */
  findPatients(context: ActorContext, text: string): Promise<ResponseOf<typeof findAuditPatients>> {
    return this.deps.transactions.run(context, async (tx) => {
      const found = await this.deps.audit.patients(tx, text, maxFoundPatients + 1);
      const shown = found.slice(0, maxFoundPatients);
      for (const patientId of shown.length > 0 ? shown.map(({ id }) => id) : [null])
        await tx.audit('audit.patient-searched', { entity: 'patient', entityId: patientId, patientId });
      return {
        items: shown.map(({ id, name, nameLatin, birthDate, phone }) => ({
          id,
          initials: initialsOf(name, nameLatin),
          birthYear: Number(birthDate.slice(0, 4)),
          phoneEnd: phone?.slice(-4) ?? null,
        })),
        more: found.length > shown.length,
      };
    });
  }

  /**
   * Returns matching events as CSV lines, read in batches, so that no transaction stays open for a slow reader. Audits the request before the first
   * line, and the number of rows at the end, also after an abort.
   */
  async export(context: ActorContext, query: QueryOf<typeof exportAuditEvents>): Promise<AsyncGenerator<Uint8Array>> {
    const details = { filters: filtersOf(query) };
    await this.deps.transactions.run(context, (tx) =>
      tx.audit('audit.exported', { entity: 'audit', entityId: null, patientId: query.patientId ?? null, details }),
    );
    return this.#lines(context, soughtBy(query));
  }

  async *#lines(context: ActorContext, filter: Sought): AsyncGenerator<Uint8Array> {
    let after: { at: Date; id: string } | null = null;
    let events = 0;
    let whole = false;
    try {
      yield csvLines([columns], { mark: true });
      while (events < maxExportedEvents) {
        const asked: AuditFilter = { ...filter, after, limit: Math.min(batch, maxExportedEvents - events) };
        const rows: AuditEventRow[] = await this.deps.transactions.run(context, (tx) =>
          this.deps.audit.list(tx, asked),
        );
        if (rows.length > 0) yield csvLines(rows.map(cellsOf));
        events += rows.length;
        after = rows.at(-1) ?? null;
        if (rows.length < asked.limit) break;
      }
      whole = true;
    } finally {
      const entry = { entity: 'audit', entityId: null, actor: context.actor, details: { events, whole } };
      // The session may have ended since; the entry is written all the same.
      const system = { ...context, actor: null };
      await this.deps.transactions.run(system, (tx) => tx.audit('audit.export-ended', entry));
    }
  }
}

const columns = [
  'at',
  'action',
  'outcome',
  'code',
  'actor_id',
  'actor_name',
  'actor_name_latin',
  'actor_roles',
  'entity',
  'entity_id',
  'patient_id',
  'address',
  'request_id',
  'id',
];

const cellsOf = (row: AuditEventRow): string[] => [
  row.at.toISOString(),
  row.action,
  row.outcome,
  row.code ?? '',
  row.actorId ?? '',
  row.actorName ?? '',
  row.actorNameLatin ?? '',
  row.actorRoles.join(' '),
  row.entity,
  row.entityId ?? '',
  row.patientId ?? '',
  row.address ?? '',
  row.requestId,
  row.id,
];

/** Describes the filters of an export; the sort order is not one. */
const filtersOf = (query: QueryOf<typeof exportAuditEvents>): string =>
  Object.keys(query)
    .filter((name) => name !== 'order')
    .sort()
    .join(' ');

function soughtBy(query: QueryOf<typeof exportAuditEvents>): Sought {
  const { action, outcome, scope, actorId, actor, patientId, address, from, to, order } = query;
  return {
    order,
    action: action ?? null,
    outcome: outcome ?? null,
    without: scope === 'access-and-changes' ? routineReads : null,
    actorId: actorId ?? null,
    actor: actor ?? null,
    patientId: patientId ?? null,
    address: address ?? null,
    from: from ?? null,
    to: to ?? null,
  };
}

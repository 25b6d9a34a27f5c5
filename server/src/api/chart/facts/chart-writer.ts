import type { AuditAction } from '@yunzhen/shared/core/audit';
import type { EntryKind } from '@yunzhen/shared/chart/chart-entry';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { VisitsArea } from '../../visits/index.ts';
import type { ChartAccessService } from '../chart-access.service.ts';
import { announceChange } from './chart-changes.ts';
import { chartNotFound, type Author } from '../chart.policy.ts';
import type { ChartRepository, PatientRecord } from './chart.repository.ts';
import type { EntriesRepository } from '../entries/entries.repository.ts';

/** What a change concerns, for its audit event. */
export interface Trace {
  action: AuditAction;
  entity: string;
  entityId: string;
}

/** The content of a new entry, and how its audit event names it. */
export interface NewEntry extends Omit<Trace, 'entityId'> {
  kind: EntryKind;
  said: Readonly<Record<string, unknown>>;
}

interface ChartWriterDeps {
  transactions: Transactions;
  access: ChartAccessService;
  charts: ChartRepository;
  entries: EntriesRepository;
  visits: Pick<VisitsArea, 'doctorsNow'>;
}

/** The only way to write to a chart: checks access, allows one writer at a time, audits, and refreshes pages. */
export class ChartWriter extends Service<ChartWriterDeps> {
  /** Runs an idempotent command with a lock on the patient’s row. */
  command<Value>(
    context: ActorContext,
    name: string,
    patientId: string,
    work: (tx: Tx, author: Author, record: PatientRecord) => Promise<Value>,
  ): Promise<Value> {
    return this.deps.transactions.command(context, name, async (tx) => {
      const { author, record } = await this.hold(tx, context, patientId);
      return work(tx, author, record);
    });
  }

  /** Returns the author with a lock on the patient’s row. Throws `resource.not-found`, `visit.not-in-progress`. */
  async hold(tx: Tx, context: ActorContext, patientId: string): Promise<{ author: Author; record: PatientRecord }> {
    const { access, charts } = this.deps;
    const author = await access.requireAuthor(tx, context.actor, patientId);
    const record = await charts.patientForChange(tx, patientId);
    if (!record) throw chartNotFound();
    return { author, record };
  }

  /** Reads the current state for the response to a command. */
  read<Value>(context: ActorContext, work: (tx: Tx) => Promise<Value>): Promise<Value> {
    return this.deps.transactions.run(context, work);
  }

  /** Inserts an entry with its audit event and refreshes pages. Returns the result of `read`, which runs in the same batch of queries. */
  async add<Stored>(
    tx: Tx,
    context: ActorContext,
    author: Author,
    record: PatientRecord,
    { kind, said, action, entity }: NewEntry,
    read: (id: string) => Promise<Stored | null>,
  ): Promise<Stored> {
    const id = newId();
    const patientId = record.patient.id;
    const [, , doctors, stored] = await tx.all([
      this.deps.entries.insert(tx, kind, {
        id,
        hospital_id: tx.hospitalId,
        patient_id: patientId,
        recorded_by: author,
        recorded_by_account_id: context.actor.accountId,
        recorded_at: tx.now,
        ...said,
      }),
      tx.audit(action, { entity, entityId: id, patientId }),
      this.deps.visits.doctorsNow(tx, patientId),
      read(id),
    ]);
    if (!stored) throw chartNotFound();
    await this.#announce(tx, record, doctors);
    return stored;
  }

  async changed(tx: Tx, record: PatientRecord, { action, entity, entityId }: Trace): Promise<void> {
    const patientId = record.patient.id;
    await tx.audit(action, { entity, entityId, patientId });
    await this.#announce(tx, record, await this.deps.visits.doctorsNow(tx, patientId));
  }

  #announce(tx: Tx, { patient, accountId }: PatientRecord, doctors: readonly string[]): Promise<void> {
    return announceChange(tx, 'chart.changed', {
      entity: 'chart',
      id: patient.id,
      accountIds: [...(accountId === null ? [] : [accountId]), ...doctors],
    });
  }
}

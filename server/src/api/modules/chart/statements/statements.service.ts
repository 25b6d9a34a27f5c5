import type { addAllergy, addMedicationStatement, Allergy, MedicationStatement } from '@yunzhen/shared/contract/chart';
import type { BodyOf } from '@yunzhen/shared/contract/route';
import type { AuditAction } from '@yunzhen/shared/domain/audit';
import { AppError } from '@yunzhen/shared/errors';
import type { ActorContext } from '../../../../platform/context.ts';
import type { Transactions, Tx } from '../../../../platform/db/transaction.ts';
import { newId } from '../../../../platform/ids.ts';
import type { VisitsModule } from '../../visits/index.ts';
import type { ChartAccessService } from '../chart-access.service.ts';
import { announceChange } from '../chart-changes.ts';
import { chartNotFound, mayRetractAllergy, type Author } from '../chart.policy.ts';
import type { ChartRepository } from '../chart.repository.ts';
import { toAllergy, toMedicationStatement, type StatementsRepository } from './statements.repository.ts';

/** What one statement is about, for its audit event. */
interface Trace {
  action: AuditAction;
  entity: 'allergy' | 'medication-statement' | 'chart';
  entityId: string;
}

/** Allergies and medicines that are stated and taken back. The patient’s row is held meanwhile: one statement at a time. */
export class StatementsService {
  readonly #transactions: Transactions;
  readonly #access: ChartAccessService;
  readonly #charts: ChartRepository;
  readonly #statements: StatementsRepository;
  readonly #visits: VisitsModule;

  constructor(parts: {
    transactions: Transactions;
    access: ChartAccessService;
    charts: ChartRepository;
    statements: StatementsRepository;
    visits: VisitsModule;
  }) {
    this.#transactions = parts.transactions;
    this.#access = parts.access;
    this.#charts = parts.charts;
    this.#statements = parts.statements;
    this.#visits = parts.visits;
  }

  addAllergy(context: ActorContext, patientId: string, stated: BodyOf<typeof addAllergy>): Promise<Allergy> {
    return this.#write(context, `allergy.add ${patientId}`, patientId, async (tx, author) => {
      const row = { ...stated, ...this.#authored(tx, context, patientId, author) };
      await this.#statements.insertAllergy(tx, row);
      // Whoever has an allergy no longer has none known.
      await this.#charts.setNoKnownAllergies(tx, patientId, null);
      await this.#changed(tx, patientId, { action: 'chart.allergy-added', entity: 'allergy', entityId: row.id });
      return toAllergy(row);
    });
  }

  /** The row stays. Throws `auth.forbidden` for a patient and an allergy that they did not state themselves. */
  retractAllergy(context: ActorContext, patientId: string, allergyId: string): Promise<Allergy> {
    return this.#write(context, `allergy.retract ${allergyId}`, patientId, async (tx, author) => {
      const row = await this.#statements.allergy(tx, patientId, allergyId);
      if (!row) throw chartNotFound();
      if (row.retractedAt !== null) return toAllergy(row);
      if (!mayRetractAllergy(author, row.recordedBy)) {
        throw new AppError('auth.forbidden', 'an allergy that a clinician recorded is taken back by a clinician');
      }
      await this.#statements.retractAllergy(tx, row.id, context.actor.accountId);
      await this.#changed(tx, patientId, { action: 'chart.allergy-retracted', entity: 'allergy', entityId: row.id });
      return toAllergy(row);
    });
  }

  /** Throws `resource.conflict` while an allergy stands in the chart. */
  stateNoAllergies(context: ActorContext, patientId: string): Promise<{ allergiesStated: boolean }> {
    return this.#write(context, `allergy.none ${patientId}`, patientId, async (tx) => {
      if ((await this.#statements.allergies(tx, patientId)).length > 0) {
        throw new AppError('resource.conflict', 'an allergy is on record');
      }
      await this.#charts.setNoKnownAllergies(tx, patientId, tx.now);
      await this.#changed(tx, patientId, {
        action: 'chart.no-allergies-stated',
        entity: 'chart',
        entityId: patientId,
      });
      return { allergiesStated: true };
    });
  }

  addMedicine(
    context: ActorContext,
    patientId: string,
    stated: BodyOf<typeof addMedicationStatement>,
  ): Promise<MedicationStatement> {
    return this.#write(context, `medicine.add ${patientId}`, patientId, async (tx, author) => {
      const row = { ...stated, ...this.#authored(tx, context, patientId, author) };
      await this.#statements.insertMedicine(tx, row);
      await this.#changed(tx, patientId, {
        action: 'chart.medicine-added',
        entity: 'medication-statement',
        entityId: row.id,
      });
      return toMedicationStatement(row);
    });
  }

  /** No longer taken, or entered in error; the row stays. A patient may say so of any: they know what they take. */
  retractMedicine(context: ActorContext, patientId: string, statementId: string): Promise<MedicationStatement> {
    return this.#write(context, `medicine.retract ${statementId}`, patientId, async (tx) => {
      const row = await this.#statements.medicine(tx, patientId, statementId);
      if (!row) throw chartNotFound();
      if (row.retractedAt !== null) return toMedicationStatement(row);
      await this.#statements.retractMedicine(tx, row.id, context.actor.accountId);
      await this.#changed(tx, patientId, {
        action: 'chart.medicine-retracted',
        entity: 'medication-statement',
        entityId: row.id,
      });
      return toMedicationStatement(row);
    });
  }

  #write<Value>(
    context: ActorContext,
    name: string,
    patientId: string,
    work: (tx: Tx, author: Author) => Promise<Value>,
  ): Promise<Value> {
    return this.#transactions.command(context, name, async (tx) => {
      const author = await this.#access.requireAuthor(tx, context.actor, patientId);
      if (!(await this.#charts.lockPatient(tx, patientId))) throw chartNotFound();
      return work(tx, author);
    });
  }

  #authored(tx: Tx, context: ActorContext, patientId: string, author: Author) {
    return {
      id: newId(),
      hospitalId: tx.hospitalId,
      patientId,
      recordedBy: author,
      recordedByAccountId: context.actor.accountId,
      recordedAt: tx.now,
      retractedAt: null,
      retractedByAccountId: null,
    };
  }

  async #changed(tx: Tx, patientId: string, { action, entity, entityId }: Trace): Promise<void> {
    await tx.audit(action, { entity, entityId, patientId });
    const record = await this.#charts.patient(tx, patientId);
    const doctors = await this.#visits.doctorsNow(tx, patientId);
    await announceChange(tx, 'chart.changed', {
      entity: 'chart',
      id: patientId,
      accountIds: [...(record?.accountId ? [record.accountId] : []), ...doctors],
    });
  }
}

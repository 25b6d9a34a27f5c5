import type {
  addAllergy,
  addCondition,
  addMedicationStatement,
  Allergy,
  Condition,
  MedicationStatement,
} from '@yunzhen/shared/chart/chart.contract';
import type { BodyOf } from '@yunzhen/shared/core/route';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { AccountsArea } from '../../accounts/index.ts';
import type { ChartWriter } from '../facts/chart-writer.ts';
import { chartNotFound } from '../chart.policy.ts';
import type { EntriesService } from '../entries/entries.service.ts';
import { refused } from './refusal.ts';
import type { StatementsRepository } from './statements.repository.ts';

interface StatementsServiceDeps {
  writer: ChartWriter;
  entries: EntriesService;
  patients: AccountsArea['patients'];
  statements: StatementsRepository;
  /** Returns the title of a terminology code; null when it does not exist. */
  titleOf: (tx: Tx, code: string) => Promise<LocalizedText | null>;
}

/** Records and retracts allergies, conditions and medicines, one statement per patient at a time. */
export class StatementsService extends Service<StatementsServiceDeps> {
  addAllergy(context: ActorContext, patientId: string, stated: BodyOf<typeof addAllergy>): Promise<Allergy> {
    const { writer, patients, statements } = this.deps;
    return writer.command(context, 'addAllergy', patientId, async (tx, author, record) => {
      const { substanceCode, ...said } = stated;
      const row = { ...said, substance_code: substanceCode };
      if (record.noKnownAllergiesAt) await patients.setNoKnownAllergies(tx, patientId, null);
      const trace = { action: 'chart.allergy-added', entity: 'allergy' } as const;
      return writer.add(tx, context, author, record, { kind: 'allergy', said: row, ...trace }, (id) =>
        statements.allergy(tx, patientId, id),
      );
    });
  }

  /** Retracts an allergy; its row remains. Throws `auth.forbidden` when the patient may not retract it. */
  async retractAllergy(context: ActorContext, patientId: string, allergyId: string): Promise<Allergy> {
    const { entries, writer, statements } = this.deps;
    await entries.decide(context, patientId, {
      kind: 'allergy',
      entryId: allergyId,
      decision: 'retract',
      reason: '',
      version: null,
    });
    return writer.read(context, async (tx) => found(await statements.allergy(tx, patientId, allergyId)));
  }

  /** Throws `resource.conflict` while the chart contains an allergy. */
  stateNoAllergies(context: ActorContext, patientId: string): Promise<{ allergiesStated: boolean }> {
    const { writer, patients, statements } = this.deps;
    return writer.command(context, 'stateNoAllergies', patientId, async (tx, _author, record) => {
      if ((await statements.allergies(tx, patientId)).length > 0) {
        throw new AppError('resource.conflict', 'chart already has an allergy on record');
      }
      await patients.setNoKnownAllergies(tx, patientId, tx.now);
      await writer.changed(tx, record, {
        action: 'chart.no-allergies-stated',
        entity: 'chart',
        entityId: patientId,
      });
      return { allergiesStated: true };
    });
  }

  /** Throws `validation.failed` for an unknown code and for a future date. */
  addCondition(context: ActorContext, patientId: string, stated: BodyOf<typeof addCondition>): Promise<Condition> {
    const { writer, statements, titleOf } = this.deps;
    return writer.command(context, 'addCondition', patientId, async (tx, author, record) => {
      const { code, text, since } = stated;
      const title = code === null ? { en: text, zh: text } : await titleOf(tx, code);
      if (!title) throw refused('code', 'unknown-code');
      if (since !== null && (since > record.today || since < record.patient.birthDate)) throw refused('since', 'date');
      const trace = { action: 'chart.condition-added', entity: 'condition' } as const;
      const said = { code, title, since };
      return writer.add(tx, context, author, record, { kind: 'condition', said, ...trace }, (id) =>
        statements.condition(tx, patientId, id),
      );
    });
  }

  addMedicine(
    context: ActorContext,
    patientId: string,
    stated: BodyOf<typeof addMedicationStatement>,
  ): Promise<MedicationStatement> {
    const { writer, statements } = this.deps;
    return writer.command(context, 'addMedicationStatement', patientId, async (tx, author, record) => {
      const { productId, ...said } = stated;
      const row = { ...said, product_id: productId };
      const trace = { action: 'chart.medicine-added', entity: 'medication-statement' } as const;
      return writer.add(tx, context, author, record, { kind: 'medicine', said: row, ...trace }, (id) =>
        statements.medicine(tx, patientId, id),
      );
    });
  }

  /** Retracts a medicine that is no longer taken; its row remains. */
  async retractMedicine(context: ActorContext, patientId: string, statementId: string): Promise<MedicationStatement> {
    const { entries, writer, statements } = this.deps;
    await entries.decide(context, patientId, {
      kind: 'medicine',
      entryId: statementId,
      decision: 'retract',
      reason: '',
      version: null,
    });
    return writer.read(context, async (tx) => found(await statements.medicine(tx, patientId, statementId)));
  }
}

function found<Row>(row: Row | null): Row {
  if (row === null) throw chartNotFound();
  return row;
}

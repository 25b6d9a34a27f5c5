import type { Diagnosis, DiagnosisList } from '@yunzhen/shared/chart/chart.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { VisitFacts, VisitsArea } from '../../visits/index.ts';
import type { ChartAccessService } from '../chart-access.service.ts';
import { announceChange } from '../facts/chart-changes.ts';
import type { DiagnosisUseRepository } from './diagnosis-use.repository.ts';
import { titleOf, type Terminologies } from '../../catalogues/index.ts';
import { diagnosisErrors, sameDiagnoses, type ChosenDiagnosis } from './diagnosis-check.ts';
import type { DiagnosesRepository } from './diagnoses.repository.ts';
import { assertCurrent } from '../../core/version.ts';

interface DiagnosesServiceDeps {
  transactions: Transactions;
  access: ChartAccessService;
  diagnoses: DiagnosesRepository;
  visits: VisitsArea;
  terminologies: Terminologies;
  use: DiagnosisUseRepository;
}

/** Stores the diagnoses of a visit, coded with the hospital’s catalogue. */
export class DiagnosesService extends Service<DiagnosesServiceDeps> {
  read(context: ActorContext, visitId: string): Promise<DiagnosisList> {
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.deps.access.requireVisitReader(tx, context.actor, visitId);
      const version = await this.deps.diagnoses.version(tx, visitId);
      await this.#audit(tx, 'diagnoses.read', visit, version);
      return { visitId, version, items: await this.deps.diagnoses.items(tx, visitId) };
    });
  }

  /**
   * Replaces the list. Throws `validation.failed` for unknown codes, and `resource.stale` with the current version. Retrying a save returns its first
   * result.
   */
  save(
    context: ActorContext,
    visitId: string,
    version: number,
    chosen: readonly ChosenDiagnosis[],
  ): Promise<DiagnosisList> {
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.deps.visits.requireConduct(tx, context.actor, visitId);
      const current = await this.deps.diagnoses.lock(tx, visitId);
      const before = await this.deps.diagnoses.items(tx, visitId);
      const titles = await this.#titles(tx, chosen, before);
      const fields = diagnosisErrors(chosen, (code) => titles.get(code) ?? null);
      if (fields.length > 0) throw new AppError('validation.failed', 'diagnoses are not valid', { fields });
      if (current === version + 1 && sameDiagnoses(before, chosen)) return { visitId, version: current, items: before };
      assertCurrent({ version: current }, version);
      const items = chosen.map((item) => coded(item, before, titles));
      await this.deps.diagnoses.replace(tx, visitId, version + 1, this.#rows(tx, visit, items));
      const added = items.filter(({ code }) => !before.some((item) => item.code === code));
      await this.deps.use.used(tx, visit.practitionerId, added);
      await this.#audit(tx, 'diagnoses.saved', visit, version + 1);
      await announceChange(tx, 'diagnoses.saved', {
        entity: 'diagnoses',
        id: visitId,
        visitId,
        version: version + 1,
        accountIds: [visit.doctorAccountId],
      });
      return { visitId, version: version + 1, items };
    });
  }

  /** Returns the diagnoses for other modules, which check access themselves. */
  of(tx: Tx, visitId: string): Promise<Diagnosis[]> {
    return this.deps.diagnoses.items(tx, visitId);
  }

  /** Returns the titles of codes in the current catalogue. A diagnosis recorded under an earlier catalogue keeps its title. */
  async #titles(
    tx: Tx,
    chosen: readonly ChosenDiagnosis[],
    before: readonly Diagnosis[],
  ): Promise<ReadonlyMap<string, LocalizedText>> {
    const terminology = await this.deps.terminologies.of(tx);
    const found = await terminology.byCodes([...new Set(chosen.map(({ code }) => code))]);
    return new Map([
      ...before.map(({ code, title }) => [code, title] as const),
      ...[...found.values()].map((concept) => [concept.code, titleOf(concept)] as const),
    ]);
  }

  #rows(tx: Tx, visit: VisitFacts, items: readonly Diagnosis[]) {
    return items.map(({ primary, ...item }, position) => ({
      ...item,
      isPrimary: primary,
      position,
      hospitalId: tx.hospitalId,
      visitId: visit.id,
      patientId: visit.patientId,
      recordedAt: tx.now,
    }));
  }

  #audit(tx: Tx, action: 'diagnoses.read' | 'diagnoses.saved', visit: VisitFacts, version: number): Promise<void> {
    const { id, patientId } = visit;
    return tx.audit(action, { entity: 'diagnoses', entityId: id, patientId, details: { version } });
  }
}

/** Returns the rows to store; a code that stays in the list keeps its id. */
function coded(
  { code, primary, certainty }: ChosenDiagnosis,
  before: readonly Diagnosis[],
  titles: ReadonlyMap<string, LocalizedText>,
): Diagnosis {
  const title = titles.get(code);
  if (!title) throw new AppError('validation.failed', 'diagnosis code is unknown');
  return { id: before.find((item) => item.code === code)?.id ?? newId(), code, title, primary, certainty };
}

import type { Allergy, Chart, MedicationStatement } from '@yunzhen/shared/chart/chart.contract';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { ChartAccessService } from '../chart-access.service.ts';
import type { ChartHooks } from '../hooks.ts';
import { chartNotFound } from '../chart.policy.ts';
import type { ChartRepository } from './chart.repository.ts';
import { safetyFactsOf, toObservation } from '../observations/observation-view.ts';
import type { ObservationsRepository } from '../observations/observations.repository.ts';
import type { StatementsRepository } from '../statements/statements.repository.ts';

/** The facts about a patient that treatment needs. */
export type PatientFacts = Omit<Chart, 'visits' | 'access' | 'allergies' | 'medicines' | 'prescribed'> & {
  allergies: Allergy[];
  medicines: MedicationStatement[];
};

interface ChartServiceDeps {
  transactions: Transactions;
  access: ChartAccessService;
  charts: ChartRepository;
  statements: StatementsRepository;
  observations: ObservationsRepository;
  hooks: ChartHooks;
}

/** Serves the whole chart to its readers, and its facts to the checks. */
export class ChartService extends Service<ChartServiceDeps> {
  /** Every read is audited, the patient’s own included. */
  read(context: ActorContext, patientId: string): Promise<Chart> {
    return this.deps.transactions.run(context, async (tx) => {
      const reader = await this.deps.access.requireReader(tx, context.actor, patientId);
      const [facts, visits, writable, visitId] = await tx.all([
        this.facts(tx, patientId),
        this.deps.charts.visits(tx, patientId, reader.author === 'patient'),
        this.deps.access.mayWrite(tx, context.actor, patientId, reader),
        this.deps.charts.openVisit(tx, patientId, context.actor.practitionerId),
      ]);
      await tx.audit('chart.read', { entity: 'chart', entityId: patientId, patientId, details: { by: reader.by } });
      const { hooks } = this.deps;
      const substances = await hooks.onAllergyNamesAsked.ask(tx, facts.allergies);
      const names = await hooks.onMedicineNamesAsked.ask(tx, facts.medicines);
      return {
        ...facts,
        allergies: facts.allergies.map((allergy, place) => ({ ...allergy, names: substances[place] ?? [] })),
        medicines: facts.medicines.map((stated, place) => ({ ...stated, names: names[place] ?? [] })),
        prescribed: await hooks.onPrescribedAsked.ask(tx, patientId),
        visits,
        access: { by: reader.by, until: reader.until?.toISOString() ?? null, writable, visitId },
      };
    });
  }

  /** Audits that the chart leaves the system on paper; the patient sees it among the accesses. */
  print(context: ActorContext, patientId: string): Promise<undefined> {
    return this.deps.transactions.run(context, async (tx) => {
      const { by } = await this.deps.access.requireReader(tx, context.actor, patientId);
      await tx.audit('chart.printed', { entity: 'chart', entityId: patientId, patientId, details: { by } });
      return undefined;
    });
  }

  /** Throws `resource.not-found`. The calling module checks access. */
  async facts(tx: Tx, patientId: string): Promise<PatientFacts> {
    const [record, allergies, conditions, medicines, measured, pregnancy] = await tx.all([
      this.deps.charts.patient(tx, patientId),
      this.deps.statements.allergies(tx, patientId),
      this.deps.statements.conditions(tx, patientId),
      this.deps.statements.medicines(tx, patientId),
      this.deps.observations.recent(tx, patientId),
      this.deps.observations.pregnancy(tx, patientId),
    ]);
    if (!record) throw chartNotFound();
    const observations = measured.map((row) => toObservation(row, record.patient));
    return {
      patient: record.patient,
      allergies,
      allergiesStated: allergies.length > 0 || record.noKnownAllergiesAt !== null,
      conditions,
      medicines,
      observations,
      pregnancy,
      safetyFacts: safetyFactsOf(observations, pregnancy, record.patient.age, tx.now),
    };
  }
}

import type { SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { Formulary } from '../../catalogues/index.ts';
import type { ChartArea } from '../../chart/index.ts';
import type { VisitFacts } from '../../visits/index.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import { rulesAgainst } from '../rules/rule-pack.ts';
import type { PatientFacts, RulesInUse, RunOn, SafetyRun } from './safety-run.ts';
import type { ReleasesInUse } from '../curation/releases-in-use.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

interface PrescriptionChecksDeps extends PrescribingPart<'repository' | 'visits' | 'formularies' | 'circumstances'> {
  chart: ChartArea;
  safety: SafetyRun;
  releases: ReleasesInUse;
}

interface Where {
  readonly formulary: Formulary;
  readonly jurisdiction: string;
}

/** Runs every check and rule on one prescription against the current chart. */
export class PrescriptionChecks extends Service<PrescriptionChecksDeps> {
  /** Prepares for a check that will run soon. */
  warm(): void {
    this.deps.safety.warm();
  }

  /** Updates diagnoses, safety report and rule findings of a draft from the chart. */
  async examine(tx: Tx, row: PrescriptionRow, visit: VisitFacts): Promise<void> {
    const diagnoses = await this.deps.chart.diagnosesOf(tx, row.visitId);
    row.diagnoses = diagnoses.map(({ code, title, primary }) => ({ code, title, primary }));
    const formulary = await this.deps.formularies.of(tx);
    const prescriber = await this.deps.repository.prescriberOf(tx, row.practitionerId);
    const { facts, report } = await this.#check(tx, row, visit, { formulary, jurisdiction: prescriber.jurisdiction });
    row.safety = report;
    const basis = await this.deps.chart.basisOf(tx, row.visitId);
    row.basisVersion = basis?.version ?? null;
    row.blockedBy = rulesAgainst(prescriber.jurisdiction, {
      prescription: row,
      visit,
      facts,
      prescriber,
      today: dayIn(prescriber.timeZone, tx.now),
      formulary,
      basis,
      circumstances: await this.deps.circumstances.of(tx, row.id),
      departmentCode: await this.deps.circumstances.departmentCode(tx, row.departmentId),
    });
  }

  /** Runs the checks again for the pharmacist without changing the prescription. */
  async reexamine(
    tx: Tx,
    id: string,
  ): Promise<{ prescription: PrescriptionRow; facts: PatientFacts; report: SafetyReport }> {
    const prescription = await this.deps.repository.find(tx, id);
    if (!prescription) throw new AppError('resource.not-found', 'prescription not found');
    const visit = await this.deps.visits.getVisit(tx, prescription.visitId);
    const { jurisdiction } = await this.deps.repository.prescriberOf(tx, prescription.practitionerId);
    const formulary = await this.deps.formularies.of(tx);
    const { facts, report } = await this.#check(tx, prescription, visit, { formulary, jurisdiction });
    return { prescription, facts, report };
  }

  /** Runs the checks on a prescription with each of several sets of rules, against the present chart and without storing anything. */
  async withRules(tx: Tx, row: PrescriptionRow, sets: readonly RulesInUse[]): Promise<SafetyReport[]> {
    const visit = await this.deps.visits.getVisit(tx, row.visitId);
    const { jurisdiction } = await this.deps.repository.prescriberOf(tx, row.practitionerId);
    const on = await this.#runOn(tx, row, visit, { formulary: await this.deps.formularies.of(tx), jurisdiction });
    const reports: SafetyReport[] = [];
    for (const rules of sets) reports.push(await this.deps.safety.run({ ...on, rules }));
    return reports;
  }

  async #check(
    tx: Tx,
    row: PrescriptionRow,
    visit: VisitFacts,
    where: Where,
  ): Promise<{ facts: PatientFacts; report: SafetyReport }> {
    const on = await this.#runOn(tx, row, visit, where);
    return { facts: on.facts, report: await this.deps.safety.run({ ...on, rules: await this.deps.releases.of(tx) }) };
  }

  async #runOn(tx: Tx, row: PrescriptionRow, visit: VisitFacts, where: Where): Promise<Omit<RunOn, 'rules'>> {
    const facts = await this.deps.chart.facts(tx, row.patientId);
    const others = await this.deps.repository.activeOf(tx, row.patientId, row.id);
    const stated = facts.medicines.length > 0 || visit.intake?.medicinesConfirmed === true;
    return { prescription: row, facts, others, medicinesStated: stated, ...where };
  }
}

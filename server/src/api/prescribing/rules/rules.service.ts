import type { Circumstances, StatedCircumstances, listRules } from '@yunzhen/shared/prescribing/rules.contract';
import type { ResponseOf } from '@yunzhen/shared/core/route';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { ChartArea } from '../../chart/index.ts';
import type { ActiveRelease } from '../curation/active-release.ts';
import type { PrescriptionChecks } from '../safety/prescription-checks.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import { requireOwn, requireOwnDraft } from '../prescription.policy.ts';
import { clinicalDataSets } from '../safety/knowledge/reviewed-data.ts';
import { benchEvidence } from './bench-evidence.ts';
import { isUnderSix } from './cn-internet-hospital.ts';
import { findingsOf } from './stored-finding.ts';
import { allRules, packsOf } from './rule-pack.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

interface RulesServiceDeps extends PrescribingPart<'transactions' | 'repository' | 'circumstances' | 'visits'> {
  chart: ChartArea;
  checks: PrescriptionChecks;
  activeRelease: Pick<ActiveRelease, 'of'>;
}

/** Lists the rules, and stores the circumstances that a doctor states for them. */
export class RulesService extends Service<RulesServiceDeps> {
  list(context: ActorContext): Promise<ResponseOf<typeof listRules>> {
    const { transactions, circumstances, activeRelease } = this.deps;
    return transactions.run(context, async (tx) => ({
      inForce: packsOf(await circumstances.jurisdiction(tx)),
      items: allRules(),
      data: clinicalDataSets(),
      release: await activeRelease.of(tx),
      benches: [...benchEvidence],
    }));
  }

  read(context: ActorContext, prescriptionId: string): Promise<StatedCircumstances> {
    const { transactions, repository } = this.deps;
    return transactions.run(context, async (tx) => {
      const row = requireOwn(context.actor, await repository.find(tx, prescriptionId));
      await tx.audit('prescription.read', { entity: 'prescription', entityId: row.id, patientId: row.patientId });
      return this.#stated(tx, row);
    });
  }

  /**
   * Stores the circumstances of a draft and evaluates its rules again. The version of the draft does not change, so that a page with open lines does
   * not become stale.
   */
  state(context: ActorContext, prescriptionId: string, given: Circumstances): Promise<StatedCircumstances> {
    const { transactions, repository, circumstances, visits, checks } = this.deps;
    return transactions.command(context, 'stateCircumstances', async (tx) => {
      const row = requireOwnDraft(context.actor, await repository.lock(tx, prescriptionId));
      const visit = await visits.requireConduct(tx, context.actor, row.visitId);
      await circumstances.state(tx, row.id, context.actor.accountId, given);
      await checks.examine(tx, row, visit);
      await repository.save(tx, row);
      await tx.audit('prescription.circumstances-stated', {
        entity: 'prescription',
        entityId: row.id,
        patientId: row.patientId,
        details: { emergency: given.emergency, validDays: given.validDays, guardian: given.guardian !== null },
      });
      return this.#stated(tx, row);
    });
  }

  async #stated(tx: Tx, row: PrescriptionRow): Promise<StatedCircumstances> {
    const { circumstances, chart } = this.deps;
    const timeZone = await circumstances.timeZone(tx);
    const { patient } = await chart.facts(tx, row.patientId);
    return {
      ...(await circumstances.of(tx, row.id)),
      guardianNeeded: isUnderSix(patient.birthDate, dayIn(timeZone, tx.now)),
      blockedBy: findingsOf(row.blockedBy),
    };
  }
}

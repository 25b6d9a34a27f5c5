import type {
  AcknowledgementInput,
  Prescription,
  PrescriptionItemInput,
} from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId, readableNumber } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { VisitFacts } from '../../visits/index.ts';
import { wordItems } from './item-wording.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import { requireOwnDraft } from '../prescription.policy.ts';
import type { PrescriptionQueries } from '../prescription-queries.service.ts';
import type { PrescriptionChecks } from '../safety/prescription-checks.ts';
import type { PrescribingPart } from '../prescribing-part.ts';
import { assertCurrent } from '../../core/version.ts';

interface PrescriptionDraftsDeps extends PrescribingPart<
  'transactions' | 'repository' | 'visits' | 'formularies' | 'circumstances'
> {
  checks: PrescriptionChecks;
  queries: PrescriptionQueries;
}

/** The commands on a draft. */
export class PrescriptionDrafts extends Service<PrescriptionDraftsDeps> {
  /** Starts a draft in a visit that is in progress, or returns the visit’s open draft. */
  create(context: ActorContext, visitId: string): Promise<Prescription> {
    this.deps.checks.warm();
    return this.deps.transactions.command(context, 'createPrescription', async (tx) => {
      const visit = await this.deps.visits.requireConduct(tx, context.actor, visitId);
      const made = await this.#insertDraft(tx, visit);
      const draft = await this.deps.repository.findDraft(tx, visitId);
      if (!draft) throw new AppError('resource.conflict', 'draft was closed in the meantime');
      if (made) {
        await tx.audit('prescription.created', {
          entity: 'prescription',
          entityId: draft.id,
          patientId: visit.patientId,
        });
        return this.deps.queries.view(tx, draft, 'clinician');
      }
      return this.deps.queries.readAgain(tx, draft);
    });
  }

  async #insertDraft(tx: Tx, visit: VisitFacts): Promise<boolean> {
    if (await this.deps.repository.findDraft(tx, visit.id)) return false;
    const today = dayIn(await this.deps.circumstances.timeZone(tx), tx.now);
    return this.deps.repository.insertDraft(tx, {
      id: newId(),
      hospitalId: tx.hospitalId,
      number: readableNumber(today),
      visitId: visit.id,
      patientId: visit.patientId,
      practitionerId: visit.practitionerId,
      departmentId: visit.departmentId,
      createdAt: tx.now,
    } as PrescriptionRow);
  }

  /** Replaces the draft’s lines and runs every check and rule on them. Throws `resource.stale` with the current version. */
  save(context: ActorContext, id: string, version: number, inputs: PrescriptionItemInput[]): Promise<Prescription> {
    return this.deps.transactions.command(context, 'savePrescription', async (tx) => {
      const row = requireOwnDraft(context.actor, await this.deps.repository.lock(tx, id));
      const visit = await this.deps.visits.requireConduct(tx, context.actor, row.visitId);
      assertCurrent(row, version);
      row.items = wordItems(await this.deps.formularies.of(tx), inputs, row.items);
      await this.deps.checks.examine(tx, row, visit);
      await this.deps.repository.saveVersion(tx, row);
      if (row.safety) await this.deps.repository.keepSafetyCheck(tx, row, 'draft', row.safety);
      await tx.audit('prescription.saved', {
        entity: 'prescription',
        entityId: id,
        patientId: row.patientId,
        details: { version: row.version, items: row.items.length },
      });
      return this.deps.queries.view(tx, row, 'clinician');
    });
  }

  /** Stores reasons for alerts on the draft. They take effect at the signature, against the alerts found then. */
  keepAcknowledgements(context: ActorContext, id: string, given: AcknowledgementInput[]): Promise<Prescription> {
    return this.deps.transactions.command(context, 'keepAcknowledgements', async (tx) => {
      const row = requireOwnDraft(context.actor, await this.deps.repository.lock(tx, id));
      row.acknowledgements = given;
      await this.deps.repository.save(tx, row);
      await tx.audit('prescription.reasons-kept', {
        entity: 'prescription',
        entityId: id,
        patientId: row.patientId,
        details: { reasons: given.length },
      });
      return this.deps.queries.view(tx, row, 'clinician');
    });
  }
}

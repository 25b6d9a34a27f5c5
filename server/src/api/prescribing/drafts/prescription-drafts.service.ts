import type {
  AcknowledgementInput,
  Prescription,
  PrescriptionItemInput,
  SafetyReport,
} from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId, readableNumber } from '../../../platform/ids.ts';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { type Formulary, type Formularies, watchForOf, watchForSource } from '../../catalogues/index.ts';
import type { ChartArea } from '../../chart/index.ts';
import type { VisitFacts, VisitsArea } from '../../visits/index.ts';
import { wordItems } from './item-wording.ts';
import type { PrescribingHooks } from '../hooks.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import { readerOf, requireOwn, requireVersion } from '../prescription.policy.ts';
import type { PrescriptionRepository } from '../prescription.repository.ts';
import { toView } from '../prescription.view.ts';
import type { CircumstancesRepository } from '../rules/circumstances.repository.ts';
import { rulesAgainst } from '../rules/rule-pack.ts';
import type { PatientFacts, SafetyRun } from '../safety/safety-run.ts';

type ListQuery = { limit: number; cursor?: string | undefined; status?: Prescription['status'] | undefined };

interface PrescriptionDraftsServiceDeps {
  transactions: Transactions;
  repository: PrescriptionRepository;
  visits: VisitsArea;
  chart: ChartArea;
  formularies: Formularies;
  safety: SafetyRun;
  circumstances: CircumstancesRepository;
  hooks: PrescribingHooks;
}

/** Drafts, and reading of every prescription. */
export class PrescriptionDraftsService {
  readonly #deps: PrescriptionDraftsServiceDeps;

  constructor(deps: PrescriptionDraftsServiceDeps) {
    this.#deps = deps;
  }

  /** Starts a draft in a visit that is in progress; its one open draft is returned when there is one. */
  create(context: ActorContext, visitId: string): Promise<Prescription> {
    this.#deps.safety.warm();
    return this.#deps.transactions.command(context, 'createPrescription', async (tx) => {
      const visit = await this.#deps.visits.requireConduct(tx, context.actor, visitId);
      const made = await this.#insertDraft(tx, visit);
      const draft = await this.#deps.repository.findDraft(tx, visitId);
      if (!draft) throw new AppError('resource.conflict', 'the draft was closed meanwhile');
      if (made) {
        await tx.audit('prescription.created', {
          entity: 'prescription',
          entityId: draft.id,
          patientId: visit.patientId,
        });
        return this.view(tx, draft, 'clinician');
      }
      return this.readAgain(tx, draft);
    });
  }

  async #insertDraft(tx: Tx, visit: VisitFacts): Promise<boolean> {
    if (await this.#deps.repository.findDraft(tx, visit.id)) return false;
    return this.#deps.repository.insertDraft(tx, {
      id: newId(),
      hospitalId: tx.hospitalId,
      number: readableNumber(tx.now),
      visitId: visit.id,
      patientId: visit.patientId,
      practitionerId: visit.practitionerId,
      departmentId: visit.departmentId,
      createdAt: tx.now,
    } as PrescriptionRow);
  }

  /** Replaces the draft’s lines and runs every check and rule on them. Throws `resource.stale` with the present version. */
  save(context: ActorContext, id: string, version: number, inputs: PrescriptionItemInput[]): Promise<Prescription> {
    return this.#deps.transactions.command(context, 'savePrescription', async (tx) => {
      const row = requireOwn(context.actor, await this.#deps.repository.lock(tx, id));
      if (row.status !== 'draft')
        throw new AppError('prescription.transition-refused', 'only a draft is edited', {
          facts: { state: row.status },
        });
      const visit = await this.#deps.visits.requireConduct(tx, context.actor, row.visitId);
      requireVersion(row, version);
      row.items = wordItems(await this.#deps.formularies.of(tx), inputs, row.items);
      await this.examine(tx, row, visit);
      row.version += 1;
      row.updatedAt = tx.now;
      await this.#deps.repository.save(tx, row);
      if (row.safety) await this.#deps.repository.keepSafetyCheck(tx, row, 'draft', row.safety);
      await tx.audit('prescription.saved', {
        entity: 'prescription',
        entityId: id,
        patientId: row.patientId,
        details: { version: row.version, items: row.items.length },
      });
      return this.view(tx, row, 'clinician');
    });
  }

  /** Keeps reasons with the draft. They count at the signature only, together with what the checks find then. */
  keepAcknowledgements(context: ActorContext, id: string, given: AcknowledgementInput[]): Promise<Prescription> {
    return this.#deps.transactions.command(context, 'keepAcknowledgements', async (tx) => {
      const row = requireOwn(context.actor, await this.#deps.repository.lock(tx, id));
      if (row.status !== 'draft')
        throw new AppError('prescription.transition-refused', 'only a draft is edited', {
          facts: { state: row.status },
        });
      row.acknowledgements = given;
      await this.#deps.repository.save(tx, row);
      await tx.audit('prescription.reasons-kept', {
        entity: 'prescription',
        entityId: id,
        patientId: row.patientId,
        details: { reasons: given.length },
      });
      return this.view(tx, row, 'clinician');
    });
  }

  /** What to watch for with each medicine of a prescription, for whoever may read it. */
  async guidance(
    context: ActorContext,
    id: string,
  ): Promise<{ items: { itemId: string; texts: LocalizedText[] }[]; source: LocalizedText }> {
    const { items } = await this.read(context, id);
    const formulary = await this.#deps.transactions.run(context, (tx) => this.#deps.formularies.of(tx));
    return {
      items: items.map(({ id: itemId, productId }) => {
        const product = formulary.product(productId);
        return { itemId, texts: product ? watchForOf(product) : [] };
      }),
      source: watchForSource,
    };
  }

  /** Brings diagnoses, safety report and rule findings of a draft up to date with the chart. */
  async examine(tx: Tx, row: PrescriptionRow, visit: VisitFacts): Promise<void> {
    const diagnoses = await this.#deps.chart.diagnosesOf(tx, row.visitId);
    row.diagnoses = diagnoses.map(({ code, title, primary }) => ({ code, title, primary }));
    const formulary = await this.#deps.formularies.of(tx);
    const { facts, report } = await this.#check(tx, row, visit, formulary);
    row.safety = report;
    const prescriber = await this.#deps.repository.prescriberOf(tx, row.practitionerId);
    row.blockedBy = rulesAgainst(prescriber.jurisdiction, {
      prescription: row,
      visit,
      facts,
      prescriber,
      today: dayIn(prescriber.timeZone, tx.now),
      formulary,
      circumstances: await this.#deps.circumstances.of(tx, row.id),
      departmentCode: await this.#deps.circumstances.departmentCode(tx, row.departmentId),
    });
  }

  /** Runs the checks again on a prescription as it stands, for the pharmacist; the record itself does not change. */
  async reexamine(
    tx: Tx,
    id: string,
  ): Promise<{ prescription: PrescriptionRow; facts: PatientFacts; report: SafetyReport }> {
    const prescription = await this.#deps.repository.find(tx, id);
    if (!prescription) throw new AppError('resource.not-found', 'no such prescription');
    const visit = await this.#deps.visits.getVisit(tx, prescription.visitId);
    const { facts, report } = await this.#check(tx, prescription, visit, await this.#deps.formularies.of(tx));
    return { prescription, facts, report };
  }

  async #check(
    tx: Tx,
    row: PrescriptionRow,
    visit: VisitFacts,
    formulary: Formulary,
  ): Promise<{ facts: PatientFacts; report: SafetyReport }> {
    const facts = await this.#deps.chart.facts(tx, row.patientId);
    const others = await this.#deps.repository.activeOf(tx, row.patientId, row.id);
    const stated = facts.medicines.length > 0 || visit.intake?.medicinesConfirmed === true;
    return {
      facts,
      report: await this.#deps.safety.run({ prescription: row, facts, others, medicinesStated: stated, formulary }),
    };
  }

  async viewsById(tx: Tx, ids: readonly string[]): Promise<Prescription[]> {
    return this.#views(tx, await this.#deps.repository.findAll(tx, ids), false);
  }

  async viewsOfVisit(tx: Tx, visitId: string): Promise<Prescription[]> {
    return this.#views(tx, await this.#deps.repository.ofVisit(tx, visitId), false);
  }

  read(context: ActorContext, id: string): Promise<Prescription> {
    return this.#deps.transactions.run(context, async (tx) => {
      const row = await this.#deps.repository.find(tx, id);
      const reader = row && readerOf(context.actor, row);
      if (!row || !reader) throw new AppError('resource.not-found', 'no such prescription for this reader');
      await tx.audit('prescription.read', { entity: 'prescription', entityId: id, patientId: row.patientId });
      return this.view(tx, row, reader === 'patient' ? 'patient' : 'clinician');
    });
  }

  ofVisit(context: ActorContext, visitId: string): Promise<{ items: Prescription[] }> {
    return this.#deps.transactions.run(context, async (tx) => {
      const visit = await this.#deps.visits.getVisit(tx, visitId);
      const isPatient = context.actor.patientId === visit.patientId;
      if (!isPatient && context.actor.practitionerId !== visit.practitionerId) {
        throw new AppError('resource.not-found', 'no such visit for this reader');
      }
      const rows = (await this.#deps.repository.ofVisit(tx, visitId)).filter(
        (row) => !isPatient || row.signedAt !== null,
      );
      await tx.audit('prescription.read', {
        entity: 'visit',
        entityId: visitId,
        patientId: visit.patientId,
        details: { count: rows.length },
      });
      return { items: await this.#views(tx, rows, isPatient) };
    });
  }

  listOwn(context: ActorContext, query: ListQuery): Promise<{ items: Prescription[]; next: string | null }> {
    return this.#deps.transactions.run(context, async (tx) => {
      const { patientId, practitionerId } = context.actor;
      const whose = patientId !== null ? { patientId } : practitionerId !== null ? { practitionerId } : null;
      if (!whose || (patientId === null && !context.actor.roles.includes('doctor'))) {
        throw new AppError('auth.forbidden', 'nobody’s own prescriptions');
      }
      const rows = await this.#deps.repository.listOwn(tx, whose, {
        limit: query.limit,
        after: decodeCursor(query.cursor),
        status: query.status ?? null,
      });
      await tx.audit('prescription.read', {
        entity: 'prescription-list',
        entityId: null,
        patientId,
        details: { count: Math.min(rows.length, query.limit) },
      });
      const { items, next } = cutPage(
        rows,
        query.limit,
        (row) => ({ at: row.createdAt, id: row.id }),
        (row) => row,
      );
      return { items: await this.#views(tx, items, patientId !== null), next };
    });
  }

  /** The answer to a command that had been carried out before: a look at the record, and audited as one. */
  async readAgain(tx: Tx, row: PrescriptionRow): Promise<Prescription> {
    await tx.audit('prescription.read', { entity: 'prescription', entityId: row.id, patientId: row.patientId });
    return this.view(tx, row, 'clinician');
  }

  async view(tx: Tx, row: PrescriptionRow, reader: 'patient' | 'clinician'): Promise<Prescription> {
    const [view] = await this.#views(tx, [row], reader === 'patient');
    if (!view) throw new AppError('resource.not-found', 'prescription without surroundings');
    return view;
  }

  async #views(tx: Tx, rows: PrescriptionRow[], isPatient: boolean): Promise<Prescription[]> {
    const surrounded = await this.#deps.repository.surround(tx, rows);
    const dispensing = await this.#deps.hooks.onDispensingAsked.ask(tx, surrounded);
    const reader = isPatient ? 'patient' : 'clinician';
    return surrounded.map((row) => toView(row, tx.now, reader, dispensing.get(row.id) ?? null));
  }
}

import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { PriorEvidence } from '@yunzhen/shared/intake/prior-evidence.schemas';
import type {
  listProvenDiagnoses,
  PriorDiagnosis,
  stateVisitBasis,
  VisitBasis,
} from '@yunzhen/shared/chart/visit-basis.contract';
import { followUpDutyOf, isOutdated, type FollowUpDuty } from '@yunzhen/shared/chart/visit-basis';
import { AppError } from '@yunzhen/shared/core/errors';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { VisitFacts, VisitRow, VisitsArea } from '../../visits/index.ts';
import type { ChartAccessService } from '../chart-access.service.ts';
import { chartNotFound } from '../chart.policy.ts';
import type { DiagnosesRepository } from '../diagnoses/diagnoses.repository.ts';
import { announceChange } from '../facts/chart-changes.ts';
import type { ChartHooks } from '../hooks.ts';
import type { BasisRepository, Evidence, ProvingVisit, StatedBasis } from './basis.repository.ts';
import { requireProof } from './proof.ts';
import { assertCurrent } from '../../core/version.ts';

interface BasisServiceDeps {
  transactions: Transactions;
  access: ChartAccessService;
  visits: VisitsArea;
  basis: BasisRepository;
  diagnoses: Pick<DiagnosesRepository, 'lock'>;
  hooks: Pick<ChartHooks, 'onPrescriptionsHeld'>;
  titleOf: (tx: Tx, code: string) => Promise<LocalizedText | null>;
}

type Given = BodyOf<typeof stateVisitBasis>;

/** Stores evidence of earlier diagnoses, and whether a doctor calls a visit a follow-up or a first visit. */
export class BasisService extends Service<BasisServiceDeps> {
  read(context: ActorContext, visitId: string): Promise<VisitBasis> {
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.deps.access.requireClinician(tx, context.actor, visitId);
      const shown = await this.#shown(tx, context, visit);
      await tx.audit('diagnoses.basis-read', {
        entity: 'visit-basis',
        entityId: visitId,
        patientId: visit.patientId,
        details: { version: shown.version, evidence: shown.evidence.length },
      });
      return shown;
    });
  }

  /** Lists what the patient can refer to instead of pages of another institution. */
  proven(context: ActorContext): Promise<ResponseOf<typeof listProvenDiagnoses>> {
    return this.deps.transactions.run(context, async (tx) => {
      const { patientId } = context.actor;
      if (patientId === null) throw chartNotFound();
      const items = await this.deps.basis.proving(tx, patientId, null);
      await tx.audit('diagnoses.evidence-listed', {
        entity: 'prior-diagnosis',
        entityId: patientId,
        patientId,
        details: { count: items.length },
      });
      return { items };
    });
  }

  /**
   * Stores what the patient states at check-in. Throws `validation.failed` for a future day, a record of another institution without a picture, and a
   * visit that proves nothing to this patient.
   */
  async recordAtCheckIn(
    tx: Tx,
    visit: Pick<VisitRow, 'id' | 'patientId'>,
    given: { evidence: PriorEvidence; pages: readonly string[]; accountId: string },
  ): Promise<void> {
    const { basis } = this.deps;
    const { evidence } = given;
    if (evidence.source === 'outside') {
      const { timeZone } = await basis.place(tx);
      if (evidence.diagnosedOn > dayIn(timeZone, tx.now))
        throw invalid('intake.priorEvidence.diagnosedOn', 'date-in-future');
      const pages = await basis.pages(tx, visit.id, given.pages);
      if (pages.length === 0) throw invalid('intake.priorEvidence.pages', 'required');
      const { institution, diagnosedOn } = evidence;
      await this.#add(tx, visit, { source: 'outside', institution, diagnosedOn, pages }, 'patient', given.accountId);
      return;
    }
    const proving = (await basis.proving(tx, visit.patientId, visit.id)).find(
      ({ visitId }) => visitId === evidence.visitId,
    );
    if (!proving) throw invalid('intake.priorEvidence.visitId', 'not-allowed');
    await this.#add(tx, visit, ofVisitHere(proving), 'patient', given.accountId);
  }

  /**
   * Stores the doctor’s statement, or its withdrawal, as the next version. Throws `visit-basis.not-required`, `visit-basis.prescribed`, `visit-basis.not-opened`,
   * `visit-basis.evidence-unusable` with the fault, `validation.failed` for unknown codes, and `resource.stale`.
   */
  state(context: ActorContext, visitId: string, version: number, given: Given): Promise<VisitBasis> {
    const { transactions, visits, basis, diagnoses, hooks } = this.deps;
    return transactions.command(context, 'stateVisitBasis', async (tx) => {
      // Locks in the order of a signature: the prescriptions, the visit, then the list of diagnoses.
      const prescriptions = await hooks.onPrescriptionsHeld.ask(tx, visitId);
      const visit = await visits.requireConduct(tx, context.actor, visitId);
      await diagnoses.lock(tx, visitId);
      const { jurisdiction, timeZone } = await basis.place(tx);
      const duty = followUpDutyOf(jurisdiction);
      if (!duty) throw new AppError('visit-basis.not-required', 'jurisdiction requires no statement');
      const before = await basis.latest(tx, visitId);
      if (isRepeat(before, version, given, context.actor.accountId)) return this.#shown(tx, context, visit);
      const current = before?.version ?? 0;
      assertCurrent({ version: current }, version);
      if (given.verdict !== 'follow-up' && prescriptions.inForceOf.has(visit.practitionerId))
        throw new AppError('visit-basis.prescribed', 'the doctor’s own prescription is in force');
      if (given.verdict === 'withdrawn' && (!before || before.verdict === 'withdrawn'))
        throw invalid('verdict', 'not-allowed');
      const today = dayIn(timeZone, tx.now);
      const conditions = await this.#proven(tx, context, visit, { given, duty, today });
      const of = { hospitalId: tx.hospitalId, patientId: visit.patientId, visitId, version: version + 1 };
      const under = {
        rule: duty.rule,
        maxAgeDays: duty.maxAgeDays,
        accountId: context.actor.accountId,
        statedAt: tx.now,
      };
      const { verdict } = given;
      const rows = verdict === 'follow-up' ? conditions : [{ evidenceId: null, code: null, title: null }];
      await basis.addStatement(
        tx,
        rows.map((row) => ({ id: newId(), ...of, ...under, ...row, verdict })),
      );
      await tx.audit('diagnoses.basis-stated', {
        entity: 'visit-basis',
        entityId: visitId,
        patientId: visit.patientId,
        details: { version: version + 1, verdict, conditions: conditions.length },
      });
      await prescriptions.examineDraft();
      await announceChange(tx, 'diagnoses.basis-stated', {
        entity: 'diagnoses',
        id: visitId,
        visitId,
        version: version + 1,
        accountIds: [visit.doctorAccountId],
      });
      return this.#shown(tx, context, visit);
    });
  }

  /** Returns the last statement for other areas. With a lock, none is added until the transaction ends. */
  async of(tx: Tx, visitId: string): Promise<StatedBasis | null> {
    await this.deps.diagnoses.lock(tx, visitId);
    return this.deps.basis.latest(tx, visitId);
  }

  /** Throws `visit.first-visit` before the completion of a visit that its present doctor called a first visit: it ends as a referral. */
  async requireNoFirstVisit(tx: Tx, visitId: string): Promise<void> {
    const statement = await this.deps.basis.latest(tx, visitId);
    if (statement?.verdict !== 'first-visit') return;
    if (statement.accountId !== (await this.deps.visits.getVisit(tx, visitId)).doctorAccountId) return;
    throw new AppError('visit.first-visit', 'a first visit ends with a referral for in-person care');
  }

  /** Returns the conditions to store, each with evidence that proves it. */
  async #proven(
    tx: Tx,
    { actor }: ActorContext,
    visit: VisitFacts,
    { given, duty, today }: { given: Given; duty: FollowUpDuty; today: string },
  ): Promise<{ evidenceId: string; code: string; title: LocalizedText }[]> {
    const { basis } = this.deps;
    const proven = [];
    for (const [place, { code, evidenceId, visitId }] of given.conditions.entries()) {
      const title = await this.deps.titleOf(tx, code);
      const path = `conditions.${place}.code`;
      if (!title) throw invalid(path, 'unknown-code');
      if (given.conditions.findIndex((each) => each.code === code) < place) throw invalid(path, 'duplicate');
      if (visitId !== undefined) await this.#addVisitHere(tx, visit, visitId, actor.accountId);
      const evidence = (await basis.evidenceOf(tx, visit.id)).find(({ id, earlierVisitId }) =>
        visitId === undefined ? id === evidenceId : earlierVisitId === visitId,
      );
      if (!evidence) throw new AppError('resource.not-found', 'evidence not found');
      const pageIds = evidence.pages.map(({ id }) => id);
      const opened = await basis.opened(tx, actor.accountId, visit.patientId, pageIds);
      requireProof(evidence, code, { today, maxAgeDays: duty.maxAgeDays, opened });
      proven.push({ evidenceId: evidence.id, code, title });
    }
    return proven;
  }

  async #addVisitHere(tx: Tx, visit: VisitFacts, earlierVisitId: string, accountId: string): Promise<void> {
    const proving = await this.deps.basis.proving(tx, visit.patientId, visit.id);
    const found = proving.find(({ visitId }) => visitId === earlierVisitId);
    if (found) await this.#add(tx, visit, ofVisitHere(found), 'doctor', accountId);
  }

  /** Adds evidence once for each visit and each source. */
  async #add(
    tx: Tx,
    { id: visitId, patientId }: { id: string; patientId: string },
    evidence: Partial<Evidence> & Pick<Evidence, 'source' | 'diagnosedOn'>,
    recordedBy: 'patient' | 'doctor',
    accountId: string,
  ): Promise<void> {
    const id = newId();
    const blank = { earlierVisitId: null, institution: '', diagnoses: [], pages: [] };
    const of = { id, hospitalId: tx.hospitalId, patientId, visitId, recordedBy, accountId, recordedAt: tx.now };
    if (!(await this.deps.basis.addEvidence(tx, { ...blank, ...evidence, ...of }))) return;
    await tx.audit('diagnoses.evidence-recorded', {
      entity: 'prior-diagnosis',
      entityId: id,
      patientId,
      details: { source: evidence.source, by: recordedBy, pages: evidence.pages?.length ?? 0 },
    });
  }

  async #shown(tx: Tx, { actor }: ActorContext, visit: VisitFacts): Promise<VisitBasis> {
    const { basis } = this.deps;
    const { jurisdiction, timeZone } = await basis.place(tx);
    const duty = followUpDutyOf(jurisdiction);
    const today = dayIn(timeZone, visit.endedAt ?? tx.now);
    const stated = await basis.evidenceOf(tx, visit.id);
    const pageIds = stated.flatMap(({ pages }) => pages.map(({ id }) => id));
    const opened = await basis.opened(tx, actor.accountId, visit.patientId, pageIds);
    const named = new Set(stated.map(({ earlierVisitId }) => earlierVisitId));
    const further = (await basis.proving(tx, visit.patientId, visit.id)).filter(({ visitId }) => !named.has(visitId));
    const seen = { opened, today, maxAgeDays: duty?.maxAgeDays ?? Number.MAX_SAFE_INTEGER };
    const statement = await basis.latest(tx, visit.id);
    return {
      visitId: visit.id,
      version: statement?.version ?? 0,
      required: duty !== null,
      limit: duty && { days: duty.maxAgeDays, regulated: duty.limitIsRegulated },
      evidence: [
        ...stated.map((each) => toPriorDiagnosis(each, seen)),
        ...further.map((each) =>
          toPriorDiagnosis({ id: null, institution: '', pages: [], ...ofVisitHere(each) }, seen),
        ),
      ],
      statement:
        statement && statement.verdict !== 'withdrawn'
          ? {
              verdict: statement.verdict,
              at: statement.statedAt.toISOString(),
              own: statement.accountId === visit.doctorAccountId,
              conditions: statement.conditions.map(({ code, title, evidence }) => ({
                code,
                title,
                evidenceId: evidence.id,
              })),
            }
          : null,
    };
  }
}

const ofVisitHere = ({ visitId, diagnosedOn, diagnoses }: ProvingVisit) => ({
  source: 'here' as const,
  earlierVisitId: visitId,
  diagnosedOn,
  diagnoses,
});

function toPriorDiagnosis(
  {
    id,
    source,
    earlierVisitId,
    institution,
    diagnosedOn,
    diagnoses,
    pages,
  }: Omit<Evidence, 'id'> & { id: string | null },
  seen: { opened: ReadonlySet<string>; today: string; maxAgeDays: number },
): PriorDiagnosis {
  const outdated = isOutdated(diagnosedOn, seen.today, seen.maxAgeDays);
  const fault = outdated ? 'outdated' : source === 'outside' && pages.length === 0 ? 'no-pages' : null;
  const pageIds = pages.map((page) => page.id);
  const opened = pageIds.every((page) => seen.opened.has(page));
  return { id, source, visitId: earlierVisitId, institution, diagnosedOn, diagnoses, pages: pageIds, fault, opened };
}

/** Returns whether the last statement is the result of this very command. */
function isRepeat(before: StatedBasis | null, version: number, given: Given, accountId: string): boolean {
  if (before?.version !== version + 1 || before.accountId !== accountId || before.verdict !== given.verdict)
    return false;
  if (before.conditions.length !== given.conditions.length) return false;
  return given.conditions.every(({ code, evidenceId, visitId }) =>
    before.conditions.some(
      ({ code: stated, evidence }) =>
        stated === code &&
        (evidence.id === evidenceId || (visitId !== undefined && evidence.earlierVisitId === visitId)),
    ),
  );
}

function invalid(path: string, rule: string): AppError {
  return new AppError('validation.failed', 'statement is not valid', { fields: [{ path, rule }] });
}

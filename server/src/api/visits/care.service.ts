import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { Service } from '../../platform/service.ts';
import type { VisitFacts } from './visit-facts.ts';
import type { VisitRow } from './visit.entity.ts';
import { isDoctorOf, visitNotFound } from './visits.policy.ts';
import type { VisitsRepository } from './visits.repository.ts';

/** Days after a visit during which the doctor may open the chart to finish follow-up work. */
const careAfterVisitDays = 30;

interface CareServiceDeps {
  visits: VisitsRepository;
}

/** Answers other modules’ questions about visits and care relationships. */
export class CareService extends Service<CareServiceDeps> {
  /** Throws `resource.not-found` when the hospital has no such visit. The caller checks access. */
  async getVisit(tx: Tx, visitId: string): Promise<VisitFacts> {
    const facts = await this.deps.visits.facts(tx, visitId);
    if (!facts) throw visitNotFound();
    return facts;
  }

  /** Like `getVisit`, with a lock on the visit’s state until the transaction ends. */
  async holdVisit(tx: Tx, visitId: string): Promise<VisitFacts> {
    if (!(await this.deps.visits.lock(tx, visitId, 'share'))) throw visitNotFound();
    return this.getVisit(tx, visitId);
  }

  /**
   * Returns this doctor’s visit in progress, locked until the transaction ends. `alsoIn` adds states in which the work is allowed. Throws
   * `resource.not-found`, `visit.not-your-visit`, `visit.not-in-progress`.
   */
  async requireConduct(
    tx: Tx,
    actor: Actor,
    visitId: string,
    alsoIn: readonly VisitStatus[] = [],
  ): Promise<VisitFacts> {
    const row = await this.requireDoctor(tx, actor, visitId);
    if (row.status !== 'in-progress' && !alsoIn.includes(row.status)) {
      throw new AppError('visit.not-in-progress', `visit is ${row.status}`, { facts: { status: row.status } });
    }
    return this.getVisit(tx, visitId);
  }

  /**
   * Returns this doctor’s visit in any state, locked. Throws `visit.not-your-visit` for a doctor who handed it over or cares for the patient, and
   * `resource.not-found` for others, so that ids reveal nothing.
   */
  async requireDoctor(tx: Tx, actor: Actor, visitId: string): Promise<VisitRow> {
    const row = await this.deps.visits.lock(tx, visitId, 'share');
    if (!row || !actor.roles.includes('doctor')) throw visitNotFound();
    if (isDoctorOf(actor, row)) return row;
    const known =
      (await this.deps.visits.wasTransferred(tx, visitId, actor)) || (await this.hasCare(tx, actor, row.patientId));
    throw known ? new AppError('visit.not-your-visit', 'visit belongs to another doctor') : visitNotFound();
  }

  /** Returns true for a doctor whose visit with this patient waits, is in progress, or ended within thirty days. */
  async hasCare(tx: Tx, actor: Actor, patientId: string): Promise<boolean> {
    if (actor.practitionerId === null || !actor.roles.includes('doctor')) return false;
    const since = new Date(tx.now.getTime() - careAfterVisitDays * DAY_MS);
    return this.deps.visits.isTreatedBy(tx, patientId, actor.practitionerId, since);
  }

  /** Returns the visit in progress between this doctor and this patient, locked until the transaction ends; null when there is none. */
  async visitInProgressWith(tx: Tx, actor: Actor, patientId: string): Promise<string | null> {
    if (actor.practitionerId === null || !actor.roles.includes('doctor')) return null;
    return this.deps.visits.inProgressBetween(tx, patientId, actor.practitionerId);
  }

  async isInProgress(tx: Tx, visitId: string): Promise<boolean> {
    return (await this.deps.visits.find(tx, visitId))?.status === 'in-progress';
  }

  /** Returns the accounts of doctors who have this patient in their waiting room or in a visit now. */
  doctorsNow(tx: Tx, patientId: string): Promise<string[]> {
    return this.deps.visits.doctorAccountsNow(tx, patientId);
  }

  /** Returns visits after which this doctor wants to see the patient again on or after `day` (ISO date). */
  followUpsAhead(tx: Tx, patientId: string, practitionerId: string, day: string): Promise<string[]> {
    return this.deps.visits.followUpsAhead(tx, patientId, practitionerId, day);
  }
}

import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { Service } from '../../platform/service.ts';
import type { VisitFacts, VisitsArea } from '../visits/index.ts';
import type { BreakGlassRepository } from './break-glass/break-glass.repository.ts';
import { chartNotFound, isOwnChart, type Author } from './chart.policy.ts';

/** The basis on which an actor may read a chart. */
export interface ChartReader {
  author: Author;
  by: 'own' | 'care' | 'break-glass';
  /** When emergency access ends. */
  until: Date | null;
}

interface ChartAccessServiceDeps {
  visits: VisitsArea;
  breakGlass: BreakGlassRepository;
}

/** Decides who may read and write a chart. All others get `resource.not-found`. */
export class ChartAccessService extends Service<ChartAccessServiceDeps> {
  /** Requires the patient, a doctor with a care relationship, or a doctor with emergency access. */
  async requireReader(tx: Tx, actor: Actor, patientId: string): Promise<ChartReader> {
    const reader = await this.readerOf(tx, actor, patientId);
    if (!reader) throw chartNotFound();
    return reader;
  }

  async readerOf(tx: Tx, actor: Actor, patientId: string): Promise<ChartReader | null> {
    if (isOwnChart(actor, patientId)) return { author: 'patient', by: 'own', until: null };
    if (await this.deps.visits.hasCare(tx, actor, patientId)) return { author: 'doctor', by: 'care', until: null };
    if (actor.practitionerId === null || !actor.roles.includes('doctor')) return null;
    const opened = await this.deps.breakGlass.active(tx, patientId, actor.practitionerId);
    return opened ? { author: 'doctor', by: 'break-glass', until: opened.expiresAt } : null;
  }

  /**
   * Requires the patient, or a doctor during a visit with the patient. Throws `visit.not-in-progress` for a doctor who may read the chart but has no
   * visit in progress.
   */
  async requireAuthor(tx: Tx, actor: Actor, patientId: string): Promise<Author> {
    if (isOwnChart(actor, patientId)) return 'patient';
    // A visit in progress implies a care relationship.
    if (await this.#isInVisitWith(tx, actor, patientId)) return 'doctor';
    await this.requireReader(tx, actor, patientId);
    throw new AppError('visit.not-in-progress', 'doctors can write to the chart only during a visit');
  }

  async mayWrite(tx: Tx, actor: Actor, patientId: string, { author }: ChartReader): Promise<boolean> {
    return author === 'patient' || this.#isInVisitWith(tx, actor, patientId);
  }

  async #isInVisitWith(tx: Tx, actor: Actor, patientId: string): Promise<boolean> {
    return (await this.deps.visits.visitInProgressWith(tx, actor, patientId)) !== null;
  }

  /** Returns the visit for its own doctor at any time, and for other doctors who may read the patient’s chart. */
  async requireClinician(tx: Tx, actor: Actor, visitId: string): Promise<VisitFacts> {
    const visit = await this.deps.visits.getVisit(tx, visitId);
    const own = actor.roles.includes('doctor') && actor.practitionerId === visit.practitionerId;
    const reader = own ? null : await this.readerOf(tx, actor, visit.patientId);
    if (!own && reader?.author !== 'doctor') throw chartNotFound();
    return visit;
  }

  /** Like `requireClinician`, and also for the patient once the visit has ended, so that unfinished considerations stay private. */
  async requireVisitReader(tx: Tx, actor: Actor, visitId: string): Promise<VisitFacts> {
    const visit = await this.deps.visits.getVisit(tx, visitId);
    if (isOwnChart(actor, visit.patientId) && visit.endedAt !== null) return visit;
    return this.requireClinician(tx, actor, visitId);
  }
}

import { AppError } from '@yunzhen/shared/errors';
import type { Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { VisitFacts, VisitsModule } from '../visits/index.ts';
import { chartNotFound, isOwnChart, type Author } from './chart.policy.ts';

/** Who may look into a chart and who may write into it. Everyone else gets `resource.not-found`. */
export class ChartAccessService {
  readonly #visits: VisitsModule;

  constructor(visits: VisitsModule) {
    this.#visits = visits;
  }

  /** The patient of themselves, or a doctor who cares for them. */
  async requireReader(tx: Tx, actor: Actor, patientId: string): Promise<Author> {
    if (isOwnChart(actor, patientId)) return 'patient';
    if (await this.#visits.hasCare(tx, actor, patientId)) return 'doctor';
    throw chartNotFound();
  }

  /**
   * The patient of themselves, or a doctor during a visit with them. A doctor who may read the chart but has no visit in
   * progress gets `visit.not-in-progress`.
   */
  async requireAuthor(tx: Tx, actor: Actor, patientId: string): Promise<Author> {
    const author = await this.requireReader(tx, actor, patientId);
    if (author === 'doctor' && (await this.#visits.visitInProgressWith(tx, actor, patientId)) === null) {
      throw new AppError('visit.not-in-progress', 'a doctor writes into the chart during a visit');
    }
    return author;
  }

  /** The visit, for its own doctor at any time and for another doctor who cares for its patient. */
  async requireClinician(tx: Tx, actor: Actor, visitId: string): Promise<VisitFacts> {
    const visit = await this.#visits.getVisit(tx, visitId);
    const own = actor.roles.includes('doctor') && actor.practitionerId === visit.practitionerId;
    if (!own && !(await this.#visits.hasCare(tx, actor, visit.patientId))) throw chartNotFound();
    return visit;
  }

  /** As `requireClinician`, and the patient once the visit has ended: what is being weighed up is not shown half-way. */
  async requireVisitReader(tx: Tx, actor: Actor, visitId: string): Promise<VisitFacts> {
    const visit = await this.#visits.getVisit(tx, visitId);
    if (isOwnChart(actor, visit.patientId) && visit.endedAt !== null) return visit;
    return this.requireClinician(tx, actor, visitId);
  }
}

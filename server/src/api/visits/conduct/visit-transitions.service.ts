import type { DangerAnswer } from '@yunzhen/shared/intake/danger-page/danger-answer.schemas';
import type { Visit } from '@yunzhen/shared/visits/visits.contract';
import { visitMachine, type VisitStatus } from '@yunzhen/shared/visits/visit';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { SchedulingArea } from '../../scheduling/index.ts';
import { requireDangerAnswer } from '../danger-page/danger-answers.ts';
import type { TurnCalls } from '../attendance/turn-calls.ts';
import type { TransfersRepository } from '../transfers/transfers.repository.ts';
import { callChange, visitChanges } from '../visit-audience.ts';
import { visitEffects, type VisitCommand } from './visit-effects.ts';
import type { VisitRow } from '../visit.entity.ts';
import type { VisitView } from '../visit-view.ts';
import { visitNotFound, type VisitParties } from '../visits.policy.ts';
import type { VisitsPart } from '../visits-part.ts';

export interface VisitStep {
  command: VisitCommand;
  visitId: string;
  /** Whether this person may give the command for this visit. */
  allowed: (actor: Actor, visit: VisitParties) => boolean;
  /** Checks what else must hold and says what the command writes besides status and time. `answer` is that of a command that asks first. */
  prepare?: (tx: Tx, visit: VisitRow, answer: DangerAnswer | null) => Promise<Partial<VisitRow>>;
  /** What is to be kept of how things stand once the visit has its new state. */
  after?: (tx: Tx) => Promise<void>;
  /** Tells people what the visit has come to. */
  tell?: (tx: Tx, view: VisitView) => Promise<void>;
}

/** The routes by which people give commands; the others are given by the hospital itself. */
const routeOf = {
  'check-in': 'checkIn',
  admit: 'admitVisit',
  complete: 'completeVisit',
  'refer-offline': 'referOffline',
  leave: 'leaveVisit',
  cancel: 'cancelVisit',
} as const satisfies Partial<Record<VisitCommand, string>>;

interface VisitTransitionsDeps extends VisitsPart<
  'transactions' | 'visits' | 'queue' | 'dangerAnswers' | 'hooks' | 'delays'
> {
  transfers: TransfersRepository;
  turns: TurnCalls;
  scheduling: Pick<SchedulingArea, 'visitEnded'>;
}

/** Carries a visit from one state to the next: under a lock, once, with its audit event and its announcement. */
export class VisitTransitions extends Service<VisitTransitionsDeps> {
  /**
   * Repeating a command that has had its effect returns the visit as it is. Throws `resource.not-found` for someone
   * else’s visit, `visit.transition-refused` where the table has no such edge, and what `requireDangerAnswer` throws.
   */
  carryOut(context: ActorContext, step: VisitStep & { command: keyof typeof routeOf }): Promise<Visit> {
    return this.deps.transactions.command(context, routeOf[step.command], async (tx) => {
      const visit = await this.deps.visits.lock(tx, step.visitId, 'write');
      if (!visit || !step.allowed(context.actor, visit)) throw visitNotFound();
      if (visitMachine.isDone(visit.status, step.command)) return (await this.#view(tx, visit.id)).visit;
      return this.#take(tx, visit, step);
    });
  }

  /** What time brings about, in a transaction of nobody’s. Null where it is not to be done any more. */
  async carryOutAlone(tx: Tx, step: Omit<VisitStep, 'allowed'>): Promise<Visit | null> {
    const visit = await this.deps.visits.lock(tx, step.visitId, 'write');
    return visit && visitMachine.can(visit.status, step.command) ? this.#take(tx, visit, step) : null;
  }

  /** The caller holds the visit. */
  async #take(tx: Tx, visit: VisitRow, step: Omit<VisitStep, 'allowed'>): Promise<Visit> {
    const status = visitMachine.next(visit.status, step.command);
    const effect = visitEffects[step.command];
    const answer = effect.asksFirst ? await this.#answerOf(tx, visit) : null;
    const change = (await step.prepare?.(tx, visit, answer)) ?? {};
    await this.deps.visits.update(tx, visit.id, {
      ...change,
      ...(answer && { dangerAnswer: answer }),
      status,
      version: visit.version + 1,
      roomRevision: visit.roomRevision + 1,
      held: false,
      ...(effect.stamps && { [effect.stamps]: tx.now }),
    });
    // Whoever lets the patient in, or ends the visit, has taken it up.
    if (step.command !== 'check-in') await this.deps.transfers.settle(tx, visit.id, 'taken');
    await step.after?.(tx);
    const view = await this.#view(tx, visit.id);
    await tx.audit(effect.audit, {
      entity: 'visit',
      entityId: visit.id,
      patientId: visit.patientId,
      details: { version: view.visit.version },
    });
    await effect.announce(tx, visit, {
      entityId: visit.id,
      visitId: visit.id,
      departmentId: visit.departmentId,
      practitionerId: visit.practitionerId,
      changes: [
        ...visitChanges(view, await this.#moved(tx, visit, effect.moves)),
        callChange(view, await this.deps.hooks.onGuestsAsked.ask(tx, visit.id)),
      ],
    });
    await step.tell?.(tx, view);
    if (visitMachine.isFinal(status)) await this.#end(tx, visit, status);
    // Whoever’s turn has come with this and who is not there is called.
    if (step.command !== 'check-in') await this.deps.turns.callMissed(tx, visit.practitionerId);
    await this.deps.hooks.onRoomChanged.run(tx, visit.id);
    return view.visit;
  }

  /** Throws what `requireDangerAnswer` throws: there is no other way into the queue. */
  #answerOf(tx: Tx, { id: visitId, patientId }: VisitRow): Promise<DangerAnswer> {
    return requireDangerAnswer(this.deps.dangerAnswers, tx, { patientId, about: { visitId } });
  }

  async #end(tx: Tx, visit: VisitRow, status: VisitStatus): Promise<void> {
    const excused = await this.deps.delays.isKept(tx, visit.id);
    await this.deps.scheduling.visitEnded(tx, visit.id, status, { excused });
    await this.deps.hooks.onVisitEnded.run(tx, visit, status);
  }

  async #moved(tx: Tx, visit: VisitRow, moves: (typeof visitEffects)[VisitCommand]['moves']) {
    if (moves === 'nobody') return [];
    return this.deps.queue.waiters(tx, visit.practitionerId, moves === 'those-behind' ? visit.id : null);
  }

  async #view(tx: Tx, visitId: string): Promise<VisitView> {
    const view = await this.deps.visits.view(tx, visitId);
    if (!view) throw visitNotFound();
    return view;
  }
}

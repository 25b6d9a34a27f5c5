import type { Visit } from '@yunzhen/shared/visits/visits.contract';
import { visitMachine, type VisitStatus } from '@yunzhen/shared/visits/visit';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { SchedulingArea } from '../../scheduling/index.ts';
import { requireDangerAnswer, type RequiredAnswer } from '../danger-page/danger-answers.ts';
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
  /** Returns whether the actor may give the command for this visit. */
  allowed: (actor: Actor, visit: VisitParties) => boolean;
  /**
   * Checks further conditions and returns extra columns to write besides status and time. `answer` is the answer to the page of danger signs for a
   * command that requires one.
   */
  prepare?: (tx: Tx, visit: VisitRow, required: RequiredAnswer | null) => Promise<Partial<VisitRow>>;
  /** Stores data that depends on the new state. */
  after?: (tx: Tx) => Promise<void>;
  /** Sends notifications about the new state. */
  notify?: (tx: Tx, view: VisitView) => Promise<void>;
}

/** The routes of the commands that people give; the system gives the others. */
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

/** Moves a visit from one state to the next: under a lock, once, with its audit event and domain event. */
export class VisitTransitions extends Service<VisitTransitionsDeps> {
  /**
   * Returns the visit unchanged when the command has already taken effect. Throws `resource.not-found` without access, `visit.transition-refused` for
   * a missing transition, and the errors of `requireDangerAnswer`.
   */
  carryOut(context: ActorContext, step: VisitStep & { command: keyof typeof routeOf }): Promise<Visit> {
    return this.deps.transactions.command(context, routeOf[step.command], async (tx) => {
      const visit = await this.deps.visits.lock(tx, step.visitId, 'write');
      if (!visit || !step.allowed(context.actor, visit)) throw visitNotFound();
      if (visitMachine.isDone(visit.status, step.command)) return (await this.deps.visits.view(tx, visit.id)).visit;
      return this.#take(tx, visit, step);
    });
  }

  /** Runs a command for the system, without an actor. Returns null when the visit is no longer in a state that allows it. */
  async carryOutAlone(tx: Tx, step: Omit<VisitStep, 'allowed'>): Promise<Visit | null> {
    const visit = await this.deps.visits.lock(tx, step.visitId, 'write');
    return visit && visitMachine.can(visit.status, step.command) ? this.#take(tx, visit, step) : null;
  }

  /** Applies the transition; the caller holds the lock on the visit. */
  async #take(tx: Tx, visit: VisitRow, step: Omit<VisitStep, 'allowed'>): Promise<Visit> {
    const status = visitMachine.next(visit.status, step.command);
    const effect = visitEffects[step.command];
    const required = effect.asksFirst ? await this.#answerOf(tx, visit) : null;
    const change = (await step.prepare?.(tx, visit, required)) ?? {};
    await this.deps.visits.update(tx, visit.id, {
      ...change,
      ...(required && { dangerAnswer: required.answer }),
      status,
      version: visit.version + 1,
      roomRevision: visit.roomRevision + 1,
      held: false,
      ...(effect.stamps && { [effect.stamps]: tx.now }),
    });
    // Admitting or ending the visit also accepts an open handover.
    if (step.command !== 'check-in') await this.deps.transfers.settle(tx, visit.id, 'taken');
    await step.after?.(tx);
    const view = await this.deps.visits.view(tx, visit.id);
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
    await step.notify?.(tx, view);
    if (visitMachine.isFinal(status)) await this.#end(tx, visit, status);
    // The transition may make it an absent patient’s turn.
    if (step.command !== 'check-in') await this.deps.turns.callMissed(tx, visit.practitionerId);
    await this.deps.hooks.onRoomChanged.run(tx, visit.id);
    return view.visit;
  }

  /** Returns the required answer; throws the errors of `requireDangerAnswer`. No visit enters the queue without it. */
  #answerOf(tx: Tx, { id: visitId, patientId }: VisitRow): Promise<RequiredAnswer> {
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
}

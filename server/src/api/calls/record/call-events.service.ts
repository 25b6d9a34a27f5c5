import type { CallEvent } from '../../../platform/nodes/node-api.contract.ts';
import { AppError, isErrorCode } from '@yunzhen/shared/core/errors';
import { systemContext } from '../../../platform/context.ts';
import { moveOf } from '../../../platform/db/database-errors.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { RefusalRecord } from '../../../platform/limits/refusal-record.ts';
import { Service } from '../../../platform/service.ts';
import { countCallEvent } from './call-metrics.ts';
import type { CallSessionsRepository } from './call-sessions.repository.ts';
import type { CallSessionsService, CallVisit } from './call-sessions.service.ts';
import type { CallsPart } from '../calls-part.ts';
import type { ForeignEvent } from './foreign-events.ts';

interface CallEventsServiceDeps extends CallsPart<'transactions' | 'visits' | 'placements' | 'quality' | 'log'> {
  events: CallSessionsRepository;
  sessions: CallSessionsService;
  foreign: Pick<RefusalRecord<ForeignEvent>, 'record'>;
}

type Outcome = 'applied' | 'known' | 'unknown-visit' | 'moved' | 'moving' | ForeignEvent;

interface Delivery {
  events: readonly CallEvent[];
  keepsWaiting?: boolean | undefined;
}

/** Applies the call events of media nodes: delivered at least once, applied once, in order of delivery. */
export class CallEventsService extends Service<CallEventsServiceDeps> {
  /**
   * Applies each event in its own transaction of its hospital, so that a later failure does not undo it. Logs and drops an event about a visit that
   * the hospital does not have, that was never placed on this node, or of a hospital that has moved away. Events of one that is closed for its move
   * wait, and no later one of it overtakes them.
   */
  async take(
    nodeId: string,
    { events, keepsWaiting = false }: Delivery,
  ): Promise<{ applied: number; waiting?: string[] }> {
    let applied = 0;
    const [unknown, foreign, moved, waiting]: [string[], string[], string[], string[]] = [[], [], [], []];
    const closed = new Set<string>();
    for (const event of events) {
      const outcome = closed.has(event.hospitalId) ? 'moving' : await this.#outcomeOf(nodeId, event);
      if (outcome === 'applied') {
        applied += 1;
        countCallEvent(event);
      }
      if (outcome === 'unknown-visit') unknown.push(event.id);
      if (outcome === 'moved') moved.push(event.id);
      if (outcome === 'moving') {
        closed.add(event.hospitalId);
        waiting.push(event.id);
      }
      if (typeof outcome === 'object') {
        foreign.push(event.id);
        await this.deps.foreign.record(`${nodeId} ${event.visitId}`, outcome);
      }
    }
    if (unknown.length > 0) this.deps.log.warn({ nodeId, eventIds: unknown }, 'call events ignored: unknown visit');
    if (foreign.length > 0)
      this.deps.log.warn({ nodeId, eventIds: foreign }, 'call events ignored: visit never placed on this node');
    if (moved.length > 0) this.deps.log.warn({ nodeId, eventIds: moved }, 'call events ignored: hospital has moved');
    if (waiting.length === 0) return { applied };
    if (!keepsWaiting) throw new AppError('hospital.moving', 'call events of a hospital that is closed for its move');
    return { applied, waiting };
  }

  async #outcomeOf(nodeId: string, event: CallEvent): Promise<Outcome> {
    try {
      return await this.deps.transactions.run(systemContext(event.hospitalId, event.id), (tx) =>
        this.#takeOne(tx, nodeId, event),
      );
    } catch (error) {
      const move = moveOf(error);
      if (move) return move;
      throw error;
    }
  }

  async #takeOne(tx: Tx, nodeId: string, event: CallEvent): Promise<Outcome> {
    const visit = await this.deps.visits.lock(tx, event.visitId, 'write');
    if (!visit) return 'unknown-visit';
    // The current node needs no look-up: measurements arrive every few seconds.
    if (visit.mediaNodeId !== nodeId && !(await this.deps.placements.has(tx, visit.id, nodeId))) {
      const { id: visitId, patientId } = visit;
      return { nodeId, eventId: event.id, hospitalId: tx.hospitalId, visitId, patientId };
    }
    if (!(await this.deps.events.storeEvent(tx, nodeId, event))) return 'known';
    await this.#apply(tx, nodeId, event, visit);
    return 'applied';
  }

  async #apply(tx: Tx, nodeId: string, event: CallEvent, visit: CallVisit): Promise<void> {
    const entry = { entity: 'visit', entityId: visit.id, patientId: visit.patientId };
    const details = { participantId: event.participantId, role: event.role, nodeId };
    switch (event.type) {
      case 'room-opened':
        return this.deps.sessions.open(tx, visit, nodeId, new Date(event.at));
      case 'room-closed':
        return this.deps.sessions.closeOn(tx, visit, nodeId, new Date(event.at));
      case 'participant-joined':
        return tx.audit('call.participant-joined', { ...entry, details });
      case 'participant-left':
        return tx.audit('call.participant-left', { ...entry, details: { ...details, reason: event.reason } });
      case 'participant-resumed':
        return tx.audit('call.participant-resumed', { ...entry, details });
      case 'quality':
        if (event.participantId && event.samples)
          await this.deps.quality.storeSamples(tx, nodeId, event, event.participantId, event.samples);
        return;
      case 'ticket-refused':
        return tx.audit('access.denied', {
          ...entry,
          outcome: 'denied',
          code: isErrorCode(event.code) ? event.code : 'call.ticket-invalid',
          details,
        });
      case 'recovered':
      case 'first-picture':
      case 'first-media':
      case 'worker-died':
        // Stored as a call event for the statistics of call quality; it changes no access.
        return;
    }
  }
}

import type { CallEvent } from '../../../platform/nodes/node-api.contract.ts';
import { isErrorCode } from '@yunzhen/shared/core/errors';
import { systemContext } from '../../../platform/context.ts';
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

type Outcome = 'applied' | 'known' | 'unknown-visit' | ForeignEvent;

/** Applies the call events of media nodes: delivered at least once, applied once, in order of delivery. */
export class CallEventsService extends Service<CallEventsServiceDeps> {
  /**
   * Applies each event in its own transaction of its hospital, so that a later failure does not undo it. Logs and drops an event about a visit that
   * the hospital does not have, or that was never placed on this node.
   */
  async take(nodeId: string, events: readonly CallEvent[]): Promise<{ applied: number }> {
    let applied = 0;
    const [unknown, foreign]: [string[], string[]] = [[], []];
    for (const event of events) {
      const outcome = await this.deps.transactions.run(systemContext(event.hospitalId, event.id), (tx) =>
        this.#takeOne(tx, nodeId, event),
      );
      if (outcome === 'applied') {
        applied += 1;
        countCallEvent(event);
      }
      if (outcome === 'unknown-visit') unknown.push(event.id);
      if (typeof outcome === 'object') {
        foreign.push(event.id);
        await this.deps.foreign.record(`${nodeId} ${event.visitId}`, outcome);
      }
    }
    if (unknown.length > 0) this.deps.log.warn({ nodeId, eventIds: unknown }, 'call events ignored: unknown visit');
    if (foreign.length > 0)
      this.deps.log.warn({ nodeId, eventIds: foreign }, 'call events ignored: visit never placed on this node');
    return { applied };
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

import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { secondsSince } from '../../visits/index.ts';
import type { CallQualityRepository } from './call-quality.repository.ts';
import type { CallSessionRow } from './call-session.entity.ts';
import type { CallSessionsRepository } from './call-sessions.repository.ts';

/** What a call session contains about its visit. */
export interface CallVisit {
  id: string;
  patientId: string;
  departmentId: string;
  practitionerId: string;
  endedAt: Date | null;
}

interface CallSessionsServiceDeps {
  sessions: CallSessionsRepository;
  quality: CallQualityRepository;
}

/** Opens and closes call sessions. The caller holds the visit’s lock. */
export class CallSessionsService extends Service<CallSessionsServiceDeps> {
  /**
   * Opens a session and closes earlier ones that a dead node left open, because a visit has one call at a time. A late event opens a session that
   * ends when the next one began or the visit ended.
   */
  async open(tx: Tx, visit: CallVisit, nodeId: string, at: Date): Promise<void> {
    const others = await this.deps.sessions.openOf(tx, visit.id);
    await this.#closeAll(
      tx,
      visit,
      others.filter((other) => other.openedAt <= at),
      at,
    );
    const session = {
      id: newId(),
      hospitalId: tx.hospitalId,
      visitId: visit.id,
      nodeId,
      openedAt: at,
      closedAt: null,
      qualityPackedAt: null,
    };
    await this.deps.sessions.insert(tx, session);
    await tx.audit('call.session-started', this.#entry(visit, session));
    await emitEvent(tx, 'call.opened', { ...about(visit, session), facts: {} });
    const overBy = others.find((other) => other.openedAt > at)?.openedAt ?? visit.endedAt;
    if (overBy) await this.#closeAll(tx, visit, [session], overBy);
  }

  async closeOn(tx: Tx, visit: CallVisit, nodeId: string, at: Date): Promise<void> {
    const open = await this.deps.sessions.openOf(tx, visit.id);
    await this.#closeAll(
      tx,
      visit,
      open.filter((session) => session.nodeId === nodeId),
      at,
    );
  }

  /**
   * Closes the call when the visit ends, even without an event from its node, and sums up the measurements received so far. The last few seconds of a
   * page may arrive too late.
   */
  async endWithVisit(tx: Tx, visit: CallVisit): Promise<void> {
    await this.#closeAll(tx, visit, await this.deps.sessions.openOf(tx, visit.id), tx.now);
    const { sessions, ...facts } = await this.deps.quality.measure(tx, visit.id);
    if (sessions === 0) return;
    const { id, departmentId, practitionerId } = visit;
    await emitEvent(tx, 'call.measured', { entityId: id, visitId: id, departmentId, practitionerId, facts });
  }

  async #closeAll(tx: Tx, visit: CallVisit, sessions: readonly CallSessionRow[], at: Date): Promise<void> {
    for (const session of sessions) {
      const seconds = secondsSince(session.openedAt, at);
      await this.deps.sessions.close(tx, session.id, new Date(session.openedAt.getTime() + seconds * 1000));
      const entry = this.#entry(visit, session);
      await tx.audit('call.session-ended', { ...entry, details: { ...entry.details, seconds } });
      await emitEvent(tx, 'call.closed', { ...about(visit, session), facts: { seconds } });
    }
  }

  #entry(visit: CallVisit, session: CallSessionRow) {
    return {
      entity: 'call-session',
      entityId: session.id,
      patientId: visit.patientId,
      details: { visitId: visit.id, nodeId: session.nodeId },
    };
  }
}

function about(visit: CallVisit, session: CallSessionRow) {
  return {
    entityId: session.id,
    visitId: visit.id,
    departmentId: visit.departmentId,
    practitionerId: visit.practitionerId,
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import { systemContext, type Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { pageMessagesOf, type PublishedEvent } from '../../../platform/realtime/published-event.ts';
import { accountsOf, type RecordHub } from '../../../platform/realtime/record-hub.ts';
import { Service } from '../../../platform/service.ts';
import type { CareService } from '../care.service.ts';
import type { VisitsPart } from '../visits-part.ts';

interface PresenceServiceDeps extends VisitsPart<'transactions' | 'attendance' | 'pages' | 'queue' | 'clock' | 'log'> {
  care: CareService;
}

/** Milliseconds before each retry of a failed presence update; a restarting database is back by then. */
const triesAfter = [250, 1_000, 5_000, 15_000, 60_000];

type Told = Required<Pick<PublishedEvent, 'entityId' | 'changes'>>;

/**
 * Stores which accounts have an open page and since when waiting patients and doctors are unseen, and publishes changes to the other side. It reads
 * the sockets at the moment of writing, so that the last write is right in any order of transactions. The database covers pages on other processes.
 */
export class PresenceService extends Service<PresenceServiceDeps> {
  watch(hub: RecordHub): void {
    hub.onPresence((actor) => void this.#notifyAtLast(hub, actor));
  }

  /** Corrects missed changes, for example after a process died without reporting its closed sockets. */
  async reconcile(tx: Tx): Promise<void> {
    const { attendance } = this.deps;
    for (const { visitId, online, unseen } of await attendance.waiters(tx, null))
      if (online === unseen) await attendance.setSeen(tx, visitId, online);
    for (const { practitionerId, online, unseen } of await attendance.doctorsOnDuty(tx))
      if (online === unseen) await attendance.setDoctorSeen(tx, practitionerId, online);
  }

  /** Publishes with retries, because a doctor’s page would otherwise show a patient as online for good. It sends the state at the time of sending. */
  async #notifyAtLast(hub: RecordHub, actor: Actor): Promise<void> {
    for (const wait of [...triesAfter, null]) {
      try {
        return await this.#notify(hub, actor);
      } catch (error) {
        this.deps.log.warn({ err: error, again: wait }, 'presence update failed');
      }
      if (wait !== null) await delay(wait, undefined, { ref: false });
    }
  }

  async #notify(hub: RecordHub, actor: Actor): Promise<void> {
    const { hospitalId } = actor;
    const at = this.deps.clock.now();
    await this.deps.transactions.run(systemContext(hospitalId, 'presence'), async (tx) => {
      const publish = (event: PublishedEvent) => pageMessagesOf(event).forEach((message) => tx.publish(message));
      const online = new Map<string, boolean>();
      for (const id of accountsOf(actor).sort())
        online.set(id, await this.deps.pages.note(tx, hub.processId, id, () => hub.isHere(id)));
      const patient = await this.#ofPatient(tx, actor);
      if (patient) publish({ type: 'patient.presence-changed', hospitalId, at, ...patient });
      const doctor = await this.#ofDoctor(tx, actor, online.get(actor.accountId) === true);
      if (doctor) publish({ type: 'doctor.presence-changed', hospitalId, at, ...doctor });
    });
  }

  async #ofPatient(tx: Tx, { patientId }: Actor): Promise<Told | null> {
    if (patientId === null) return null;
    const { attendance, care } = this.deps;
    for (const { visitId, online } of await attendance.waiters(tx, patientId))
      await attendance.setSeen(tx, visitId, online);
    const accountIds = await care.doctorsNow(tx, patientId);
    if (accountIds.length === 0) return null;
    return { entityId: patientId, changes: [{ entity: 'queue', id: patientId, to: { accountIds } }] };
  }

  async #ofDoctor(tx: Tx, { practitionerId, roles }: Actor, online: boolean): Promise<Told | null> {
    if (practitionerId === null || !roles.includes('doctor')) return null;
    const { attendance, queue } = this.deps;
    // Their pages offer this doctor again.
    const others = online ? await queue.patientsOfColleagues(tx, practitionerId) : [];
    if (!(await attendance.setDoctorSeen(tx, practitionerId, online))) return null;
    const changes = (await queue.waiters(tx, practitionerId, null)).flatMap(({ visitId, accountId: waiting }) =>
      waiting === null ? [] : [{ entity: 'waiting' as const, id: visitId, to: { accountIds: [waiting] } }],
    );
    const again = { entity: 'duty' as const, id: practitionerId, to: { accountIds: others } };
    return { entityId: practitionerId, changes: others.length > 0 ? [...changes, again] : changes };
  }
}

import type { endPause, startPause } from '@yunzhen/shared/visits/pauses.contract';
import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import { doctorOf } from '../visits.policy.ts';
import type { Pause, PausesRepository } from './pauses.repository.ts';
import type { VisitsPart } from '../visits-part.ts';

type Answer = ResponseOf<typeof endPause>;

/** Minimum minutes of a pause that sends notifications; the waiting room shows shorter ones. */
const notifyFromMinutes = 10;

interface PausesServiceDeps extends VisitsPart<'transactions' | 'queue' | 'notify'> {
  pauses: PausesRepository;
}

/** Manages doctors’ pauses: a paused doctor receives no new visits, and waiting patients see the expected return. */
export class PausesService extends Service<PausesServiceDeps> {
  read(context: ActorContext): Promise<Answer> {
    return this.deps.transactions.run(context, async (tx) =>
      answer(await this.deps.pauses.running(tx, doctorOf(context.actor))),
    );
  }

  /** Starts a pause, or replaces the running one from now on. Throws `visit.doctor-off-duty` when the doctor is off duty. */
  start(context: ActorContext, { minutes, reason }: BodyOf<typeof startPause>): Promise<Answer> {
    const { transactions, pauses, queue, notify } = this.deps;
    return transactions.command(context, 'startPause', async (tx) => {
      const practitionerId = doctorOf(context.actor);
      const doctor = await pauses.lockDoctor(tx, practitionerId);
      if (!doctor?.onDuty) throw new AppError('visit.doctor-off-duty', 'doctor is off duty');
      await pauses.endRunning(tx, practitionerId);
      const pause = { id: newId(), from: tx.now, until: new Date(tx.now.getTime() + minutes * MINUTE_MS), reason };
      await pauses.insert(tx, practitionerId, pause);
      await tx.audit('duty.paused', { entity: 'practitioner', entityId: practitionerId, details: { minutes } });
      await this.#announce(tx, practitionerId, context.actor.accountId);
      if (minutes >= notifyFromMinutes) {
        for (const { visitId, patientId } of await queue.waiters(tx, practitionerId, null)) {
          await notify(tx, {
            to: { patientId },
            template: 'visit.doctor-late',
            facts: { doctor: { name: doctor.name, nameLatin: doctor.nameLatin }, at: pause.until.toISOString() },
            link: `/visits/${visitId}/waiting`,
            dedupe: `pause ${pause.id} ${visitId}`,
          });
        }
      }
      return answer(pause);
    });
  }

  /** Ends the pause; repeating it has no effect. */
  end(context: ActorContext): Promise<Answer> {
    const { transactions, pauses } = this.deps;
    return transactions.command(context, 'endPause', async (tx) => {
      const practitionerId = doctorOf(context.actor);
      await pauses.lockDoctor(tx, practitionerId);
      const running = await pauses.running(tx, practitionerId);
      if (running) {
        await pauses.endRunning(tx, practitionerId);
        const details = { seconds: Math.round((tx.now.getTime() - running.from.getTime()) / 1000) };
        await tx.audit('duty.pause-ended', { entity: 'practitioner', entityId: practitionerId, details });
        await this.#announce(tx, practitionerId, context.actor.accountId);
      }
      return answer(null);
    });
  }

  /** Publishes the change to the doctor’s pages, to pages that choose a doctor, and to patients who wait for this doctor. */
  async #announce(tx: Tx, practitionerId: string, accountId: string): Promise<void> {
    const waiters = await this.deps.queue.waiters(tx, practitionerId, null);
    const own = { accountIds: [accountId] };
    await emitEvent(tx, 'duty.pause-changed', {
      entityId: practitionerId,
      practitionerId,
      facts: {},
      changes: [
        { entity: 'duty', id: practitionerId, to: { roles: ['patient', 'doctor'], ...own } },
        { entity: 'schedule', id: practitionerId, to: own },
        ...waiters.map(({ visitId, accountId: waiting }) => ({
          entity: 'waiting' as const,
          id: visitId,
          to: { accountIds: waiting === null ? [] : [waiting] },
        })),
      ],
    });
  }
}

function answer(pause: Pause | null): Answer {
  return {
    pause: pause && {
      id: pause.id,
      from: pause.from.toISOString(),
      until: pause.until.toISOString(),
      reason: pause.reason,
    },
  };
}

import { doctorDelayOf, type DoctorDelay } from '@yunzhen/shared/visits/waiting-room';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { QueueRepository, WaitingFacts } from '../waiting-room/queue.repository.ts';
import { recentSince } from '../waiting-room/wait-estimate.ts';

interface DoctorDelaysDeps {
  queue: QueueRepository;
}

/** Finds out whether the doctors of waiting patients are late or absent. */
export class DoctorDelays extends Service<DoctorDelaysDeps> {
  async of(tx: Tx, visitId: string): Promise<DoctorDelay | null> {
    const facts = await this.deps.queue.waiting(tx, visitId, recentSince(tx.now));
    return facts && delayIn(facts, tx.now);
  }

  /** Returns whether the doctor keeps the patient waiting: late, absent, paused or gone. */
  async isKept(tx: Tx, visitId: string): Promise<boolean> {
    const facts = await this.deps.queue.waiting(tx, visitId, recentSince(tx.now));
    if (!facts) return false;
    // Applies before check-in too, because the doctor is just as unavailable then.
    return facts.doctorLeft || facts.doctorPausedUntil !== null || delayIn(facts, tx.now) !== null;
  }
}

export function delayIn(facts: WaitingFacts, now: Date): DoctorDelay | null {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  const { doctorLeft, doctorOnDuty, doctorInCall } = facts;
  const delayFacts = {
    doctorLeft,
    doctorOnDuty,
    doctorInCall,
    bookedFor: iso(facts.bookedFor),
    checkedInAt: iso(facts.checkedInAt),
    doctorOffSince: iso(facts.doctorOffSince),
    doctorUnseenSince: iso(facts.doctorUnseenSince),
  };
  return doctorDelayOf(delayFacts, now.getTime());
}

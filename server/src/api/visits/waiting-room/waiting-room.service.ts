import type { BodyOf } from '@yunzhen/shared/core/route';
import type { checkIn, Visit, Waiting } from '@yunzhen/shared/visits/visits.contract';
import { stepAwayMinutesOf } from '@yunzhen/shared/visits/waiting-room';
import { appointmentPolicyOf, queueTimeOf } from '@yunzhen/shared/scheduling/appointment';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import type { SchedulingArea } from '../../scheduling/index.ts';
import { delayIn } from '../attendance/doctor-delays.ts';
import { requireKnownPatient } from '../requests/identity-guard.ts';
import { assertNoRedFlags, auditDeclared, priorityOf } from '../requests/red-flag-guard.ts';
import type { WaitingFacts } from './queue.repository.ts';
import type { VisitTransitions } from '../conduct/visit-transitions.service.ts';
import { isPatientOf, visitNotFound } from '../visits.policy.ts';
import { estimateMinutes, recentSince } from './wait-estimate.ts';
import type { VisitsPart } from '../visits-part.ts';

interface WaitingRoomServiceDeps extends VisitsPart<'transactions' | 'visits' | 'queue' | 'directory' | 'hooks'> {
  transitions: VisitTransitions;
  scheduling: SchedulingArea;
}

/** Handles the patient’s side before the call: check-in, waiting, leaving. */
export class WaitingRoomService extends Service<WaitingRoomServiceDeps> {
  /**
   * Throws the errors of `onAnswersAsked`; `visit.identity-needed`; `visit.red-flag` for a danger sign that was not declared to be no emergency; and
   * `visit.consent-outdated` with the current version of the consent text.
   */
  checkIn(context: ActorContext, visitId: string, given: BodyOf<typeof checkIn>): Promise<Visit> {
    return this.deps.transitions.carryOut(context, {
      command: 'check-in',
      visitId,
      allowed: isPatientOf,
      prepare: async (tx, visit, required) => {
        await requireKnownPatient(tx, visit.patientId);
        const { form, evidence, flags, words } = await this.deps.hooks.onAnswersAsked.ask(
          tx,
          visit,
          given.draftVersion,
        );
        if (given.intake.priorDiagnosis === 'yes' && given.intake.priorEvidence) {
          await this.deps.hooks.onEvidenceGiven.run(tx, visit, {
            evidence: given.intake.priorEvidence,
            pages: evidence,
            accountId: context.actor.accountId,
          });
        }
        const redFlags = await assertNoRedFlags(tx, visit.patientId, {
          // The reason of a booking was judged when it was given, and is judged again whatever complaint replaces it.
          texts: [visit.complaint, given.intake.complaint, given.intake.priorDiagnosisDetail, ...words],
          named: flags,
          lastTicked: required?.lastTicked ?? [],
          dismissed: given.dismissedFlags,
          before: visit.redFlags,
        });
        const declared = redFlags.filter((flag) => !visit.redFlags.includes(flag));
        await auditDeclared(tx, declared, { entity: 'visit', entityId: visitId, patientId: visit.patientId });
        await this.#storeConsent(tx, context.actor, visit, given.consent);
        await this.#noteGuardian(tx, context.actor, visit, given.guardianPresent);
        await this.deps.scheduling.checkedIn(tx, visitId);
        const { graceMinutes } = appointmentPolicyOf((await this.deps.directory.hospital(tx)).settings);
        const queueAt = queueTimeOf({ bookedFor: visit.bookedFor, checkedInAt: tx.now, graceMinutes });
        return {
          intake: { ...given.intake, ...(form && { form }), ...(evidence.length > 0 && { evidence: [...evidence] }) },
          complaint: given.intake.complaint,
          deviceCheck: given.deviceCheck,
          queueAt,
          redFlags,
          priority: visit.priority === 'routine' ? priorityOf(redFlags) : visit.priority,
        };
      },
      after: async (tx) => {
        const facts = await this.deps.queue.waiting(tx, visitId, recentSince(tx.now));
        await this.deps.visits.update(tx, visitId, { toldWaitMinutes: facts && estimateMinutes(asOf(facts, tx.now)) });
        await this.deps.hooks.onCheckedIn.run(tx, visitId);
      },
    });
  }

  /** Stores the consent to the current text. Throws `visit.consent-outdated` for another version. */
  async #storeConsent(
    tx: Tx,
    actor: Actor,
    { id: visitId, patientId }: { id: string; patientId: string },
    consent: BodyOf<typeof checkIn>['consent'],
  ): Promise<void> {
    const { version } = await this.deps.directory.consentText(tx, consent.locale);
    if (version !== consent.version) {
      throw new AppError('visit.consent-outdated', 'consent is for another version of the text', {
        facts: { version },
      });
    }
    await this.deps.visits.storeConsent(tx, {
      id: newId(),
      hospitalId: tx.hospitalId,
      visitId,
      patientId,
      textVersion: version,
      textLocale: consent.locale,
      givenByAccountId: actor.accountId,
      givenAt: tx.now,
    });
  }

  /** Stores the guardian of a child under six, who must be beside the child. Throws `visit.guardian-needed`. */
  async #noteGuardian(tx: Tx, actor: Actor, visit: { id: string; patientId: string }, present: boolean): Promise<void> {
    if (!actor.actingFor) return;
    const guardian = await this.deps.visits.guardianOf(tx, visit.patientId, actor.accountId);
    if (!guardian?.underSix) return;
    if (!present) throw new AppError('visit.guardian-needed', 'guardian is not with the child');
    const { name, relation } = guardian;
    await this.deps.visits.storeGuardian(tx, visit.id, { name, relation, accountId: actor.accountId });
  }

  /** Returns the patient’s own place only. It is not part of the record, so reading it is not audited. */
  waiting(context: ActorContext, visitId: string): Promise<Waiting> {
    return this.deps.transactions.run(context, async (tx) => {
      const visit = await this.deps.visits.find(tx, visitId);
      if (!visit || !isPatientOf(context.actor, visit)) throw visitNotFound();
      return this.of(tx, visit);
    });
  }

  /** Returns what the patient’s waiting page shows; the caller has checked access. */
  async of(tx: Tx, { id, departmentId }: { id: string; departmentId: string }): Promise<Waiting> {
    const since = recentSince(tx.now);
    const facts = await this.deps.queue.waiting(tx, id, since);
    if (!facts) throw visitNotFound();
    const estimateWithinMinutes = await this.deps.queue.estimateError(tx, departmentId, since);
    const { settings } = await this.deps.directory.hospital(tx);
    const iso = (at: Date | null) => at?.toISOString() ?? null;
    return {
      visitId: id,
      status: facts.status,
      position: facts.position,
      absentBefore: facts.absentBefore,
      estimateMinutes: estimateMinutes(asOf(facts, tx.now)),
      estimateWithinMinutes,
      bookedFor: iso(facts.bookedFor),
      checkedInAt: iso(facts.checkedInAt),
      attendance: facts.attendance,
      stepAwayMinutes: stepAwayMinutesOf(settings),
      doctorOnDuty: facts.doctorOnDuty,
      doctorLeft: facts.doctorLeft,
      doctorOffSince: iso(facts.doctorOffSince),
      doctorInCall: facts.doctorInCall,
      doctorUnseenSince: iso(facts.doctorUnseenSince),
      doctorPausedUntil: iso(facts.doctorPausedUntil),
      handedOverBy: facts.handedOverBy,
    };
  }

  leave(context: ActorContext, visitId: string): Promise<Visit> {
    return this.deps.transitions.carryOut(context, { command: 'leave', visitId, allowed: isPatientOf });
  }
}

/** Returns the facts with the remaining seconds of the doctor’s pause and whether the doctor is absent. */
function asOf(facts: WaitingFacts, now: Date): WaitingFacts & { pauseSeconds: number; doctorGone: boolean } {
  const { doctorPausedUntil: until } = facts;
  return {
    ...facts,
    pauseSeconds: until === null ? 0 : Math.max(0, (until.getTime() - now.getTime()) / 1000),
    doctorGone: delayIn(facts, now)?.cause === 'disconnected',
  };
}

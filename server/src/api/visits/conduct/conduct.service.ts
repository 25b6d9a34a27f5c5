import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { completeVisit, QueueEntry, readQueue, Visit } from '@yunzhen/shared/visits/visits.contract';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { nobodyMissing } from '../attendance/attendance.repository.ts';
import type { QueuedPatient } from '../waiting-room/queue.repository.ts';
import { recentSince } from '../waiting-room/wait-estimate.ts';
import { secondsSince } from './visit-effects.ts';
import type { VisitNotices } from './visit-notices.ts';
import type { VisitTransitions } from './visit-transitions.service.ts';
import type { VisitView } from '../visit-view.ts';
import { doctorOf, isDoctorOf } from '../visits.policy.ts';
import type { VisitsPart } from '../visits-part.ts';

/** Data stored beside the visits of a queue, by visit. */
interface QueueFacts {
  transfers: ReadonlyMap<string, NonNullable<QueueEntry['transfer']>>;
  attendance: ReadonlyMap<string, QueueEntry['attendance']>;
  triage: ReadonlyMap<string, NonNullable<QueueEntry['triage']>>;
  /** By patient. */
  patients: ReadonlyMap<string, QueueEntry['patient']>;
  /** Accounts with an open page. */
  online: ReadonlySet<string>;
  /** Seconds. */
  expected: ReadonlyMap<string, number>;
}

interface ConductServiceDeps extends VisitsPart<
  'transactions' | 'queue' | 'transferRows' | 'attendance' | 'triage' | 'notify' | 'pages' | 'directory' | 'hooks'
> {
  transitions: VisitTransitions;
  notices: VisitNotices;
}

/**
 * Handles the doctor’s queue, admission and endings. A doctor may have several visits in progress, for example while one patient’s connection is
 * down; the queue shows all of them.
 */
export class ConductService extends Service<ConductServiceDeps> {
  queue(context: ActorContext): Promise<ResponseOf<typeof readQueue>> {
    return this.deps.transactions.run(context, async (tx) => {
      const practitionerId = doctorOf(context.actor);
      const views = await this.deps.queue.read(tx, practitionerId);
      const ids = views.map(({ visit }) => visit.id);
      const accounts = views.flatMap(({ patientAccountId }) => patientAccountId ?? []);
      const [transfers, attendance, triage, stored, online, expected] = await tx.all([
        this.deps.transferRows.latest(tx, ids),
        this.deps.attendance.read(tx, ids),
        this.deps.triage.latest(tx, ids),
        this.deps.queue.patients(
          tx,
          views.map(({ visit }) => visit.patient.id),
        ),
        this.deps.pages.online(tx, accounts),
        this.deps.queue.expectedSeconds(tx, ids, recentSince(tx.now)),
      ]);
      const patients = await this.#named(tx, stored);
      const known: QueueFacts = { transfers, attendance, triage, patients, online, expected };
      const entries = (status: Visit['status']) =>
        views.filter(({ visit }) => visit.status === status).map((view) => this.#entry(view, known, tx.now));
      const inProgress = entries('in-progress');
      const waiting = entries('waiting');
      const details = { inProgress: inProgress.length, waiting: waiting.length };
      await tx.auditShown(
        'queue.read',
        { entity: 'queue', entityId: practitionerId, details },
        [...inProgress, ...waiting].map(({ visit }) => visit.patient.id),
      );
      return { inProgress, waiting };
    });
  }

  /** Adds the names of allergies that a reader of each language knows. */
  async #named(tx: Tx, stored: readonly QueuedPatient[]): Promise<Map<string, QueueEntry['patient']>> {
    const all = stored.flatMap(({ allergies }) => allergies);
    const names = await this.deps.hooks.onAllergyNamesAsked.ask(tx, all);
    const namesOf = new Map(all.map((allergy, place) => [allergy, names[place] ?? []]));
    return new Map(
      stored.map(({ id, allergies, ...facts }) => [
        id,
        {
          ...facts,
          allergies: allergies.map((each) => ({
            substance: each.substance,
            names: namesOf.get(each) ?? [],
            severe: each.severe,
          })),
        },
      ]),
    );
  }

  #entry({ visit, patientAccountId }: VisitView, known: QueueFacts, now: Date): QueueEntry {
    const expected = known.expected.get(visit.id);
    const waitedUntil = visit.admittedAt === null ? now : new Date(visit.admittedAt);
    return {
      visit,
      patient: known.patients.get(visit.patient.id) ?? { allergies: [], noKnownAllergies: false, lastVisit: null },
      waitedSeconds: secondsSince(visit.checkedInAt === null ? null : new Date(visit.checkedInAt), waitedUntil),
      expectedMinutes: expected === undefined ? null : Math.max(1, Math.round(expected / 60)),
      patientOnline: patientAccountId !== null && known.online.has(patientAccountId),
      attendance: known.attendance.get(visit.id) ?? nobodyMissing,
      triage: known.triage.get(visit.id) ?? null,
      transfer: known.transfers.get(visit.id) ?? null,
    };
  }

  /** Admits the patient, even when absent, and sends a notification that the doctor is ready, because no page may be open. */
  admit(context: ActorContext, visitId: string): Promise<Visit> {
    return this.deps.transitions.carryOut(context, {
      command: 'admit',
      visitId,
      allowed: isDoctorOf,
      after: async (tx) => {
        await this.deps.attendance.comeBack(tx, visitId);
      },
      notify: async (tx, { visit: { patient, doctor } }) => {
        await this.deps.notify(tx, {
          to: { patientId: patient.id },
          template: 'visit.doctor-ready',
          facts: { doctor: { name: doctor.name, nameLatin: doctor.nameLatin } },
          link: `/visits/${visitId}/call`,
          dedupe: `doctor ready ${visitId}`,
        });
      },
    });
  }

  /** Every handler of `onCompletion` must agree first: `visit.note-unsigned`, `visit.diagnosis-missing`. */
  complete(
    context: ActorContext,
    visitId: string,
    { summary, followUp }: BodyOf<typeof completeVisit>,
  ): Promise<Visit> {
    return this.deps.transitions.carryOut(context, {
      command: 'complete',
      visitId,
      allowed: isDoctorOf,
      prepare: async (tx, visit) => {
        await this.deps.hooks.onCompletion.run(tx, visit);
        const today = dayIn((await this.deps.directory.hospital(tx)).timeZone, tx.now);
        return {
          summary: summary === '' ? null : summary,
          followUp: followUp && {
            from: shiftDay(today, followUp.fromDays),
            until: shiftDay(today, followUp.untilDays),
          },
        };
      },
      notify: (tx, view) => this.deps.notices.completed(tx, view),
    });
  }

  referOffline(context: ActorContext, visitId: string, reason: string): Promise<Visit> {
    return this.deps.transitions.carryOut(context, {
      command: 'refer-offline',
      visitId,
      allowed: isDoctorOf,
      prepare: async () => ({ endReason: reason }),
    });
  }
}

import type { askRepeat, RepeatQuery, RepeatRequest } from '@yunzhen/shared/prescribing/repeat-requests.contract';
import type { BodyOf } from '@yunzhen/shared/core/route';
import { repeatMachine } from '@yunzhen/shared/prescribing/repeat-request';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeCursor } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { emitEvent } from '../../core/domain-events.ts';
import type { Notify } from '../../notifications/index.ts';
import type { RepeatRow, RepeatsRepository } from './repeats.repository.ts';
import type { PrescribingPart } from '../prescribing-part.ts';

const audited = { accept: 'repeat.accepted', decline: 'repeat.declined', withdraw: 'repeat.withdrawn' } as const;

interface RepeatsServiceDeps extends PrescribingPart<'transactions' | 'repository' | 'visits'> {
  repeats: RepeatsRepository;
  notify: Notify['notify'];
}

/** Handles patients’ repeat requests. A request prescribes nothing: it leads to a visit or is declined. */
export class RepeatsService extends Service<RepeatsServiceDeps> {
  /**
   * Sends a request to the doctor who signed the prescription, or returns the open request. Throws `visit.red-flag`, also for the words of a second
   * request, and `danger-page.*` without a valid answer to the page of danger signs.
   */
  ask(
    context: ActorContext,
    prescriptionId: string,
    { note, dismissedFlags }: BodyOf<typeof askRepeat>,
  ): Promise<RepeatRequest> {
    return this.deps.transactions.command(context, 'askRepeat', async (tx) => {
      const row = await this.deps.repository.find(tx, prescriptionId);
      const { patientId } = context.actor;
      if (!row || row.signedAt === null || patientId === null || row.patientId !== patientId) {
        throw new AppError('resource.not-found', 'prescription not found');
      }
      const { practitionerId } = row;
      const asked = { patientId, prescriptionId, words: note, dismissed: dismissedFlags };
      const open = await this.deps.repeats.findOpen(tx, prescriptionId);
      if (open) {
        await this.deps.visits.refuseDangerSigns(tx, { ...asked, before: open.redFlags });
        await tx.audit('repeat.listed', { entity: 'repeat', entityId: open.id, patientId });
        return toView(open);
      }
      const { dangerAnswer, redFlags } = await this.deps.visits.answerBeforeRequest(tx, asked);
      const made = await this.deps.repeats.insert(tx, {
        id: newId(),
        prescriptionId,
        patientId,
        practitionerId,
        note,
        dangerAnswer,
        redFlags,
      });
      const request = await this.deps.repeats.findOpen(tx, prescriptionId);
      if (!request) throw new AppError('resource.conflict', 'repeat request was decided in the meantime');
      await tx.audit(made ? 'repeat.asked' : 'repeat.listed', { entity: 'repeat', entityId: request.id, patientId });
      if (made) await this.#announce(tx, 'repeat.asked', request);
      return toView(request);
    });
  }

  list(context: ActorContext, query: RepeatQuery): Promise<{ items: RepeatRequest[]; next: string | null }> {
    return this.deps.transactions.run(context, async (tx) => {
      const { patientId, practitionerId } = context.actor;
      const whose = patientId !== null ? { patientId } : practitionerId !== null ? { practitionerId } : null;
      if (!whose) throw new AppError('auth.forbidden', 'account has no repeat requests');
      const rows = await this.deps.repeats.list(tx, whose, {
        status: query.status ?? null,
        prescriptionId: query.prescriptionId ?? null,
        limit: query.limit,
        after: decodeCursor(query.cursor),
      });
      const seen = rows.slice(0, query.limit);
      const shown = patientId === null ? seen.map((row) => row.patientId) : [patientId];
      const details = { count: seen.length };
      await tx.auditShown('repeat.listed', { entity: 'repeat', entityId: null, details }, shown);
      return cutPage(rows, query.limit, (row) => ({ at: row.askedAt, id: row.id }), toView);
    });
  }

  accept(context: ActorContext, id: string): Promise<RepeatRequest> {
    return this.#decide(context, id, 'accept', '');
  }

  decline(context: ActorContext, id: string, reason: string): Promise<RepeatRequest> {
    return this.#decide(context, id, 'decline', reason);
  }

  withdraw(context: ActorContext, id: string): Promise<RepeatRequest> {
    return this.#decide(context, id, 'withdraw', '');
  }

  /** Decides a request. Repeating the same decision returns it; a different decision is rejected. */
  #decide(context: ActorContext, id: string, step: keyof typeof audited, reason: string): Promise<RepeatRequest> {
    return this.deps.transactions.command(context, `${step}Repeat`, async (tx) => {
      const row = await this.deps.repeats.lock(tx, id);
      const { patientId, practitionerId } = context.actor;
      const own = step === 'withdraw' ? row?.patientId === patientId : row?.practitionerId === practitionerId;
      if (!row || !own) throw new AppError('resource.not-found', 'repeat request not found');
      const about = { entity: 'repeat', entityId: id, patientId: row.patientId } as const;
      if (repeatMachine.isDone(row.status, step)) {
        await tx.audit('repeat.listed', about);
        return toView(row);
      }
      await this.deps.repeats.decide(tx, id, repeatMachine.next(row.status, step), reason);
      await tx.audit(audited[step], about);
      const decided = await this.deps.repeats.find(tx, id);
      if (!decided) throw new AppError('resource.not-found', 'repeat request not found');
      await this.#announce(tx, 'repeat.decided', decided);
      if (step !== 'withdraw') {
        const { prescriptionId, doctorName: name, doctorNameLatin: nameLatin } = decided;
        await this.deps.notify(tx, {
          to: { patientId: row.patientId },
          template: 'repeat.decided',
          facts: { doctor: { name, nameLatin } },
          link: `/prescriptions/${prescriptionId}`,
          dedupe: `repeat.decided ${id}`,
        });
      }
      return toView(decided);
    });
  }

  async #announce(tx: Tx, type: 'repeat.asked' | 'repeat.decided', row: RepeatRow): Promise<void> {
    const accountIds = [row.doctorAccountId, ...(row.patientAccountId ? [row.patientAccountId] : [])];
    await emitEvent(tx, type, {
      entityId: row.id,
      visitId: row.visitId,
      departmentId: row.departmentId,
      practitionerId: row.practitionerId,
      facts: {},
      changes: [{ entity: 'repeat', id: row.id, to: { accountIds } }],
    });
  }
}

function toView(row: RepeatRow): RepeatRequest {
  return {
    id: row.id,
    status: row.status,
    prescription: { id: row.prescriptionId, number: row.number, medicines: row.medicines },
    patient: { id: row.patientId, name: row.patientName, nameLatin: row.patientNameLatin },
    doctor: { id: row.practitionerId, name: row.doctorName, nameLatin: row.doctorNameLatin },
    department: { id: row.departmentId, name: row.department },
    note: row.note,
    dangerAnswer: row.dangerAnswer,
    redFlags: row.redFlags,
    askedAt: row.askedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: row.reason,
  };
}

import { isDeepStrictEqual } from 'node:util';
import type { IntakeDraft, listIntakeProgress, openIntakeDraft } from '@yunzhen/shared/intake/intake.contract';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import type { BodyOf, ResponseOf } from '@yunzhen/shared/core/route';
import { keptAnswers } from '@yunzhen/shared/intake/answers/answers';
import { intakeCatalogue } from '@yunzhen/shared/intake/forms/form-catalogue';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor, ActorContext } from '../../platform/context.ts';
import type { Transactions, Tx } from '../../platform/db/transaction.ts';
import { Service } from '../../platform/service.ts';
import type { VisitsArea } from '../visits/index.ts';
import type { DraftRow, DraftsRepository } from './drafts.repository.ts';
import { assertOpen, intakeNotFound, isOwn } from './intake.policy.ts';
import type { PicturesRepository } from './pictures.repository.ts';
import { assertCurrent } from '../core/version.ts';

interface DraftsServiceDeps {
  transactions: Transactions;
  drafts: DraftsRepository;
  pictures: PicturesRepository;
  visits: VisitsArea;
}

/** Stores a patient’s intake answers so far, so that any device can continue. */
export class DraftsService extends Service<DraftsServiceDeps> {
  /** Returns the existing draft or creates one. Throws `resource.not-found` and `intake.closed`. */
  open(context: ActorContext, of: BodyOf<typeof openIntakeDraft>): Promise<IntakeDraft> {
    return this.deps.transactions.run(context, async (tx) => {
      const draft =
        'visitId' in of
          ? await this.#ofVisit(tx, context.actor, of.visitId)
          : await this.#ofAppointment(tx, context.actor, of.appointmentId);
      await auditDraft(tx, 'intake.draft-read', draft);
      return this.#view(tx, draft);
    });
  }

  /** Returns the progress of every intake that the patient may still answer, including those not started. */
  progress(context: ActorContext): Promise<ResponseOf<typeof listIntakeProgress>> {
    return this.deps.transactions.run(context, async (tx) => {
      const { patientId } = context.actor;
      const rows = patientId === null ? [] : await this.deps.drafts.openOf(tx, patientId);
      const items = rows.map(({ visitId, appointmentId, content }) => ({
        visitId,
        appointmentId,
        step: content?.step ?? ('topic' as const),
        asked: content?.form !== null,
      }));
      const details = { count: items.length };
      await tx.audit('intake.draft-read', { entity: 'intake-draft-list', entityId: null, patientId, details });
      return { items };
    });
  }

  async #ofVisit(tx: Tx, actor: Actor, visitId: string): Promise<DraftRow> {
    const { drafts, visits } = this.deps;
    const { patientId, status } = await visits.holdVisit(tx, visitId);
    if (!isOwn(actor, { patientId })) throw intakeNotFound();
    if (status !== 'planned') throw new AppError('intake.closed', `visit is ${status}`);
    const there = await drafts.lockOfVisit(tx, visitId);
    if (there) return there;
    await drafts.begin(tx, { patientId, visitId, appointmentId: null });
    return found(await drafts.lockOfVisit(tx, visitId));
  }

  async #ofAppointment(tx: Tx, actor: Actor, appointmentId: string): Promise<DraftRow> {
    const { drafts } = this.deps;
    const appointment = await drafts.appointment(tx, appointmentId);
    if (!appointment || !isOwn(actor, appointment)) throw intakeNotFound();
    const there = await drafts.ofAppointment(tx, appointmentId);
    if (!there && appointment.status !== 'booked')
      throw new AppError('intake.closed', `appointment is ${appointment.status}`);
    if (!there) await drafts.begin(tx, { patientId: appointment.patientId, visitId: null, appointmentId });
    const draft = found(there ?? (await drafts.ofAppointment(tx, appointmentId)));
    assertOpen(draft);
    return draft;
  }

  /**
   * Saves answers on top of a version and drops answers to questions that are not asked. Throws `resource.stale` with the current version,
   * `intake.form-unknown` and `intake.closed`. Retrying a save returns its first result.
   */
  save(context: ActorContext, draftId: string, version: number, given: IntakeDraftContent): Promise<IntakeDraft> {
    const { transactions, drafts } = this.deps;
    return transactions.run(context, async (tx) => {
      const draft = await this.lock(tx, context.actor, draftId);
      const content = { ...given, answers: answersOf(given, draft) };
      if (draft.version === version + 1 && isDeepStrictEqual(draft.content, content)) return this.#view(tx, draft);
      assertCurrent(draft, version);
      await drafts.save(tx, draftId, version + 1, content);
      const saved = { ...draft, version: version + 1, content, updatedAt: tx.now };
      await auditDraft(tx, 'intake.draft-saved', saved);
      return this.#view(tx, saved);
    });
  }

  /** Deletes the draft and its pictures. */
  async remove(context: ActorContext, draftId: string): Promise<undefined> {
    await this.deps.transactions.run(context, async (tx) => {
      const draft = await this.lock(tx, context.actor, draftId);
      await this.deps.drafts.remove(tx, draftId);
      await auditDraft(tx, 'intake.draft-removed', draft);
    });
    return undefined;
  }

  /** Returns the patient’s own editable draft, locked until the transaction ends. */
  async lock(tx: Tx, actor: Actor, draftId: string): Promise<DraftRow> {
    const draft = await this.deps.drafts.lock(tx, draftId);
    if (!draft || !isOwn(actor, draft)) throw intakeNotFound();
    assertOpen(draft);
    return draft;
  }

  async #view(tx: Tx, draft: DraftRow): Promise<IntakeDraft> {
    const { id, visitId, appointmentId, version, content, subject, complaint } = draft;
    const pictures = await this.deps.pictures.ofDraft(tx, id);
    const updatedAt = version === 0 ? null : draft.updatedAt.toISOString();
    return { id, visitId, appointmentId, version, content, pictures, subject: { ...subject }, complaint, updatedAt };
  }
}

function answersOf({ form: chosen, answers }: IntakeDraftContent, { subject }: DraftRow) {
  if (!chosen) return {};
  const form = intakeCatalogue.find(chosen.id, chosen.version);
  if (!form) throw new AppError('intake.form-unknown', `intake form ${chosen.id} ${chosen.version} not found`);
  return Object.fromEntries(
    Object.entries(keptAnswers(form, answers, subject)).map(([id, answer]) => [
      id,
      typeof answer === 'object' ? [...answer] : answer,
    ]),
  );
}

function found(draft: DraftRow | null): DraftRow {
  if (!draft) throw new Error('intake draft is missing after it was created');
  return draft;
}

function auditDraft(
  tx: Tx,
  action: 'intake.draft-read' | 'intake.draft-saved' | 'intake.draft-removed',
  { id, patientId, version }: Pick<DraftRow, 'id' | 'patientId' | 'version'>,
): Promise<void> {
  return tx.audit(action, { entity: 'intake-draft', entityId: id, patientId, details: { version } });
}

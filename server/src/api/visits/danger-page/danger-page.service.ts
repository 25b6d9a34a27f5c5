import { dangerPage, type DangerItemId } from '@yunzhen/shared/intake/danger-page/danger-page';
import { flagsOfItems } from './shown-items.ts';
import type { answerDangerPage, DangerPageAbout, readDangerPage } from '@yunzhen/shared/visits/danger-page.contract';
import type { BodyOf, QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { isPatientOf, visitNotFound } from '../visits.policy.ts';
import { patientOf } from '../../core/actor.ts';
import type { VisitsPart } from '../visits-part.ts';
import type { DangerAnswerRow } from './danger-answer.entity.ts';
import { isUpToDate, itemsFor, tickedIn, validUntil } from './danger-answers.ts';

type State = ResponseOf<typeof answerDangerPage>;

/** Handles the page of danger signs, which every patient answers before a visit and before a repeat request. */
export class DangerPageService extends Service<VisitsPart<'transactions' | 'visits' | 'dangerAnswers'>> {
  /** Throws `resource.not-found` when the visit or prescription is not the patient’s, and `intake.closed` after check-in. */
  read(context: ActorContext, query: QueryOf<typeof readDangerPage>): Promise<ResponseOf<typeof readDangerPage>> {
    return this.deps.transactions.run(context, async (tx) => {
      const patientId = patientOf(context.actor);
      const about = aboutOf(query);
      await this.#hold(tx, context, about);
      const shown = await itemsFor(this.deps.dangerAnswers, tx, patientId);
      const answers = await this.deps.dangerAnswers.counting(tx, patientId, about);
      const last = answers.at(-1);
      const valid = last && validUntil(last.answeredAt) > tx.now && isUpToDate(last, shown);
      await tx.audit('intake.danger-page-read', {
        entity: 'danger-page',
        entityId: null,
        patientId,
        details: { about: idOf(about) },
      });
      return { page: dangerPage.version, shown, answer: valid ? await this.#state(tx, patientId, last) : null };
    });
  }

  /**
   * Inserts an answer; answers are never changed. Throws the errors of `read`, and `danger-page.outdated` when the patient answered another version
   * of the page.
   */
  answer(context: ActorContext, given: BodyOf<typeof answerDangerPage>): Promise<State> {
    return this.deps.transactions.command(context, 'answerDangerPage', async (tx) => {
      const { actor } = context;
      const patientId = patientOf(actor);
      const { about, page } = given;
      await this.#hold(tx, context, about);
      const shown = await itemsFor(this.deps.dangerAnswers, tx, patientId);
      if (page !== dangerPage.version || !isSame(shown, given.shown))
        throw new AppError('danger-page.outdated', `page ${page} is outdated`);
      const ticked = given.answer === 'none' ? [] : shown.filter((id) => given.answer.includes(id));
      if (given.answer !== 'none' && ticked.length !== new Set(given.answer).size)
        throw new AppError('validation.failed', 'answer contains an item that is not shown', {
          fields: [{ path: 'answer', rule: 'not-shown' }],
        });
      const id = newId();
      await this.deps.dangerAnswers.insert(tx, {
        id,
        patientId,
        visitId: 'visitId' in about ? about.visitId : null,
        prescriptionId: 'prescriptionId' in about ? about.prescriptionId : null,
        page,
        shown,
        ticked,
        accountId: actor.accountId,
        acting: Boolean(actor.actingFor),
      });
      const details = { page, shown: shown.length, ticked: ticked.length, about: idOf(about) };
      await tx.audit('intake.danger-page-answered', { entity: 'danger-answer', entityId: id, patientId, details });
      const answers = await this.deps.dangerAnswers.counting(tx, patientId, about);
      const last = answers.at(-1);
      if (!last) throw new Error('danger signs answer is missing after it was stored');
      return this.#state(tx, patientId, last);
    });
  }

  /** Returns what the last answer permits. The ticks of earlier answers that reached no doctor count too. */
  async #state(tx: Tx, patientId: string, { answeredAt }: DangerAnswerRow): Promise<State> {
    const ticked = tickedIn(await this.deps.dangerAnswers.unseen(tx, patientId));
    return {
      at: answeredAt.toISOString(),
      validUntil: validUntil(answeredAt).toISOString(),
      flags: flagsOfItems(ticked.map(({ id }) => id)),
    };
  }

  /** Checks that the visit or prescription belongs to the patient, and locks the visit. */
  async #hold(tx: Tx, { actor }: ActorContext, about: DangerPageAbout): Promise<void> {
    if ('prescriptionId' in about) {
      if (await this.deps.dangerAnswers.ownsPrescription(tx, patientOf(actor), about.prescriptionId)) return;
      throw visitNotFound();
    }
    const visit = await this.deps.visits.lock(tx, about.visitId, 'share');
    if (!visit || !isPatientOf(actor, visit)) throw visitNotFound();
    if (visit.status !== 'planned') throw new AppError('intake.closed', `visit is ${visit.status}`);
  }
}

function aboutOf({ visitId, prescriptionId }: QueryOf<typeof readDangerPage>): DangerPageAbout {
  if (visitId !== undefined) return { visitId };
  if (prescriptionId !== undefined) return { prescriptionId };
  throw new AppError('validation.failed', 'visitId or prescriptionId is required');
}

function idOf(about: DangerPageAbout): string {
  return 'visitId' in about ? about.visitId : about.prescriptionId;
}

function isSame(shown: readonly DangerItemId[], given: readonly DangerItemId[]): boolean {
  return shown.length === given.length && shown.every((id) => given.includes(id));
}

import type { IntakePicture } from '@yunzhen/shared/intake/intake.contract';
import { evidenceQuestion } from '@yunzhen/shared/intake/intake.constants';
import { answerFaults } from '@yunzhen/shared/intake/answers/answer-faults';
import { dangerSignsOf, keptAnswers, wordsOf } from '@yunzhen/shared/intake/answers/answers';
import { intakeCatalogue } from '@yunzhen/shared/intake/forms/form-catalogue';
import type { AnswerValue } from '@yunzhen/shared/intake/forms/form';
import { AppError } from '@yunzhen/shared/core/errors';
import type { TakenAnswers, VisitRow } from '../visits/index.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { DraftRow, DraftsRepository } from './drafts.repository.ts';
import type { PicturesRepository } from './pictures.repository.ts';

type Taken = TakenAnswers & { pictures: readonly string[] };

/**
 * Moves the answers of a draft to its visit and deletes the draft. The version proves that the patient’s page has seen everything, including answers
 * from another device.
 */
export function answersAreTaken(drafts: DraftsRepository, pictures: PicturesRepository) {
  return async (tx: Tx, visit: VisitRow, draftVersion: number): Promise<TakenAnswers> => {
    const draft = await drafts.lockOfVisit(tx, visit.id);
    const version = draft?.version ?? 0;
    if (version !== draftVersion) {
      throw new AppError('resource.stale', `draft is at version ${version}`, { facts: { version } });
    }
    if (!draft) return nothing;
    const { pictures: given, ...taken } = takenFrom(draft, await pictures.ofDraft(tx, draft.id));
    await pictures.give(tx, draft.id, visit.id, given);
    await drafts.remove(tx, draft.id);
    return taken;
  };
}

const nothing: Taken = { form: null, evidence: [], flags: [], words: [], pictures: [] };

/** Throws `validation.failed` with the error of each question, and `intake.form-unknown`. */
function takenFrom({ content, subject, today }: DraftRow, there: readonly IntakePicture[]): Taken {
  if (!content) return nothing;
  const evidence =
    content.priorDiagnosis === 'yes'
      ? there.filter(({ question }) => question === evidenceQuestion).map(({ id }) => id)
      : [];
  if (!content.form) return { ...nothing, evidence, pictures: evidence };
  const form = intakeCatalogue.find(content.form.id, content.form.version);
  if (!form)
    throw new AppError('intake.form-unknown', `intake form ${content.form.id} ${content.form.version} not found`);
  const answers = keptAnswers(form, { ...content.answers, ...picturesByQuestion(there) }, subject);
  const faults = Object.entries(answerFaults(form, answers, subject, today));
  if (faults.length > 0) {
    throw new AppError('validation.failed', 'answers are not complete', {
      fields: faults.map(([id, rule]) => ({ path: `answers.${id}`, rule })),
    });
  }
  const shown = form.questions.filter(({ kind }) => kind === 'pictures').flatMap(({ id }) => listOf(answers[id]));
  return {
    form: { id: form.id, version: form.version, answers: written(answers) },
    evidence,
    flags: dangerSignsOf(form, answers, subject),
    words: wordsOf(form, answers, subject),
    pictures: [...evidence, ...shown],
  };
}

function picturesByQuestion(pictures: readonly IntakePicture[]): Record<string, string[]> {
  const byQuestion: Record<string, string[]> = {};
  for (const { id, question } of pictures) (byQuestion[question] ??= []).push(id);
  return byQuestion;
}

function listOf(answer: AnswerValue | undefined): readonly string[] {
  return typeof answer === 'object' ? answer : [];
}

function written(answers: Record<string, AnswerValue>): Record<string, string | number | string[]> {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [id, typeof answer === 'object' ? [...answer] : answer]),
  );
}

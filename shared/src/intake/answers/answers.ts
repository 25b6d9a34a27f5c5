import type { RedFlagId } from '../danger-signs/red-flag-rules.ts';
import {
  subjectGroups,
  type Answers,
  type AnswerTest,
  type AnswerValue,
  type Condition,
  type IntakeForm,
  type IntakeQuestion,
  type IntakeSubject,
} from '../forms/form.ts';

/** Returns the questions that the given answers lead to, in order. Answers to questions that are not asked do not count. */
export function askedQuestions(form: IntakeForm, answers: Answers, subject: IntakeSubject): IntakeQuestion[] {
  const before: Record<string, AnswerValue> = {};
  return form.questions.filter((question) => {
    if (!(question.when ?? []).every((condition) => holds(condition, before, subject))) return false;
    const answer = answers[question.id];
    if (answer !== undefined) before[question.id] = answer;
    return true;
  });
}

/** Removes answers to questions that are not asked, or not in the form. */
export function keptAnswers(form: IntakeForm, answers: Answers, subject: IntakeSubject): Record<string, AnswerValue> {
  return Object.fromEntries(
    askedQuestions(form, answers, subject).flatMap(({ id }) => {
      const answer = answers[id];
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

/** Returns the danger signs that the answers name, each once. An "unsure" counts as a yes. */
export function dangerSignsOf(form: IntakeForm, answers: Answers, subject: IntakeSubject): RedFlagId[] {
  const found = askedQuestions(form, answers, subject).flatMap(({ id, danger = [] }) => {
    const answer = answers[id];
    if (answer === undefined) return [];
    return danger.filter((sign) => answer === 'unsure' || passes(answer, sign)).map(({ flag }) => flag);
  });
  return [...new Set(found)];
}

/** Returns the free-text answers. */
export function wordsOf(form: IntakeForm, answers: Answers, subject: IntakeSubject): string[] {
  return askedQuestions(form, answers, subject).flatMap(({ id, kind }) => {
    const answer = answers[id];
    return kind === 'text' && typeof answer === 'string' ? [answer] : [];
  });
}

function holds(condition: Condition, answers: Answers, subject: IntakeSubject): boolean {
  if ('any' in condition) return condition.any.some((one) => holds(one, answers, subject));
  if ('subject' in condition) return subjectGroups[condition.subject](subject);
  const answer = answers[condition.question];
  return answer !== undefined && passes(answer, condition);
}

function passes(answer: AnswerValue, test: AnswerTest): boolean {
  if ('is' in test) return typeof answer === 'object' ? answer.includes(test.is) : answer === test.is;
  if (typeof answer !== 'number') return false;
  return 'from' in test ? answer >= test.from : answer < test.below;
}

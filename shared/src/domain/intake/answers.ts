import { z } from 'zod';
import type { RedFlagId } from '../red-flag-rules.ts';
import {
  longestAnswer,
  picturesOfIntakeLimit,
  subjectGroups,
  type Answers,
  type AnswerTest,
  type AnswerValue,
  type Condition,
  type IntakeForm,
  type IntakeQuestion,
  type IntakeSubject,
} from './form.ts';

/** The questions that are asked, given what was answered, in their order. What was answered to a question that is not asked counts for nothing. */
export function askedQuestions(form: IntakeForm, answers: Answers, subject: IntakeSubject): IntakeQuestion[] {
  const before: Record<string, AnswerValue> = {};
  return form.questions.filter((question) => {
    if (!(question.when ?? []).every((condition) => holds(condition, before, subject))) return false;
    const answer = answers[question.id];
    if (answer !== undefined) before[question.id] = answer;
    return true;
  });
}

/** The answers without those to questions that are not asked, or not in the form. */
export function keptAnswers(form: IntakeForm, answers: Answers, subject: IntakeSubject): Record<string, AnswerValue> {
  return Object.fromEntries(
    askedQuestions(form, answers, subject).flatMap(({ id }) => {
      const answer = answers[id];
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

/** What is asked, cut into screens: a question by itself, or neighbours of one group. */
export function screensOf(form: IntakeForm, answers: Answers, subject: IntakeSubject): IntakeQuestion[][] {
  const screens: IntakeQuestion[][] = [];
  for (const question of askedQuestions(form, answers, subject)) {
    const last = screens.at(-1);
    if (last && question.group !== undefined && last[0]?.group === question.group) last.push(question);
    else screens.push([question]);
  }
  return screens;
}

/** The danger signs that the answers name, each once. An "unsure" about one counts: every doubt does. */
export function dangerSignsOf(form: IntakeForm, answers: Answers, subject: IntakeSubject): RedFlagId[] {
  const found = askedQuestions(form, answers, subject).flatMap(({ id, danger = [] }) => {
    const answer = answers[id];
    if (answer === undefined) return [];
    return danger.filter((sign) => answer === 'unsure' || passes(answer, sign)).map(({ flag }) => flag);
  });
  return [...new Set(found)];
}

/** What somebody wrote in their own words. */
export function wordsOf(form: IntakeForm, answers: Answers, subject: IntakeSubject): string[] {
  return askedQuestions(form, answers, subject).flatMap(({ id, kind }) => {
    const answer = answers[id];
    return kind === 'text' && typeof answer === 'string' ? [answer] : [];
  });
}

/** The schema of complete answers: exactly what is asked, given these answers. `today` is an ISO day. */
function answersSchema(form: IntakeForm, answers: Answers, subject: IntakeSubject, today: string) {
  return z.strictObject(
    Object.fromEntries(
      askedQuestions(form, answers, subject).map((question) => {
        const schema = answerSchema(question, today);
        return [question.id, question.optional ? schema.optional() : schema];
      }),
    ),
  );
}

/** What is wrong with an answer. */
export type AnswerFault = 'required' | 'too-small' | 'too-large' | 'too-long' | 'too-many' | 'ahead' | 'invalid';

/** What is wrong with the answers, by question; empty where they are complete. */
export function answerFaults(
  form: IntakeForm,
  answers: Answers,
  subject: IntakeSubject,
  today: string,
): Record<string, AnswerFault> {
  const checked = answersSchema(form, answers, subject, today).safeParse(answers);
  if (checked.success) return {};
  const faults: Record<string, AnswerFault> = {};
  for (const issue of checked.error.issues) {
    const id = String(issue.path[0] ?? (issue.code === 'unrecognized_keys' ? issue.keys[0] : ''));
    faults[id] ??= answers[id] === undefined ? 'required' : faultOf(issue);
  }
  return faults;
}

/** The schema of one answer. */
function answerSchema(question: IntakeQuestion, today: string): z.ZodType<AnswerValue> {
  switch (question.kind) {
    case 'yes-no':
      return z.enum(question.unsure ? ['yes', 'no', 'unsure'] : ['yes', 'no']);
    case 'one-of':
      return z.enum(question.choices.map(({ id }) => id));
    case 'several-of': {
      const alone = new Set(question.choices.filter((choice) => choice.alone).map(({ id }) => id));
      return z
        .array(z.enum(question.choices.map(({ id }) => id)))
        .min(1)
        .refine((chosen) => new Set(chosen).size === chosen.length)
        .refine((chosen) => chosen.length === 1 || !chosen.some((id) => alone.has(id)));
    }
    case 'number':
      // Decimal places are counted in the written number: binary fractions have none to count.
      return z
        .number()
        .min(question.min)
        .max(question.max)
        .refine((value) => (String(value).split('.')[1] ?? '').length <= question.places);
    case 'scale':
      return z.int().min(0).max(10);
    case 'date':
      return z.iso.date().refine((day) => day <= today, { error: 'ahead' });
    case 'text':
      return z.string().trim().min(1).max(longestAnswer);
    case 'pictures':
      return z.array(z.uuid()).min(1).max(picturesOfIntakeLimit);
  }
}

function faultOf(issue: z.core.$ZodIssue): AnswerFault {
  if (issue.message === 'ahead') return 'ahead';
  if (issue.code === 'too_small') return issue.origin === 'number' || issue.origin === 'int' ? 'too-small' : 'required';
  if (issue.code !== 'too_big') return 'invalid';
  if (issue.origin === 'string') return 'too-long';
  return issue.origin === 'array' ? 'too-many' : 'too-large';
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

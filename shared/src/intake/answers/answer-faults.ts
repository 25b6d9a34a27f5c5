import { askedQuestions } from './answers.ts';
import {
  longestAnswer,
  picturesOfIntakeLimit,
  type Answers,
  type AnswerValue,
  type IntakeForm,
  type IntakeQuestion,
  type IntakeSubject,
} from '../forms/form.ts';

/** What is wrong with an answer. */
export type AnswerFault = 'required' | 'too-small' | 'too-large' | 'too-long' | 'too-many' | 'ahead' | 'invalid';

const pictureId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Returns what is wrong with the answers, by question; empty when exactly the asked questions are answered. `today` is an ISO day. Does not use
 * schemas, which would be most of what a phone downloads for the questions.
 */
export function answerFaults(
  form: IntakeForm,
  answers: Answers,
  subject: IntakeSubject,
  today: string,
): Record<string, AnswerFault> {
  const asked = askedQuestions(form, answers, subject);
  const known = new Set(asked.map(({ id }) => id));
  const faults: Record<string, AnswerFault> = {};
  for (const id of Object.keys(answers)) if (!known.has(id)) faults[id] = 'invalid';
  for (const question of asked) {
    const answer = answers[question.id];
    if (answer === undefined && question.optional) continue;
    const fault = answer === undefined ? 'required' : faultOf(question, answer, today);
    if (fault) faults[question.id] = fault;
  }
  return faults;
}

function faultOf(question: IntakeQuestion, answer: AnswerValue, today: string): AnswerFault | undefined {
  switch (question.kind) {
    case 'yes-no':
      return answer === 'yes' || answer === 'no' || (answer === 'unsure' && question.unsure) ? undefined : 'invalid';
    case 'one-of':
      return question.choices.some(({ id }) => id === answer) ? undefined : 'invalid';
    case 'several-of': {
      if (!isList(answer)) return 'invalid';
      const chosen = answer.map((id) => question.choices.find((choice) => choice.id === id));
      const togetherWithAlone = chosen.length > 1 && chosen.some((choice) => choice?.alone);
      return chosen.includes(undefined) || togetherWithAlone ? 'invalid' : faultOfList(answer, question.choices.length);
    }
    case 'number':
      return faultOfNumber(answer, question.min, question.max, question.places);
    case 'scale':
      return faultOfNumber(answer, 0, 10, 0);
    case 'date':
      if (typeof answer !== 'string' || !isDay(answer)) return 'invalid';
      return answer > today ? 'ahead' : undefined;
    case 'text':
      if (typeof answer !== 'string') return 'invalid';
      if (answer.trim() === '') return 'required';
      return answer.trim().length > longestAnswer ? 'too-long' : undefined;
    case 'pictures':
      if (!isList(answer) || !answer.every((id) => pictureId.test(id))) return 'invalid';
      return faultOfList(answer, picturesOfIntakeLimit);
  }
}

function faultOfNumber(answer: AnswerValue, min: number, max: number, places: number): AnswerFault | undefined {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return 'invalid';
  if (answer < min) return 'too-small';
  if (answer > max) return 'too-large';
  // Count decimals in the text, because binary fractions have none to count.
  return (String(answer).split('.')[1] ?? '').length <= places ? undefined : 'invalid';
}

function faultOfList(answer: readonly string[], most: number): AnswerFault | undefined {
  if (answer.length === 0) return 'required';
  if (answer.length > most) return 'too-many';
  return new Set(answer).size < answer.length ? 'invalid' : undefined;
}

function isList(answer: AnswerValue): answer is readonly string[] {
  return typeof answer === 'object';
}

/** Returns whether the text is a valid ISO day. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

import type { ReviewDetail } from '@yunzhen/shared/review/review.contract';
import { expect, it } from 'vitest';
import { openQuestion, questionReasonOf } from './open-question.ts';

const review = (talk: ReviewDetail['talk']) =>
  ({ talk, messages: [{ text: 'Which strength?' }] }) as unknown as ReviewDetail;

it('Only an unanswered question is open', () => {
  expect(openQuestion(review('waits-for-doctor'))).toBe('Which strength?');
  expect(openQuestion(review('answered'))).toBeUndefined();
  expect(openQuestion(review(null))).toBeUndefined();
});

it('An approval sends the reason while the question is open, and none without a question', () => {
  expect(questionReasonOf('Which strength?', 'Which strength?', ' Harmless. ')).toBe('Harmless.');
  expect(questionReasonOf(undefined, undefined, '')).toBeNull();
});

it('An answer that arrives while the dialog is open is read before the approval', () => {
  expect(() => questionReasonOf('Which strength?', undefined, 'Harmless.')).toThrow(
    expect.objectContaining({ code: 'review.question-answered' }),
  );
});

import { describe, expect, it } from 'vitest';
import { patientAnswers } from './node-answers.ts';

/** Asks a node whose answers are given, each with the milliseconds until it was known. */
async function asked(...answers: [answer: boolean, took: number][]) {
  let time = 0;
  let questions = 0;
  const ask = async () => {
    const [answer, took] = answers[questions++] ?? [false, 0];
    time += took;
    return answer;
  };
  const answered = await patientAnswers(ask, () => time)('http://node.test');
  return { answered, questions };
}

describe('whether a media node answers', () => {
  it('is known from one question', async () => {
    expect(await asked([true, 5])).toEqual({ answered: true, questions: 1 });
    expect(await asked([false, 1], [true, 1])).toEqual({ answered: false, questions: 1 });
    expect(await asked([false, 705], [true, 1])).toEqual({ answered: false, questions: 1 });
  });

  it('is asked a second time when this process was too busy to hear the first answer', async () => {
    expect(await asked([false, 3_000], [true, 5])).toEqual({ answered: true, questions: 2 });
    expect(await asked([false, 3_000], [false, 3_000])).toEqual({ answered: false, questions: 2 });
  });
});

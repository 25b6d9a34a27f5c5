import { describe, expect, it } from 'vitest';
import { answerFaults } from './answer-faults.ts';
import { askedQuestions, dangerSignsOf, keptAnswers, wordsOf } from './answers.ts';
import type { IntakeForm, IntakeSubject } from '../forms/form.ts';
import {
  danger,
  ifIs,
  number,
  of,
  oneOf,
  pictures,
  scale,
  severalOf,
  temperature,
  text,
  words,
  yesNo,
} from '../forms/questions.ts';

const today = '2026-11-27';
const woman: IntakeSubject = { sex: 'female', age: 30 };
const man: IntakeSubject = { sex: 'male', age: 30 };

const form: IntakeForm = {
  id: 'general',
  version: 1,
  title: text('A form', '表'),
  source: 'none',
  reviewed: false,
  questions: [
    danger([
      ['chest', 'Chest pain', '胸痛', 'chest-pain'],
      ['spots', 'Spots', '皮疹', 'meningitis'],
    ]),
    yesNo('fever', 'Fever?', '发热？', { unsure: true, group: 'fever' }),
    temperature({ when: [ifIs('fever', 'yes')], group: 'fever', danger: [{ from: 41, flag: 'seizure' }] }),
    yesNo('chills', 'Chills?', '寒战？', { when: [{ question: 'temperature', from: 39 }], optional: true }),
    severalOf('what', 'What?', '什么？', [
      ['pain', 'Pain', '疼痛'],
      ['itch', 'Itch', '痒'],
    ]),
    scale('pain', 'Pain?', '疼？', { when: [ifIs('what', 'pain')] }),
    oneOf(
      'side',
      'Side?',
      '哪边？',
      [
        ['left', 'Left', '左'],
        ['right', 'Right', '右'],
      ],
      { when: [{ any: [ifIs('what', 'pain'), ifIs('what', 'itch')] }] },
    ),
    number('week', ['Week?', '孕周？'], ['wk', 'weeks', '周'], [1, 44, 0], {
      when: [of('may-be-pregnant')],
      optional: true,
    }),
    { kind: 'date', id: 'since', text: text('Since?', '何时？'), optional: true },
    words('tried', 'Tried?', '试过？'),
    pictures('Pictures', '照片'),
  ],
};

const ids = (questions: { id: string }[]) => questions.map(({ id }) => id);
const complete = { danger: ['none'], fever: 'no', what: ['none'] } as const;

describe('the questions of a form', () => {
  it('depend on earlier answers', () => {
    expect(ids(askedQuestions(form, {}, man))).toEqual(['danger', 'fever', 'what', 'since', 'tried', 'pictures']);
    expect(ids(askedQuestions(form, { fever: 'yes', temperature: 39.4, what: ['pain'] }, man))).toEqual([
      'danger',
      'fever',
      'temperature',
      'chills',
      'what',
      'pain',
      'side',
      'since',
      'tried',
      'pictures',
    ]);
    expect(ids(askedQuestions(form, { what: ['itch'] }, man))).toContain('side');
    expect(ids(askedQuestions(form, { what: ['itch'] }, man))).not.toContain('pain');
  });

  it('depend on the patient’s age and sex', () => {
    expect(ids(askedQuestions(form, {}, woman))).toContain('week');
    expect(ids(askedQuestions(form, {}, { sex: 'female', age: 70 }))).not.toContain('week');
  });

  it('exclude answers to questions that are not asked, and everything that depends on them', () => {
    const before = { fever: 'yes', temperature: 39.4, chills: 'yes' };
    expect(keptAnswers(form, before, man)).toEqual(before);
    expect(keptAnswers(form, { ...before, fever: 'no' }, man)).toEqual({ fever: 'no' });
    expect(keptAnswers(form, { ...before, other: 'x', constructor: 'y' }, man)).toEqual(before);
  });

  it('include the person’s free text', () => {
    expect(wordsOf(form, { tried: 'Tea', since: '2026-11-01' }, man)).toEqual(['Tea']);
  });
});

describe('danger signs', () => {
  it.each([
    [{ danger: ['chest', 'spots'] }, ['chest-pain', 'meningitis']],
    [{ danger: ['none'] }, []],
    [{ fever: 'yes', temperature: 41.2 }, ['seizure']],
    [{ fever: 'yes', temperature: 40.9 }, []],
    // Not asked, so it does not count.
    [{ fever: 'no', temperature: 41.2 }, []],
  ] as const)('for %j are %j', (answers, expected) => {
    expect(dangerSignsOf(form, answers, man)).toEqual(expected);
  });

  it('count when the answer is unsure', () => {
    const doubtful: IntakeForm = {
      ...form,
      questions: [
        yesNo('breath', 'Breathless?', '气促？', { unsure: true, danger: [{ is: 'yes', flag: 'breathing' }] }),
      ],
    };
    expect(dangerSignsOf(doubtful, { breath: 'unsure' }, man)).toEqual(['breathing']);
    expect(dangerSignsOf(doubtful, { breath: 'no' }, man)).toEqual([]);
  });
});

describe('intake answers', () => {
  it('are complete without optional ones', () => {
    expect(answerFaults(form, complete, man, today)).toEqual({});
    expect(answerFaults(form, {}, man, today)).toEqual({ danger: 'required', fever: 'required', what: 'required' });
  });

  it.each([
    [{ fever: 'yes', temperature: 33 }, { temperature: 'too-small' }],
    [{ fever: 'yes', temperature: 44 }, { temperature: 'too-large' }],
    [{ fever: 'yes', temperature: 38.25 }, { temperature: 'invalid' }],
    [{ fever: 'yes', temperature: '39' }, { temperature: 'invalid' }],
    [{ fever: 'yes', temperature: Infinity }, { temperature: 'invalid' }],
    [{ fever: 'perhaps' }, { fever: 'invalid' }],
    [{ danger: ['none', 'chest'] }, { danger: 'invalid' }],
    [{ danger: ['chest', 'chest'] }, { danger: 'invalid' }],
    [{ danger: [] }, { danger: 'required' }],
    [{ what: ['pain'] }, { pain: 'required', side: 'required' }],
    [{ what: ['pain'], pain: 11, side: 'left' }, { pain: 'too-large' }],
    [{ what: ['pain'], pain: 2.5, side: 'left' }, { pain: 'invalid' }],
    [{ since: '2026-11-28' }, { since: 'ahead' }],
    [{ since: '2026-02-30' }, { since: 'invalid' }],
    [{ tried: 'x'.repeat(501) }, { tried: 'too-long' }],
    [{ pictures: ['not-an-id'] }, { pictures: 'invalid' }],
    // It is not asked, so an answer is invalid.
    [{ week: 12 }, { week: 'invalid' }],
  ] as const)('%j have the faults %j', (answers, expected) => {
    expect(answerFaults(form, { ...complete, ...answers }, man, today)).toEqual(expected);
  });
});

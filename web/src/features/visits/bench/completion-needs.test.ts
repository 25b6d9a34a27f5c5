import { describe, expect, it } from 'vitest';
import { completionNeeds, firstMissing, isComplete, openAtCompletion } from './completion-needs.ts';

type Facts = Parameters<typeof completionNeeds>[0];

const line = {} as NonNullable<Facts['prescriptions']>[number]['items'][number];
const primary = { primary: true } as NonNullable<Facts['diagnoses']>['items'][number];
const done: Facts = {
  note: { status: 'signed' },
  diagnoses: { items: [primary] },
  basis: null,
  prescriptions: [],
  unsavedLines: false,
  threads: [],
  documents: [],
};
const states = (facts: Facts) => Object.fromEntries(completionNeeds(facts).map(({ part, state }) => [part, state]));

describe('The needs before a visit can be completed', () => {
  it('are none with a signed note and a primary diagnosis; a prescription is optional', () => {
    expect(states(done)).toEqual({ note: 'done', diagnosis: 'done', prescription: 'not-needed' });
    expect(isComplete(completionNeeds(done))).toBe(true);
  });

  it('include an unsigned note and a missing primary diagnosis', () => {
    const facts: Facts = { ...done, note: { status: 'draft' }, diagnoses: { items: [{ ...primary, primary: false }] } };
    expect(states(facts)).toMatchObject({ note: 'left', diagnosis: 'left' });
    expect(isComplete(completionNeeds(facts))).toBe(false);
  });

  it('name a first visit before the summary is written, unless an earlier doctor stated it', () => {
    const stated = (verdict: 'follow-up' | 'first-visit', own = true): Facts => ({
      ...done,
      basis: { statement: { verdict, own, at: '2026-11-29T08:00:00Z', conditions: [] } },
    });
    expect(firstMissing(completionNeeds(stated('first-visit')))).toEqual({ part: 'diagnosis', state: 'first-visit' });
    expect(isComplete(completionNeeds(stated('first-visit', false)))).toBe(true);
    expect(isComplete(completionNeeds(stated('follow-up')))).toBe(true);
    expect(isComplete(completionNeeds({ ...done, basis: { statement: null } }))).toBe(true);
    expect(isComplete(completionNeeds({ ...done, basis: undefined }))).toBe(false);
  });

  it('never count unloaded parts as done', () => {
    const needs = completionNeeds({
      note: undefined,
      diagnoses: undefined,
      basis: undefined,
      prescriptions: undefined,
      unsavedLines: false,
      threads: undefined,
      documents: undefined,
    });
    expect(new Set(needs.map(({ state }) => state))).toEqual(new Set(['unknown']));
    expect(isComplete(needs)).toBe(false);
    expect(firstMissing(needs)?.part).toBe('note');
  });

  it.each([
    ['a draft with a line', [{ status: 'draft', items: [line] }], 'left'],
    ['an empty draft', [{ status: 'draft', items: [] }], 'not-needed'],
    ['a signed one', [{ status: 'signed', items: [line] }], 'done'],
    ['one under review', [{ status: 'under-review', items: [line] }], 'done'],
    ['a cancelled one', [{ status: 'cancelled', items: [line] }], 'not-needed'],
    ['a rejected one', [{ status: 'rejected', items: [line] }], 'sent-back'],
    [
      'a revision that was signed',
      [
        { status: 'signed', items: [line] },
        { status: 'rejected', items: [line] },
      ],
      'done',
    ],
    [
      'a revision of a rejected one',
      [
        { status: 'rejected', items: [line] },
        { status: 'draft', items: [line] },
      ],
      'left',
    ],
  ] satisfies [string, Facts['prescriptions'], string][])('classify a visit with %s', (_, prescriptions, state) => {
    expect(states({ ...done, prescriptions }).prescription).toBe(state);
  });

  it('allow completion although the prescription was rejected', () => {
    expect(isComplete(completionNeeds({ ...done, prescriptions: [{ status: 'rejected', items: [line] }] }))).toBe(true);
  });

  it('include lines that are only on the page', () => {
    expect(states({ ...done, prescriptions: [{ status: 'draft', items: [] }], unsavedLines: true }).prescription).toBe(
      'left',
    );
  });

  it('name the first missing part, and a loading part only when nothing else is missing', () => {
    const facts: Facts = { ...done, note: undefined, diagnoses: { items: [] } };
    expect(firstMissing(completionNeeds(facts))?.part).toBe('diagnosis');
    expect(firstMissing(completionNeeds({ ...done, note: undefined }))?.part).toBe('note');
    expect(firstMissing(completionNeeds(done))).toBeUndefined();
  });

  const message = (side: 'pharmacist' | 'doctor') =>
    ({ side }) as NonNullable<Facts['threads']>[number]['messages'][number];
  it.each([
    [
      'an unanswered question',
      { threads: [{ open: true, messages: [message('doctor'), message('pharmacist')] }] },
      'question',
    ],
    [
      'an answered question',
      { threads: [{ open: true, messages: [message('pharmacist'), message('doctor')] }] },
      undefined,
    ],
    ['a question of a decided review', { threads: [{ open: false, messages: [message('pharmacist')] }] }, undefined],
    ['an unsigned document', { documents: [{ status: 'draft' }, { status: 'signed' }] }, 'documents'],
    [
      'signed, revoked and discarded documents',
      { documents: [{ status: 'signed' }, { status: 'revoked' }, { status: 'discarded' }] },
      undefined,
    ],
    ['documents that are not loaded', { documents: undefined }, 'documents'],
    ['a rejected prescription', { prescriptions: [{ status: 'rejected', items: [line] }] }, 'prescription'],
  ] satisfies [string, Partial<Facts>, string | undefined][])(
    'warn of %s, and do not prevent completion',
    (_, facts, part) => {
      const needs = completionNeeds({ ...done, ...facts });
      expect(openAtCompletion(needs).map((need) => need.part)).toEqual(part ? [part] : []);
      expect(isComplete(needs)).toBe(true);
    },
  );
});

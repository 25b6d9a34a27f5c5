import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { describe, expect, it } from 'vitest';
import { isSamePerson, questionsADay, triesADay, triesLeft, type RecordedPerson } from './identity.policy.ts';

const start = Date.parse('2026-11-24T08:00:00Z');
const tries = (count: number, unavailable = false) =>
  Array.from({ length: count }, (_, index) => ({ askedAt: new Date(start + index * 60_000), unavailable }));

describe('attempts to prove an identity', () => {
  it('count against the limit unless the provider did not answer', () => {
    expect(triesLeft([])).toEqual({ left: triesADay, nextAt: null });
    expect(triesLeft([...tries(triesADay - 1), ...tries(10, true)]).left).toBe(1);
    expect(triesLeft(tries(triesADay))).toEqual({ left: 0, nextAt: new Date(start + DAY_MS) });
  });
  it('without an answer have a limit of their own', () => {
    expect(triesLeft(tries(questionsADay, true))).toEqual({ left: 0, nextAt: new Date(start + DAY_MS) });
  });
});

const one = Buffer.from('one');
const two = Buffer.from('two');
const record: RecordedPerson = {
  name: '李伟',
  birthDate: '1980-05-01',
  sex: 'male',
  verified: false,
  digest: null,
  hasHistory: false,
};
const claim = { name: '李伟', birthDate: '1980-05-01', sex: 'male', digest: one } as const;

describe('a claim of an identity', () => {
  it('may correct a fresh record', () => {
    expect(isSamePerson(record, { ...claim, name: '王芳', birthDate: '1990-01-01', sex: 'female' })).toBe(true);
  });
  it('cannot change birth date and sex of a record with a history', () => {
    const old = { ...record, hasHistory: true };
    expect(isSamePerson(old, { ...claim, name: '李玮' })).toBe(true);
    expect(isSamePerson(old, { ...claim, birthDate: '1980-05-02' })).toBe(false);
    expect(isSamePerson(old, { ...claim, sex: 'female' })).toBe(false);
  });
  it('may give a verified person a new name with the same document, or a new document with the same name', () => {
    const known = { ...record, verified: true, digest: one };
    expect(isSamePerson(known, { ...claim, name: '李玮' })).toBe(true);
    expect(isSamePerson(known, { ...claim, digest: two })).toBe(true);
    expect(isSamePerson(known, { ...claim, name: '李玮', digest: two })).toBe(false);
    expect(isSamePerson(known, { ...claim, birthDate: '1980-05-02' })).toBe(false);
  });
});

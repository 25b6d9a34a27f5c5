import { describe, expect, it } from 'vitest';
import { databaseFailureOf } from './database-errors.ts';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('a failure of the database', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', '08006', '53300', '57P01', '57014', '25P03'])(
    'of %s means that it is away',
    (code) => {
      expect(databaseFailureOf(coded(code))).toBe('away');
    },
  );

  it.each([
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'timeout exceeded when trying to connect',
  ])('without a code is known by its words: %s', (message) => {
    expect(databaseFailureOf(new Error(message))).toBe('away');
  });

  it('is told from a conflict, from bad data, and from a mistake of ours', () => {
    expect(databaseFailureOf(coded('40P01'))).toBe('conflict');
    expect(databaseFailureOf(coded('23505'))).toBe('conflict');
    expect(databaseFailureOf(coded('22P05'))).toBe('data');
    expect(databaseFailureOf(coded('26000'))).toBe('outdated');
    for (const other of [coded('42P01'), coded('23502'), new Error('bug'), 'text', null, undefined])
      expect(databaseFailureOf(other)).toBeNull();
  });
});

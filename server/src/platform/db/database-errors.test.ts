import { describe, expect, it } from 'vitest';
import { databaseFailureOf } from './database-errors.ts';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('a database failure', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', '08006', '53300', '57P01', '57014', '25P03', '25006'])(
    'with code %s means that the database is unavailable',
    (code) => {
      expect(databaseFailureOf(coded(code))).toBe('away');
    },
  );

  it.each([
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'timeout exceeded when trying to connect',
  ])('without a code is recognised by its message: %s', (message) => {
    expect(databaseFailureOf(new Error(message))).toBe('away');
  });

  it('differs from a conflict, invalid data, and a programming error', () => {
    expect(databaseFailureOf(coded('40P01'))).toBe('conflict');
    expect(databaseFailureOf(coded('23505'))).toBe('conflict');
    expect(databaseFailureOf(coded('22P05'))).toBe('data');
    expect(databaseFailureOf(coded('26000'))).toBe('outdated');
    for (const other of [coded('42P01'), coded('23502'), new Error('bug'), 'text', null, undefined])
      expect(databaseFailureOf(other)).toBeNull();
  });
});

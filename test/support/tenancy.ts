import { expect } from 'vitest';
import { systemContext } from '../../server/src/platform/context.ts';
import { Transactions, type Tx } from '../../server/src/platform/db/transaction.ts';
import type { TestApi } from './test-api.ts';

/** Runs work as the app’s role in a transaction of that hospital, as a repository’s caller would. */
export function inHospital<Value>(test: TestApi, hospitalId: string, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return new Transactions(test.source, test.clock).run(systemContext(hospitalId, 'tenancy test'), work);
}

/** Fails when a repository has a method that the test does not try, so that a new one is not forgotten. */
export function expectEveryMethodTried(repository: { prototype: object }, tried: object): void {
  const methods = Object.getOwnPropertyNames(repository.prototype).filter((name) => name !== 'constructor');
  expect(Object.keys(tried).sort()).toEqual(methods.sort());
}

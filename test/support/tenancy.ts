import { expect } from 'vitest';
import { systemContext } from '../../server/src/platform/context.ts';
import { Transactions, type Tx } from '../../server/src/platform/db/transaction.ts';
import type { TestApi } from './test-api.ts';

/** Runs work as the app role in a transaction of that hospital, like a repository’s caller. */
export function inHospital<Value>(test: TestApi, hospitalId: string, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return new Transactions(test.source, test.clock).run(systemContext(hospitalId, 'tenancy test'), work);
}

/** Fails when a repository has a method that the test does not call. */
export function expectEveryMethodTried(repository: { prototype: object }, tried: object): void {
  const methods = Object.getOwnPropertyNames(repository.prototype).filter((name) => name !== 'constructor');
  expect(Object.keys(tried).sort()).toEqual(methods.sort());
}

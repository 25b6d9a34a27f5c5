import { describe, expect, it } from 'vitest';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { importsOfRelease, tablesOfRelease } from '../safety/knowledge/released-knowledge.ts';
import type { RulesInUse } from '../safety/safety-run.ts';
import { shippedRule } from './ruled-rows.ts';
import { WhatIfService, type WhatIfDeps } from './what-if.service.ts';

const decisionOn = (id: string, ruleId: string) => ({
  id,
  ruleTable: 'interaction-rules',
  ruleId,
  version: 1,
  action: 'switch-off',
  changes: {},
  source: 's',
  rowSha256: shippedRule('interaction-rules', ruleId)?.sha256,
  signedAt: null,
});
const imported = new Uint8Array(1);
const base = { file: 'f', version: 'newest', pairs: 1, packed: 'p' };

/** Returns the two sets that a decision is compared with, for a hospital with these signed decisions. */
async function setsOf(decision: object, signed: readonly object[]): Promise<readonly RulesInUse[]> {
  const compared: (readonly RulesInUse[])[] = [];
  const tx = { hospitalId: 'h', now: new Date(), audit: () => Promise.resolve() } as unknown as Tx;
  const service = new WhatIfService({
    transactions: { run: (_: ActorContext, work: (open: Tx) => unknown) => work(tx) },
    repository: { signedSince: () => ({ ids: ['p'], total: 1 }), findAll: () => [{ id: 'p' }] },
    formularies: { of: () => ({}) },
    decisions: { byIds: () => [decision], signed: () => signed, hospital: () => ({ name: 'H', country: 'CN' }) },
    inUse: { of: () => Promise.reject(new Error('the active release does not matter')) },
    bases: { packed: () => ({ base, imported, find: shippedRule }) },
    checks: { withRules: (_tx: Tx, _row: object, sets: readonly RulesInUse[]) => (compared.push(sets), []) },
  } as unknown as WhatIfDeps);
  await service.ofDecision({} as ActorContext, 'asked');
  return compared[0] ?? [];
}
const rulesIn = ({ rules }: RulesInUse) =>
  new Set(tablesOfRelease(rules?.content ?? '').tables['interaction-rules'].map(({ row }) => row['id']));

describe('comparisons', () => {
  it('run two at a time, so that they leave connections and threads to prescriptions being written', async () => {
    const started: (() => void)[] = [];
    const service = new WhatIfService({
      transactions: { run: () => new Promise((_done, fail) => started.push(() => fail(new Error('ended')))) },
    } as unknown as WhatIfDeps);
    const asked = Array.from({ length: 4 }, (_, at) =>
      service.ofDecision({ hospitalId: `h${at % 2}` } as ActorContext, 'd'),
    );
    const ended = Promise.allSettled(asked);
    await expect.poll(() => started.length).toBe(2);
    started.shift()?.();
    started.shift()?.();
    await expect.poll(() => started.length).toBe(2);
    for (const end of started) end();
    expect((await ended).map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'rejected'));
  });
});

describe('the effect of one decision', () => {
  it('is that of this one alone: every other signed decision is in both sets', async () => {
    const [before, after] = (
      await setsOf(decisionOn('asked', 'acarbose-digoxin'), [decisionOn('other', 'ace-arb')])
    ).map(rulesIn);
    expect([before?.has('ace-arb'), after?.has('ace-arb')]).toEqual([false, false]);
    expect([before?.has('acarbose-digoxin'), after?.has('acarbose-digoxin')]).toEqual([true, false]);
  });

  it('is counted with the newest imported base in both sets, which their content names', async () => {
    for (const { rules } of await setsOf(decisionOn('asked', 'ace-arb'), [])) {
      expect(rules).toMatchObject({ hospitalId: 'h', imported });
      expect(importsOfRelease(rules?.content ?? '')).toEqual([base]);
    }
  });
});

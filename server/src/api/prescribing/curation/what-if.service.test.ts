import { describe, expect, it } from 'vitest';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { importsOfRelease, tablesOfRelease } from '../safety/knowledge/released-knowledge.ts';
import type { RulesInUse } from '../safety/safety-run.ts';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import { registerWhatIfRoutes } from './curation.routes.ts';
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

describe('a comparison whose client has gone', () => {
  const pair = { id: 'p' };
  /** A service over four batches of prescriptions; `work` counts what it does. */
  const serviceOver = (work: { transactions: number }, during: () => void) =>
    new WhatIfService({
      transactions: {
        run: (_: ActorContext, run: (tx: object) => unknown) => {
          work.transactions += 1;
          return run({ now: new Date(), audit: () => Promise.resolve() });
        },
      },
      repository: {
        signedSince: () => ({ ids: Array.from({ length: 100 }, () => 'p'), total: 100 }),
        findAll: () => (during(), [pair]),
      },
      formularies: { of: () => ({}) },
      inUse: { of: () => ({}), verified: () => ({}) },
      checks: { withRules: () => [] },
    } as unknown as WhatIfDeps);
  /** The answer of the route, as the api calls it. */
  const ask = (service: WhatIfService, signal: AbortSignal) => {
    let answer: Promise<unknown> | undefined;
    const route = (
      { name }: { name: string },
      handle: (context: object, input: object, reply: object, request: object) => Promise<unknown>,
    ) => {
      if (name === 'readReleaseWhatIf')
        answer = handle({ hospitalId: 'h' }, { params: { releaseId: 'r' } }, {}, { signal });
    };
    registerWhatIfRoutes({ route } as unknown as RouteRegistrar, service);
    return answer;
  };

  it('ends after the prescriptions that it compares', async () => {
    const gone = new AbortController();
    const work = { transactions: 0 };
    await ask(
      serviceOver(work, () => gone.abort()),
      gone.signal,
    );
    expect(work.transactions).toBe(2);
    const whole = { transactions: 0 };
    await ask(
      serviceOver(whole, () => undefined),
      new AbortController().signal,
    );
    expect(whole.transactions).toBe(5);
  });

  it('does not begin, so nothing is audited', async () => {
    const work = { transactions: 0 };
    const service = serviceOver(work, () => undefined);
    await expect(ask(service, AbortSignal.abort())).rejects.toMatchObject({ code: 'request.malformed' });
    expect(work.transactions).toBe(0);
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

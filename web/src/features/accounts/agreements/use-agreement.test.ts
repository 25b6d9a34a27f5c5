import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgreedText } from '@yunzhen/shared/accounts/agreements.contract';
import { useAgreement } from './use-agreement.ts';

let scope: EffectScope;
beforeEach(() => void (scope = effectScope()));
afterEach(() => scope.stop());

const versions = (terms: string): AgreedText[] => [
  { kind: 'privacy', version: '1' },
  { kind: 'terms', version: terms },
];

/** Returns a ticked agreement with the texts and the hospital that it is for. */
function ticked(before: AgreedText[] | undefined) {
  const texts = shallowRef(before);
  const hospital = shallowRef('wuzhen');
  const agrees = scope.run(() =>
    useAgreement(
      () => texts.value,
      () => hospital.value,
    ),
  );
  if (!agrees) throw new Error('scope has ended');
  agrees.value = true;
  return { texts, hospital, agrees };
}

describe('a ticked agreement', () => {
  it('is cleared by a new version of a text', async () => {
    const { texts, agrees } = ticked(versions('1'));
    texts.value = versions('2');
    await nextTick();
    expect(agrees.value).toBe(false);
  });

  it('is cleared by the choice of another hospital, also one with the same versions', async () => {
    const { hospital, agrees } = ticked(versions('1'));
    hospital.value = 'lakeside';
    await nextTick();
    expect(agrees.value).toBe(false);
  });

  it('stays when the same versions are fetched again, or arrive after the tick', async () => {
    for (const before of [versions('1'), undefined]) {
      const { texts, agrees } = ticked(before);
      texts.value = versions('1');
      await nextTick();
      expect(agrees.value).toBe(true);
    }
  });
});

// @vitest-environment happy-dom
import { effectScope, ref, shallowRef } from 'vue';
import { beforeEach, expect, it } from 'vitest';
import type { CallParticipant, CallRole } from '@yunzhen/shared/calls/call.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { useStageNames, type StageNames } from './use-stage-names.ts';

const person = (participantId: string, role: CallRole): CallParticipant => ({
  participantId,
  role,
  sources: [],
  connected: true,
  line: null,
});

beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts(['call']);
  await setLocale('en');
});

function named(names: Partial<StageNames>, present: readonly CallParticipant[]) {
  const participants = shallowRef(present);
  const given = ref<StageNames>({ self: 'patient', otherName: 'Dr Shen', names: undefined, ...names });
  const stage = effectScope().run(() => useStageNames(given, participants));
  if (!stage) throw new Error('the scope has ended');
  return { ...stage, participants };
}

it('names the main one by the given name, and guests by their own', () => {
  const { nameOf } = named({ names: { guest: 'Li Na' } }, [person('doctor', 'doctor'), person('guest', 'guest')]);
  expect(nameOf('doctor')).toBe('Dr Shen');
  expect(nameOf('guest')).toBe('Li Na');
  expect(nameOf(undefined)).toBe('Dr Shen');
});

it('never names someone who has left by the name of the main one', () => {
  const { nameOf, participants } = named({}, [person('doctor', 'doctor'), person('guest', 'guest')]);
  participants.value = [person('doctor', 'doctor')];
  expect(nameOf('guest')).toBe('Guest');
  const bench = named({ self: 'doctor', otherName: 'Wang Wei', names: { guest: 'Li Na' } }, []);
  expect(bench.nameOf('guest')).toBe('Li Na');
  expect(bench.nameOf('unknown')).toBe('Guest');
  expect(bench.patientName.value).toBe('Wang Wei');
});

import { computed, ref, shallowRef } from 'vue';
import { expect, it } from 'vitest';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { evidenceQuestion } from '@yunzhen/shared/intake/intake.constants';
import type { IntakePicture } from '@yunzhen/shared/intake/intake.contract';
import type { PriorEvidenceDraft } from '@yunzhen/shared/intake/prior-evidence.schemas';
import { ofEveryVisit, useQuestions } from './use-questions.ts';

const outside: PriorEvidenceDraft = {
  source: 'outside',
  visitId: null,
  institution: '市人民医院',
  diagnosedOn: '2026-11-01',
};
const photo = { id: 'p', question: evidenceQuestion } as IntakePicture;

function evidenceFault(priorEvidence: PriorEvidenceDraft | undefined, pictures: IntakePicture[] = [], needed = true) {
  const draft = {
    duration: 'days',
    priorDiagnosis: 'yes',
    answers: {},
    priorEvidence,
  } as unknown as IntakeDraftContent;
  const questions = useQuestions({
    draft: ref(draft),
    pictures: shallowRef(pictures),
    form: computed(() => undefined),
    subject: {} as Parameters<typeof useQuestions>[0]['subject'],
    needsEvidence: () => needed,
  });
  questions.check();
  return questions.faults.value[ofEveryVisit.evidence];
}

it('A record of another institution needs its name, its date and a picture', () => {
  expect(evidenceFault(undefined)).toBe('required');
  expect(evidenceFault(outside)).toBe('required');
  expect(evidenceFault(outside, [{ ...photo, question: 'where' }])).toBe('required');
  expect(evidenceFault({ ...outside, diagnosedOn: null }, [photo])).toBe('required');
  expect(evidenceFault(outside, [photo])).toBeUndefined();
});

it('A visit here, or no record at hand, needs no picture, and nothing is asked where no rule demands it', () => {
  expect(evidenceFault({ ...outside, source: 'here', visitId: 'v' })).toBeUndefined();
  expect(evidenceFault({ ...outside, source: 'none' })).toBeUndefined();
  expect(evidenceFault(undefined, [], false)).toBeUndefined();
});

import type { NoteForm } from '@yunzhen/shared/administration/setting-limits';
import { expect, it } from 'vitest';
import { wordsOf } from './fhir-values.ts';
import { noteOf } from './notes.ts';

const id = '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11';

function titlesOf(form: NoteForm): (string | undefined)[] {
  const [composition] = noteOf(
    {
      visitId: id,
      patientId: id,
      hospitalId: id,
      practitionerId: id,
      content: { subjective: '主诉：咳嗽三天', objective: '', assessment: '急性咽炎', plan: '休息' },
      form,
      signedAt: new Date('2026-11-30T08:00:00Z'),
      signature: null,
      addenda: [],
    },
    wordsOf('zh-CN'),
  );
  return (composition.section ?? []).map(({ title }) => title);
}

it('names the sections of a note in the form of the hospital', () => {
  expect(titlesOf('soap')).toEqual(['主观资料', '评估', '计划']);
  expect(titlesOf('outpatient')).toEqual(['主诉、现病史、既往史', '初步诊断', '处理意见']);
});

import { describe, expect, it } from 'vitest';
import type { IntakeDraft } from '@yunzhen/shared/intake/intake.contract';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { intakeCatalogue } from '@yunzhen/shared/intake/forms/form-catalogue';
import { blankDraft } from './blank-draft.ts';
import { carriedOver } from './carried-draft.ts';

const cough = { id: 'cough-throat', version: 1 } as const;
const formOf = ({ form }: IntakeDraftContent) => form && intakeCatalogue.find(form.id, form.version);
const basis: IntakeDraftContent = { ...blankDraft, step: 'questions', question: 'what', form: cough };
const ahead = (over: Partial<IntakeDraftContent>) => ({
  version: 1,
  basis: { ...basis, answers: { danger: ['none'] } },
  unsure: [],
  content: { ...basis, answers: { danger: ['none'], fever: 'no' }, ...over },
});
const first = (content: IntakeDraftContent | null): IntakeDraft => ({
  id: 'd',
  visitId: 'v',
  appointmentId: 'a',
  version: 4,
  content,
  pictures: [],
  complaint: '',
  updatedAt: null,
  subject: { age: 30, sex: 'female' },
});

describe('Answers given ahead of a visit without a network', () => {
  it('are merged into the visit’s draft at its own step and version', () => {
    const arrived = { ...basis, question: 'danger', answers: {} };
    const kept = carriedOver(first(arrived), ahead({ duration: 'weeks' }), undefined, formOf);
    expect(kept).toMatchObject({ version: 4, basis: arrived, unsure: [] });
    expect(kept.content).toEqual({ ...arrived, duration: 'weeks', answers: { fever: 'no' } });
  });

  it('exclude outdated answers to questions that are asked again, and consent', () => {
    const consent = { version: '1', locale: 'en' as const, agreedAt: '2026-01-05T09:00:00.000Z' } as never;
    const before = ahead({ answers: { danger: ['breathless'], fever: 'no' }, dismissedFlags: ['breathing'], consent });
    const { content } = carriedOver(first({ ...basis, answers: {} }), before, undefined, formOf);
    expect(content).toMatchObject({ answers: { fever: 'no' }, consent: null, dismissedFlags: [] });
  });

  it('do not overwrite newer answers of the server or of this page', () => {
    const newer = { ...basis, answers: { danger: ['none'], fever: 'yes' }, duration: 'days' as const };
    const before = ahead({ duration: 'weeks', priorDiagnosis: 'no' });
    expect(carriedOver(first(newer), before, undefined, formOf).content).toMatchObject({
      answers: { danger: ['none'], fever: 'yes' },
      duration: 'days',
      priorDiagnosis: 'no',
    });
    const own = { version: 3, basis, content: newer, unsure: [basis] };
    const kept = carriedOver(first(basis), before, own, formOf);
    expect(kept).toMatchObject({ version: 3, basis, unsure: [basis] });
    expect(kept.content).toMatchObject({ answers: newer.answers, duration: 'days', priorDiagnosis: 'no' });
  });

  it('set the step when nothing of the draft had reached the server', () => {
    const before = { ...ahead({ step: 'medicines', duration: 'weeks' }), version: 0, basis: blankDraft };
    const { content, basis: from } = carriedOver(first(null), before, undefined, formOf);
    expect(from).toEqual(blankDraft);
    expect(content).toMatchObject({ step: 'questions', form: cough, duration: 'weeks', answers: { fever: 'no' } });
  });
});

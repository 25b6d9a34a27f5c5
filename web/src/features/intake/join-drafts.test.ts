import { describe, expect, it } from 'vitest';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { joinDrafts, sameDraft } from './join-drafts.ts';

const cough = { id: 'cough-throat', version: 1 } as const;
const basis: IntakeDraftContent = {
  step: 'questions',
  question: 'what',
  form: cough,
  answers: { danger: ['none'], fever: 'no' },
  duration: 'days',
  priorDiagnosis: null,
  priorDiagnosisDetail: '',
  consent: null,
  dismissedFlags: [],
};

describe('Two devices’ versions of one draft', () => {
  it('keep the changes of both, and the step of this device', () => {
    const mine = { ...basis, question: 'lungs', answers: { ...basis.answers, what: ['dry'] } };
    const theirs = { ...basis, step: 'prior' as const, question: null, priorDiagnosis: 'yes' as const };
    expect(joinDrafts(basis, mine, theirs)).toEqual({ ...mine, priorDiagnosis: 'yes' });
  });

  it('prefer this device where both changed the same answer, and drop an answer removed here', () => {
    const mine = { ...basis, duration: 'weeks' as const, answers: { danger: ['none'] } };
    const theirs = { ...basis, duration: 'months' as const, answers: { ...basis.answers, what: ['dry'] } };
    expect(joinDrafts(basis, mine, theirs)).toMatchObject({
      duration: 'weeks',
      answers: { danger: ['none'], what: ['dry'] },
    });
    expect(joinDrafts(basis, mine, theirs).answers).not.toHaveProperty('fever');
  });

  it('never mix the answers of two forms', () => {
    const mine = { ...basis, answers: { ...basis.answers, what: ['dry'] } };
    const theirs = { ...basis, form: { id: 'skin', version: 1 } as const, answers: { danger: ['burn'] } };
    expect(joinDrafts(basis, mine, theirs)).toMatchObject({ form: theirs.form, answers: theirs.answers });
    expect(joinDrafts(basis, theirs, mine)).toMatchObject({ form: theirs.form, answers: theirs.answers });
  });

  it('keep a confirmation about a danger sign only where both have it, so that no sign still shown is hidden', () => {
    const confirmed = { ...basis, dismissedFlags: ['chest-pain' as const] };
    const both = { ...basis, dismissedFlags: ['breathing' as const, 'chest-pain' as const] };
    expect(joinDrafts(basis, confirmed, both).dismissedFlags).toEqual(['chest-pain']);
    expect(joinDrafts(basis, basis, both).dismissedFlags).toEqual([]);
    // Here a tick took the confirmation back.
    expect(joinDrafts(confirmed, basis, confirmed).dismissedFlags).toEqual([]);
  });

  it('are compared independently of property order', () => {
    expect(sameDraft(basis, { ...basis, answers: { fever: 'no', danger: ['none'] } })).toBe(true);
    expect(sameDraft(basis, { ...basis, answers: { fever: 'yes', danger: ['none'] } })).toBe(false);
  });
});

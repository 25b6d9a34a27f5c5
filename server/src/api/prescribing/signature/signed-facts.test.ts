import { describe, expect, it } from 'vitest';
import type { PrescriptionRow } from '../prescription.entity.ts';
import { signedFacts } from './signed-facts.ts';

const line = (productId: string, substitutionAllowed: boolean) =>
  ({ productId, substitutionAllowed }) as PrescriptionRow['items'][number];
const issue = (id: string, check: string) =>
  ({ id, check }) as NonNullable<PrescriptionRow['safety']>['issues'][number];
const atc: Record<string, string> = { amoxicillin: 'J01CA04', ramipril: 'C09AA05', aciclovir: 'J05AB01' };

describe('signedFacts', () => {
  it('returns classes of medicines and checks, each check once', () => {
    const facts = signedFacts(
      {
        items: [line('amoxicillin', true), line('ramipril', false), line('aciclovir', true), line('unknown', true)],
        safety: {
          checkedAt: '2026-01-01T00:00:00.000Z',
          dataVersion: '1',
          checks: [],
          issues: [issue('dose:a', 'dose'), issue('dose:b', 'dose'), issue('age:a', 'age')],
          notChecked: [],
        },
        acknowledgements: [{ issueId: 'dose:b', reason: 'will-monitor' }],
      },
      (id) => atc[id],
    );
    expect(facts).toEqual({
      items: 4,
      issues: 3,
      overrides: 1,
      'lines.J': 2,
      'open-lines.J': 2,
      'lines.C': 1,
      'antibiotic.J01C': 1,
      'alerts.dose': 1,
      'alerts.age': 1,
      'overrides.dose': 1,
    });
  });

  it('returns no classes for a prescription without them', () => {
    expect(signedFacts({ items: [], safety: null, acknowledgements: [] }, () => undefined)).toEqual({
      items: 0,
      issues: 0,
      overrides: 0,
    });
  });
});

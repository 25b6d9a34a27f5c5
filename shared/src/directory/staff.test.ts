import { describe, expect, it } from 'vitest';
import { licenceStateOf, objectionToRoles, practitionerKindOf } from './staff.ts';

describe('roles of one account', () => {
  it('are refused where they would undo a second pair of eyes or open a chart to an office', () => {
    expect(objectionToRoles(['doctor', 'pharmacist'])).toBe('one-profession');
    expect(objectionToRoles(['supervisor'])).toBe('supervisor-is-pharmacist');
    expect(objectionToRoles(['doctor', 'administrator'])).toBe('charts-apart');
    expect(objectionToRoles(['pharmacist', 'president'])).toBe('charts-apart');
  });

  it('go together otherwise, and say who practises', () => {
    expect(objectionToRoles(['pharmacist', 'supervisor'])).toBeNull();
    expect(objectionToRoles(['president', 'administrator'])).toBeNull();
    expect(practitionerKindOf(['supervisor', 'pharmacist'])).toBe('pharmacist');
    expect(practitionerKindOf(['president'])).toBeNull();
  });
});

describe('a licence', () => {
  it('holds to its last day and is said to end for sixty days before', () => {
    expect(licenceStateOf('2026-11-24', '2026-11-25')).toBe('ended');
    expect(licenceStateOf('2026-11-25', '2026-11-25')).toBe('ending');
    expect(licenceStateOf('2027-01-24', '2026-11-25')).toBe('ending');
    expect(licenceStateOf('2027-01-25', '2026-11-25')).toBe('valid');
  });
});

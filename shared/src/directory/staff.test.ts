import { describe, expect, it } from 'vitest';
import { licenceStateOf, objectionToRoles, practitionerKindOf } from './staff.ts';

describe('roles of one account', () => {
  it('are rejected when they would undo a second check or open a chart to an administrative role', () => {
    expect(objectionToRoles(['doctor', 'pharmacist'])).toBe('one-profession');
    expect(objectionToRoles(['supervisor'])).toBe('supervisor-is-pharmacist');
    expect(objectionToRoles(['department-head'])).toBe('head-is-doctor');
    expect(objectionToRoles(['pharmacist', 'department-head'])).toBe('head-is-doctor');
    expect(objectionToRoles(['doctor', 'department-head', 'president'])).toBe('charts-apart');
    expect(objectionToRoles(['doctor', 'administrator'])).toBe('charts-apart');
    expect(objectionToRoles(['pharmacist', 'president'])).toBe('charts-apart');
  });

  it('can be combined otherwise, and determine the profession', () => {
    expect(objectionToRoles(['pharmacist', 'supervisor'])).toBeNull();
    expect(objectionToRoles(['doctor', 'department-head'])).toBeNull();
    expect(objectionToRoles(['president', 'administrator'])).toBeNull();
    expect(practitionerKindOf(['supervisor', 'pharmacist'])).toBe('pharmacist');
    expect(practitionerKindOf(['president'])).toBeNull();
  });
});

describe('a licence', () => {
  it('is valid through its last day and shown as ending for sixty days before', () => {
    expect(licenceStateOf('2026-11-24', '2026-11-25')).toBe('ended');
    expect(licenceStateOf('2026-11-25', '2026-11-25')).toBe('ending');
    expect(licenceStateOf('2027-01-24', '2026-11-25')).toBe('ending');
    expect(licenceStateOf('2027-01-25', '2026-11-25')).toBe('valid');
  });
});

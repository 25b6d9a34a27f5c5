import { describe, expect, it } from 'vitest';
import { addressOf, filtersAt, queryOf, type AuditFilters } from './filters.ts';

const id = '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11';

const noFilters = (): AuditFilters => ({
  action: 'every',
  outcome: 'every',
  show: 'access-and-changes',
  actorId: '',
  address: '',
  patientId: '',
  from: '',
  to: '',
});

describe('Audit filters', () => {
  it('request access and changes when nothing is chosen, and routine reads only on request', () => {
    expect(queryOf(noFilters(), 'UTC')).toEqual({ scope: 'access-and-changes' });
    expect(queryOf({ ...noFilters(), show: 'everything' }, 'UTC')).toEqual({});
    expect(queryOf({ ...noFilters(), action: 'metrics.read' }, 'UTC')).toEqual({ action: 'metrics.read' });
  });

  it('request the chosen filters, with days in the hospital’s time zone', () => {
    const filters = {
      action: 'chart.read' as const,
      outcome: 'denied' as const,
      show: 'access-and-changes' as const,
      actorId: ` ${id} `,
      address: ' 192.0.2.7 ',
      patientId: id,
      from: '2026-11-24',
      to: '2026-11-24',
    };
    expect(queryOf(filters, 'Asia/Shanghai')).toEqual({
      action: 'chart.read',
      outcome: 'denied',
      actorId: id,
      address: '192.0.2.7',
      patientId: id,
      from: '2026-11-23T16:00:00.000Z',
      to: '2026-11-24T16:00:00.000Z',
    });
  });

  it('treat an incomplete id as a name, and omit half-typed values', () => {
    expect(queryOf({ ...noFilters(), actorId: ' Wang ', patientId: 'x', from: '2026-1' }, 'UTC')).toEqual({
      actor: 'Wang',
      scope: 'access-and-changes',
    });
  });

  it('round-trip through the address, which drops invalid values', () => {
    const filters = {
      ...noFilters(),
      action: 'chart.read' as const,
      show: 'everything' as const,
      actorId: ' Wang ',
      from: '2026-11-24',
    };
    expect(filtersAt(addressOf(filters))).toEqual(filters);
    expect(filtersAt(addressOf(noFilters()))).toEqual(noFilters());
    expect(filtersAt({ action: 'no.such', outcome: 'maybe', show: 'nothing' })).toEqual(noFilters());
  });
});

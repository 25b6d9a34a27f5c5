import { describe, expect, it } from 'vitest';
import { visitStatuses } from '@yunzhen/shared/visits/visit';
import { pathOf, stageOf, visitStages } from './visit-stage.ts';

describe('The page of a visit', () => {
  it('follows its status', () => {
    const paths = visitStatuses.map((status) => [status, pathOf({ id: 'v', status })]);
    expect(Object.fromEntries(paths)).toEqual({
      planned: '/visits/v/prepare',
      waiting: '/visits/v/waiting',
      'in-progress': '/visits/v/call',
      completed: '/visits/v',
      left: '/visits/v',
      cancelled: '/visits/v',
      'referred-offline': '/visits/v',
    });
  });

  it('never goes back to an earlier stage as the visit proceeds', () => {
    const places = (['planned', 'waiting', 'in-progress', 'completed'] as const).map((status) =>
      visitStages.indexOf(stageOf(status)),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(4);
  });
});

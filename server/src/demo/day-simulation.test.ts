import { describe, expect, it } from 'vitest';
import { simulateDay } from './day-simulation.ts';
import { createRandom } from './random.ts';

const departments = [
  { code: 'a', weight: 3 },
  { code: 'b', weight: 1 },
  { code: 'empty', weight: 1 },
];
const doctors = [
  { name: 'first', departments: ['a'] },
  { name: 'second', departments: ['a', 'b'] },
];
const day = (seed: string, weekday = 1) =>
  simulateDay(createRandom(seed), { weekday, visits: 60, departments, doctors });

describe('a simulated day', () => {
  it('is the same for the same seed, and differs for another', () => {
    expect(day('x')).toEqual(day('x'));
    expect(day('x')).not.toEqual(day('y'));
  });

  it('has patients seen one at a time, by doctors of their department, in a possible order', () => {
    for (const seed of ['x', 'y', 'z']) {
      const freeAt = new Map<string, number>();
      const visits = day(seed);
      expect(visits.length).toBeGreaterThan(30);
      for (const { department, doctor, created, checkedIn, admitted, ended, outcome } of visits) {
        expect(doctor.departments).toContain(department);
        expect(created).toBeLessThanOrEqual(checkedIn ?? ended);
        if (admitted === null) expect(['left', 'cancelled']).toContain(outcome);
        else {
          expect(admitted).toBeGreaterThanOrEqual(Math.max(checkedIn ?? Infinity, freeAt.get(doctor.name) ?? 0));
          freeAt.set(doctor.name, ended);
        }
        expect(ended).toBeGreaterThanOrEqual(admitted ?? checkedIn ?? created);
      }
    }
  });

  it('is busier on a Monday than on a Sunday', () => {
    const visitsOf = (weekday: number) => ['1', '2', '3', '4'].flatMap((seed) => day(seed, weekday)).length;
    expect(visitsOf(1)).toBeGreaterThan(1.5 * visitsOf(0));
  });
});

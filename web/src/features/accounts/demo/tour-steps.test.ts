import { expect, it } from 'vitest';
import { roles } from '@yunzhen/shared/core/permission';
import { stepAt, tourOf } from './tour-steps.ts';

it('A step is done on its page, and no page leads the tour back', () => {
  const tour = tourOf(['patient']);
  expect(stepAt(tour, 0, '/')).toBe(0);
  expect(stepAt(tour, 0, '/visits/v1/waiting')).toBe(1);
  expect(stepAt(tour, 1, '/visits/v1/call')).toBe(2);
  expect(stepAt(tour, 2, '/visits/v1/waiting')).toBe(2);
  expect(stepAt(tour, 0, '/visits/v1')).toBe(3);
  expect(stepAt(tour, 4, '/prescriptions/p1')).toBe(4);
});

it('Each person on a card has a tour, and others have none', () => {
  const without = roles.filter((role) => tourOf([role]).length === 0);
  expect(without.toSorted()).toEqual(['applicant', 'guest', 'supervisor']);
  expect(tourOf(['supervisor', 'pharmacist'])).toBe(tourOf(['pharmacist']));
  expect(tourOf(['doctor', 'department-head'])).toBe(tourOf(['department-head']));
});

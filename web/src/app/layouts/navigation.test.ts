import { expect, it } from 'vitest';
import { navigationGroups, staffNavigation } from './navigation.ts';

const ofAdministrators = staffNavigation.filter(({ roles }) => roles.includes('administrator'));

it('every entry of an administrator has a group, and every group has entries', () => {
  expect(ofAdministrators.filter(({ group }) => !group)).toEqual([]);
  expect(new Set(ofAdministrators.map(({ group }) => group))).toEqual(new Set(navigationGroups));
});

it('messages are behind the bell, not between other entries', () => {
  expect(staffNavigation.map(({ to }) => to)).not.toContain('/inbox');
});

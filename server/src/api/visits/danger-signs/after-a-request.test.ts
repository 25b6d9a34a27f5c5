import { expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

it.each([
  'here for travel vaccines and he is having a seizure',
  'my tablets ran out and the baby has not moved since yesterday, 34 weeks',
  '药快过期了想再开一支，现在一只眼像拉下窗帘，还闪光',
  'I laughed till my belly hurt, then my vision went black on one side',
])('stops at a sign that follows a request or a joke: %s', (text) => {
  expect(isStopped(text)).toBe(true);
});

it.each(['need my migraine tablets, the headache comes every month', 'laughed till I cried watching him, great film'])(
  'lets pass %s',
  (text) => {
    expect(isStopped(text)).toBe(false);
  },
);

import { expect, it } from 'vitest';
import { illegibleIn } from './legible-draft.ts';

it('names each text of a draft that looks different from what it is, as a save would', () => {
  const draft = {
    plan: 'take \u202e01\u202c tablets',
    remark: 'copied ibu\u00adpro\u200bfen, 体温 38.5 °C 👩🏽‍⚕️',
    days: 3,
    to: null,
    items: [{ note: '' }, { note: 'ok', asNeeded: { reason: 'pain\u2067' } }],
  };
  expect(illegibleIn(draft)).toEqual([
    { path: 'plan', rule: 'unprintable' },
    { path: 'items.1.asNeeded.reason', rule: 'unprintable' },
  ]);
});

import { expect, it } from 'vitest';
import { textBlocks } from './text-blocks.ts';

it('A public text has headings, lists and paragraphs, and keeps a mixed paragraph as it was typed', () => {
  expect(textBlocks(['# Rights', '- See\n- Copy', 'Plain.', 'Rights:\n- See', '#1 in town'])).toEqual([
    { heading: 'Rights' },
    { items: ['See', 'Copy'] },
    { text: 'Plain.' },
    { text: 'Rights:\n- See' },
    { text: '#1 in town' },
  ]);
});

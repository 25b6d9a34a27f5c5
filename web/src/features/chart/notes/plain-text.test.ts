import { expect, it } from 'vitest';
import { noteContent } from '@yunzhen/shared/chart/notes.schemas';
import { blankNote } from './note-merge.ts';
import { plainText } from '../../../core/plain-text.ts';

it.each([
  ['cough\n\tfever\r\n', 'cough\n\tfever\r\n'],
  ['a\u0000b\u000bc\u007f', 'abc'],
  ['half \ud83d character', 'half \ufffd character'],
  ['体温 38.5 °C 🌡️', '体温 38.5 °C 🌡️'],
  ['take \u202e01\u202c tablets', 'take 01 tablets'],
  ['a\u200b\u2066b\u2069', 'ab'],
])('removes from %j what the record would reject, and nothing else', (pasted, kept) => {
  expect(plainText(pasted)).toBe(kept);
  expect(noteContent.safeParse({ ...blankNote, plan: plainText(pasted) }).success).toBe(true);
});

import { expect, it } from 'vitest';
import { captionShownMs, shownCaptions, withCaption, type ShownCaption } from './caption-lines.ts';

const said = (line: number, text: string, at = 0, participantId: string | null = 'doctor'): ShownCaption => ({
  participantId,
  name: '',
  line,
  text,
  origin: 'speech',
  at,
});
const texts = (lines: readonly ShownCaption[]) => lines.map(({ text }) => text);

it('replaces the text of a line that is still being spoken, in its place', () => {
  const lines = [said(1, 'Take one'), said(1, 'Where?', 0, null), said(1, 'Take one tablet')].reduce(
    withCaption,
    [] as readonly ShownCaption[],
  );
  expect(texts(lines)).toEqual(['Take one tablet', 'Where?']);
});

it('keeps the latest three lines', () => {
  const lines = [1, 2, 3, 4].map((line) => said(line, `${line}`)).reduce(withCaption, [] as readonly ShownCaption[]);
  expect(texts(lines)).toEqual(['2', '3', '4']);
});

it('shows a line until it has not changed for its time', () => {
  const lines = [said(1, 'old', 0), said(2, 'new', 100)];
  expect(texts(shownCaptions(lines, captionShownMs - 1))).toEqual(['old', 'new']);
  expect(texts(shownCaptions(lines, captionShownMs))).toEqual(['new']);
});

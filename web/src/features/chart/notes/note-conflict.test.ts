// @vitest-environment happy-dom
import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import { nextTick } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { appTexts } from '../../../app/texts/texts.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import NoteConflict from './note-conflict.vue';
import { blankNote } from './note-merge.ts';

const basis: NoteContent = { ...blankNote, subjective: 'Cough for three days', plan: 'Rest.' };
const mine: NoteContent = { ...basis, subjective: 'Cough for five days' };
const theirs: NoteContent = { ...basis, subjective: 'Dry cough for three days', plan: 'Rest and fluids.' };

let page: Awaited<ReturnType<typeof mounted>>;
const resolved = vi.fn<(content: NoteContent) => void>();
const press = async (label: string) => {
  page
    .all('button')
    .find((button) => button.textContent?.trim() === label)
    ?.click();
  await nextTick();
};

beforeEach(async () => {
  resolved.mockClear();
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
  const savedAt = '2026-11-24T08:00:00Z';
  page = await mounted(NoteConflict, { basis, mine, theirs, savedAt, open: true, onResolve: resolved });
  // A dialog loads when it opens.
  await expect.poll(() => page.all('[role=dialog] textarea').length).toBeGreaterThan(0);
});
afterEach(() => page.end());

it('The note conflict dialog shows, by section, what only one side has, and nothing that both have', () => {
  expect(page.all('mark').map((mark) => mark.textContent)).toEqual([
    'Dry cough',
    'three',
    'Cough',
    'five',
    ' and fluids',
  ]);
  // Objective and assessment are equal on both sides, so there is nothing to decide.
  expect(page.all('section')).toHaveLength(2);
});

it('The note conflict dialog suggests the side that alone has changed a section, and the doctor’s own text where both have', async () => {
  expect(page.all('textarea').map((field) => (field as HTMLTextAreaElement).value)).toEqual([
    'Cough for five days',
    'Rest and fluids.',
  ]);
  expect(resolved).not.toHaveBeenCalled();
  await press('Save this');
  expect(resolved).toHaveBeenCalledExactlyOnceWith({ ...basis, subjective: mine.subjective, plan: theirs.plan });
});

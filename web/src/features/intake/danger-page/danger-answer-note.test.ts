// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { mounted } from '../../../ui/testing/mounted.ts';
import DangerAnswerNote from './danger-answer-note.vue';

const at = '2026-11-30T08:00:00Z';
const ticked = (['chest-pain', 'breathing'] as const).map((id) => ({ id, at }));
const answer = { id: 'a', page: 1, shown: ['chest-pain', 'breathing'] as const, ticked, at, acting: true };

it('counts the danger signs that were ticked, lists them, then says who answered', async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
  const page = await mounted(DangerAnswerNote, { answer });
  expect(page.text()).toMatch(/2 danger signs ticked .*Chest pain.*Answered by the person acting for the patient\./);
  page.end();
});

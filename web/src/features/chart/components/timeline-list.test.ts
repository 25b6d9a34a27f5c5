// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import type { TimelineItem } from '@yunzhen/shared/chart/timeline.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import TimelineList from './timeline-list.vue';

afterEach(() => vi.restoreAllMocks());

const at = '2026-03-02T08:00:00Z';
const medicine = (detail: string, ending: TimelineItem['ending'], retracted = true): TimelineItem => ({
  id: detail,
  kind: 'medicine',
  at: '2026-03-01T08:00:00Z',
  visitId: null,
  title: null,
  detail,
  code: null,
  recordedBy: 'patient',
  author: null,
  retracted,
  ending,
});
const by = { at, by: 'doctor', author: { name: '王芳', nameLatin: 'Wang Fang' } } as const;

it('says of a medicine that has left the chart whether it was an error, who said so and why', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['chart']);
  vi.spyOn(api, 'call').mockResolvedValue({
    items: [
      medicine('Warfarin', { ...by, action: 'retracted', reason: 'because of bleeding' }),
      medicine('Aspirin', { ...by, action: 'refuted', reason: 'never taken' }),
      medicine('Ibuprofen', null),
      medicine('Metformin', null, false),
    ],
    next: null,
  } as never);
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(TimelineList, { patientId: 'p' }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  await expect.poll(() => root.querySelectorAll('li').length).toBe(4);
  const lines = [...root.querySelectorAll('li')].map((line) => line.querySelector('p:last-child')?.textContent);
  expect(lines.slice(0, 2)).toEqual([
    expect.stringMatching(/^No longer taken · .*Wang Fang.* · because of bleeding$/),
    expect.stringMatching(/^Marked as entered in error · .*Wang Fang.* · never taken$/),
  ]);
  expect(lines.slice(2)).toEqual(['no longer current', 'by the patient']);
  app.unmount();
  root.remove();
});

it('begins a source with a capital, but a name as its owner writes it', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['chart']);
  const author = { name: 'Anna de Vries', nameLatin: 'de Vries Anna' };
  vi.spyOn(api, 'call').mockResolvedValue({
    items: [{ ...medicine('Aspirin', null, false), recordedBy: 'doctor', author }, medicine('Metformin', null, false)],
    next: null,
  } as never);
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(TimelineList, { patientId: 'p' }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  await expect.poll(() => root.querySelectorAll('li').length).toBe(2);
  const raised = [...root.querySelectorAll('li p:last-child')].map((line) =>
    line.classList.contains('first-letter:uppercase'),
  );
  expect(raised).toEqual([false, true]);
  app.unmount();
  root.remove();
});

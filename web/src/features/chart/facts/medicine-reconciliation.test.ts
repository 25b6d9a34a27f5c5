// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Chart } from '@yunzhen/shared/chart/chart.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { dismissNotice, notices } from '../../../ui/page/use-notices.ts';
import MedicineReconciliation from './medicine-reconciliation.vue';

afterEach(() => vi.restoreAllMocks());

const statement = (id: string, confirmed: boolean) => ({
  id,
  text: `Medicine ${id}`,
  names: [],
  dosage: '',
  version: 3,
  confirmed,
  recordedBy: 'patient' as const,
  recordedAt: '2026-03-01T08:00:00Z',
  author: null,
});
const chartWith = (medicines: ReturnType<typeof statement>[], writable = true) =>
  ({ patient: { id: 'p' }, access: { writable }, prescribed: [], medicines }) as unknown as Chart;

async function shown(chart: Chart) {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['chart', 'workbench']);
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(MedicineReconciliation, { chart }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  const button = (name: string) => [...root.querySelectorAll('button')].find((one) => one.textContent?.includes(name));
  return {
    root,
    button,
    end() {
      app.unmount();
      root.remove();
    },
  };
}

it('confirms all stated medicines that are not confirmed, each by a decision of its own', async () => {
  const calls = vi.spyOn(api, 'call').mockResolvedValue({} as never);
  const page = await shown(chartWith([statement('a', false), statement('b', true), statement('c', false)]));
  page.button('Confirm all 2')?.click();
  await expect.poll(() => calls.mock.calls.length).toBe(2);
  expect(calls.mock.calls.map(([route, input]) => [route.name, input])).toMatchObject([
    ['decideEntry', { params: { patientId: 'p', kind: 'medicine', entryId: 'a' }, ifMatch: 3 }],
    ['decideEntry', { params: { patientId: 'p', kind: 'medicine', entryId: 'c' }, ifMatch: 3 }],
  ]);
  page.end();
});

it('confirms the others too when someone else has decided on one, and says so', async () => {
  const calls = vi
    .spyOn(api, 'call')
    .mockImplementation(((_route: unknown, { params }: { params: { entryId: string } }) =>
      params.entryId === 'b'
        ? Promise.reject(new AppError('resource.stale', 'entry is at version 4'))
        : Promise.resolve({})) as never);
  const page = await shown(chartWith(['a', 'b', 'c'].map((id) => statement(id, false))));
  page.button('Confirm all 3')?.click();
  await expect.poll(() => calls.mock.calls.length).toBe(3);
  await expect.poll(() => notices.value.map(({ title }) => title)).toContain('Someone else decided on this entry');
  expect(page.root.querySelector('[role="alert"]')).toBeNull();
  for (const { id } of notices.value) dismissNotice(id);
  page.end();
});

it('confirms no further one after another failure', async () => {
  const calls = vi.spyOn(api, 'call').mockRejectedValue(new AppError('internal', 'no database'));
  const page = await shown(chartWith([statement('a', false), statement('c', false)]));
  page.button('Confirm all 2')?.click();
  await expect.poll(() => page.root.querySelector('[role="alert"]')).toBeTruthy();
  expect(calls).toHaveBeenCalledTimes(1);
  page.end();
});

it('offers neither confirming nor adding after the visit', async () => {
  const page = await shown(chartWith([statement('a', false), statement('c', false)], false));
  expect(page.root.textContent).toContain('Medicine a');
  expect(page.root.querySelectorAll('button')).toHaveLength(2);
  expect(page.button('Confirm')).toBeUndefined();
  expect(page.button('Add medicine')).toBeUndefined();
  page.end();
});

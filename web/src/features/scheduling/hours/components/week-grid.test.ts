// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { appTexts } from '../../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../../core/i18n/index.ts';
import { mounted } from '../../../../ui/testing/mounted.ts';
import WeekGrid from './week-grid.vue';

beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
});

it('moves hours to the day on which they are dropped, and nothing after a cancelled drag', async () => {
  const moves: number[][] = [];
  const hours = {
    weekday: 1,
    departmentId: 'd',
    from: '09:00',
    to: '12:00',
    validFrom: '2026-01-01',
    validUntil: null,
  };
  const page = await mounted(WeekGrid, {
    weekly: [hours],
    departments: [],
    opened: [],
    today: '2026-12-01',
    onMove: (index: number, day: number) => moves.push([index, day]),
  });
  const [session] = page.all('[draggable]');
  const [wednesday] = page.all('[data-day="3"]');
  const sends = (target: HTMLElement | undefined, type: string) =>
    target?.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
  sends(session, 'dragstart');
  sends(session, 'dragend');
  sends(wednesday, 'drop');
  expect(moves).toEqual([]);
  sends(session, 'dragstart');
  expect(sends(wednesday, 'dragover')).toBe(false);
  sends(wednesday, 'drop');
  expect(moves).toEqual([[0, 3]]);
  page.end();
});

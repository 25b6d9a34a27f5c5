import { expect, it } from 'vitest';
import type { FigureId } from '@yunzhen/shared/metrics/figures';
import { findWorsening } from '@yunzhen/shared/metrics/worsening';
import { worseningPlaces } from './worsening-places.ts';

const cell = (value: number) => ({ value, of: 400, folded: false });

it('names the page’s own place in what gets worse, so that a department is never called the whole hospital', () => {
  const runs = new Map<FigureId, { total: ReturnType<typeof cell>; before: ReturnType<typeof cell> }>([
    ['call-drop-share', { total: cell(0.3), before: cell(0.1) }],
  ]);
  const row = {
    id: 'd1',
    name: { en: 'Cardiology', zh: '心内科' },
    cells: [cell(0.4)],
    before: [cell(0.1)],
  };
  const places = worseningPlaces({ name: 'Respiratory Medicine', runs }, [row], ['call-drop-share'], ({ en }) => en);
  expect(findWorsening(places).found.map(({ where }) => where)).toEqual([
    { name: 'Cardiology', departmentId: 'd1' },
    { name: 'Respiratory Medicine' },
  ]);
});

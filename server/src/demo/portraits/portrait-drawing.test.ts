import { expect, it } from 'vitest';
import { lakeside } from '../hospitals/lakeside.ts';
import { wuzhen } from '../hospitals/wuzhen.ts';
import { drawPortrait } from './portrait-drawing.ts';
import { portraitLooks } from './portrait-looks.ts';

it('draws every doctor of the demo, each different, without anything from outside', () => {
  const doctors = [wuzhen, lakeside].flatMap((plan) => plan.doctors.map(({ nameLatin }) => nameLatin));
  expect(doctors.filter((name) => !(name in portraitLooks))).toEqual([]);
  const drawings = Object.values(portraitLooks).map(drawPortrait);
  expect(new Set(drawings).size).toBe(drawings.length);
  for (const drawing of drawings)
    expect(drawing.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/http|image|href/);
});

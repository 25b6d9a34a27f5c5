import { expect, it } from 'vitest';
import { WaitingPlaces } from './waiting-places.ts';

it('The oldest guest of a network leaves when a new one finds no place', () => {
  const places = new WaitingPlaces(2);
  const left: string[] = [];
  const enter = (network: string, name: string) => places.take(network, () => left.push(name));
  enter('a', 'first');
  const second = enter('a', 'second');
  enter('b', 'elsewhere');
  expect(left).toEqual([]);
  enter('a', 'third');
  expect(left).toEqual(['first']);
  second();
  enter('a', 'fourth');
  expect(left).toEqual(['first']);
  enter('a', 'fifth');
  expect(left).toEqual(['first', 'third']);
});

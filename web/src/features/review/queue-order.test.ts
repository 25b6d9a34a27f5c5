import { describe, expect, it } from 'vitest';
import type { Review } from '@yunzhen/shared/review/review.contract';
import { inOrderOfWork, inSections, matchesWords, neighbour, newlyTakenFrom, nextOpen } from './queue-order.ts';

type Facts = Partial<Pick<Review, 'dueAt' | 'requestedAt' | 'patientInCall' | 'status' | 'pharmacist' | 'takenOver'>>;

function review(id: string, facts: Facts = {}): Review {
  return {
    id,
    status: 'requested',
    requestedAt: '2026-11-24T08:00:00Z',
    patientInCall: false,
    pharmacist: null,
    takenOver: null,
    prescription: {
      number: '20261124-GWZQA7',
      patient: { name: '王建国', nameLatin: 'Wang Jianguo' },
      doctor: { name: '沈清', nameLatin: 'Shen Qing' },
      items: [{ productName: { en: 'Ibuprofen', zh: '布洛芬片' } }],
      diagnoses: [{ code: 'J06.9', title: { en: 'Common cold', zh: '上呼吸道感染' } }],
    },
    ...facts,
  } as Review;
}

const colleague = { id: 'colleague', name: '李娜', nameLatin: 'Li Na' };

describe('The order of work', () => {
  it('has patients in a call first, then the oldest request', () => {
    const reviews = [
      review('young', { requestedAt: '2026-11-24T09:00:00Z' }),
      review('old', { requestedAt: '2026-11-24T07:00:00Z' }),
      review('on-line', { requestedAt: '2026-11-24T09:30:00Z', patientInCall: true }),
      // The same instant as "old", written in another time zone.
      review('old-too', { requestedAt: '2026-11-24T15:00:00+08:00' }),
    ];
    expect(inOrderOfWork(reviews).map(({ id }) => id)).toEqual(['on-line', 'old', 'old-too', 'young']);
  });

  it('offers reviews that no other pharmacist has claimed', () => {
    const taken = review('taken', { patientInCall: true, status: 'in-progress', pharmacist: colleague });
    const own = review('own', { status: 'in-progress', pharmacist: { ...colleague, id: 'me' } });
    expect(nextOpen([taken, review('b'), own], 'me')?.id).toBe('b');
    expect(nextOpen([taken, own], 'me')?.id).toBe('own');
    expect(nextOpen([taken, review('b')], 'me', 'b')).toBeUndefined();
  });
});

describe('The sections of the queue', () => {
  const now = Date.parse('2026-11-24T10:00:00Z');
  const late = { dueAt: '2026-11-24T09:00:00Z' };
  const early = { dueAt: '2026-11-24T11:00:00Z' };

  it('put calls first, then overdue reviews, then the others, and leave out what is empty', () => {
    const reviews = [review('call', { ...late, patientInCall: true }), review('late', late), review('early', early)];
    const shown = inSections(reviews, now).map(({ key, reviews: own }) => [key, ...own.map(({ id }) => id)]);
    expect(shown).toEqual([
      ['in-call', 'call'],
      ['overdue', 'late'],
      ['waiting', 'early'],
    ]);
    expect(inSections([review('early', early)], now).map(({ key }) => key)).toEqual(['waiting']);
    expect(inSections([], now)).toEqual([]);
  });
});

describe('A takeover', () => {
  const person = (id: string) => ({ id, name: id, nameLatin: id });
  const taken = (from: string, at: string): Facts => ({
    takenOver: { from: person(from), by: person('supervisor'), reason: 'called away', at },
  });
  const news = (before: Review[], now: Review[]) => newlyTakenFrom('me', before, now).map(({ id }) => id);

  it('is reported once, to the pharmacist who had the review', () => {
    const mine = [review('a'), review('b'), review('c')];
    const after = [review('a', taken('me', '1')), review('b', taken('colleague', '1')), review('c')];
    expect(news(mine, after)).toEqual(['a']);
    expect(news(after, after)).toEqual([]);
    expect(news(after, [review('a', taken('me', '2'))])).toEqual(['a']);
  });

  it('is not reported in a list that is loaded for the first time', () => {
    expect(news([], [review('a', taken('me', '1'))])).toEqual([]);
  });
});

describe('Searching reviews', () => {
  it.each(['jianguo', '建国', '布洛芬', 'ibu', 'gwzqa7', 'J06', 'wang ibuprofen', 'shen 感染', ''])(
    'finds by "%s"',
    (typed) => {
      expect(matchesWords(review('a'), typed)).toBe(true);
    },
  );

  it('requires every word', () => {
    expect(matchesWords(review('a'), 'wang metformin')).toBe(false);
  });
});

describe('Moving through the review list', () => {
  const ids = ['a', 'b', 'c'];
  it.each([
    [undefined, 1, 'a'],
    ['gone', -1, 'a'],
    ['a', 1, 'b'],
    ['a', -1, 'a'],
    ['c', 1, 'c'],
  ] as const)('moves from %s by %s to %s', (from, step, to) => {
    expect(neighbour(ids, from, step)).toBe(to);
  });

  it('returns nothing in an empty list', () => {
    expect(neighbour([], 'a', 1)).toBeUndefined();
  });
});

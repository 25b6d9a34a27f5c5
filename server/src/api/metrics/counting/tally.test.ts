import { describe, expect, it } from 'vitest';
import { counterCodes, histogramCodes } from '@yunzhen/shared/metrics/measures';
import { Tally, TallyFilter } from './tally.ts';

describe('a tally', () => {
  it('survives encoding, with large sums and negative counts', () => {
    const tally = new Tally();
    tally.count('visits.created', 3);
    tally.count('calls.measured-seconds', 2 ** 50);
    tally.count('bucket.unmeasured.approved', -7);
    for (const value of [0, 1, 599, 600, 601, 86_400_000]) tally.note('wait.seconds', value);
    tally.note('call.mos-hundredths', 431, 5);
    const back = Tally.decode(tally.encode());
    expect(back).toEqual(tally);
    expect(back.of('calls.measured-seconds')).toBe(2 ** 50);
    expect(back.of('bucket.unmeasured.approved')).toBe(-7);
    expect(tally.encode().length).toBeLessThan(60);
  });

  it('is empty when everything was subtracted, and adds up from encoded bytes', () => {
    const tally = new Tally();
    tally.count('visits.left', 2);
    tally.note('review.seconds', 44, 2);
    const other = new Tally().mergeEncoded(tally.encode()).mergeEncoded(tally.encode());
    expect(other.of('visits.left')).toBe(4);
    other.count('visits.left', -4);
    other.note('review.seconds', 44, -4);
    expect([other.isEmpty, tally.isEmpty]).toEqual([true, false]);
    expect(other.encode()).toEqual(new Tally().encode());
  });

  it('adds up several concatenated encodings, and only what a filter selects', () => {
    const [one, other] = [new Tally(), new Tally()];
    one.count('visits.created', 3);
    one.count('bucket.good.calls', 2);
    one.note('wait.seconds', 600);
    other.count('visits.created', -1);
    other.count('visits.left', 300);
    other.note('wait.seconds', 600, 4);
    const bytes = Uint8Array.from([one, other, new Tally()].flatMap((tally) => [...tally.encode()]));
    expect(Tally.decode(bytes)).toEqual(new Tally().merge(one).merge(other));
    const some = new Tally().mergeEncoded(bytes, new TallyFilter(['visits.created', 'visits.booked']));
    expect([some.of('visits.created'), some.of('visits.left'), some.histogram('wait.seconds').size]).toEqual([2, 0, 0]);
    const waits = new Tally().mergeEncoded(bytes, new TallyFilter([], ['wait.seconds']));
    expect([waits.of('visits.created'), [...waits.histogram('wait.seconds').values()]]).toEqual([0, [5]]);
  });

  it('rejects bytes that it did not encode', () => {
    for (const bytes of [[], [2, 0, 0], [1, 200], [1, 3, 1], [1, 0, 0, 2]])
      expect(() => Tally.decode(Uint8Array.from(bytes))).toThrow();
  });

  it('uses codes for counters that never change, because years of stored rows depend on them', () => {
    const codes = [...counterCodes.values()];
    expect(new Set(codes).size).toBe(codes.length);
    const pinned = {
      'visits.created': 0,
      'appointments.no-show': 12,
      'duty.seconds': 14,
      'prescriptions.signed': 19,
      'lines.antibiotic': 28,
      'funnel.dispensed': 38,
      'rejected.dose': 200,
      'rejected.other': 208,
      'alerts.renal': 247,
      'overrides.renal': 287,
      'lines.V': 333,
      'open-lines.V': 373,
      'antibiotic.J01X': 409,
      'care.5': 444,
      'picture.5': 464,
      'bucket.good.calls': 480,
      'bucket.unmeasured.approved': 514,
    } as const;
    for (const [name, code] of Object.entries(pinned))
      expect([name, counterCodes.get(name as keyof typeof pinned)]).toEqual([name, code]);
    expect(Object.fromEntries(histogramCodes)).toEqual({
      'wait.seconds': 0,
      'consult.seconds': 1,
      'review.seconds': 2,
      'call.first-picture-ms': 3,
      'call.recovery-ms': 4,
      'call.mos-hundredths': 5,
    });
  });
});

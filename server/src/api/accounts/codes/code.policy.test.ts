import { describe, expect, it } from 'vitest';
import { codesAnHour, isOpen, mayAsk, textCodesOfSite, triesAllowed } from './code.policy.ts';

const now = new Date('2026-12-01T08:00:00Z');
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('a request for a code', () => {
  it('is allowed a minute after the last one', () => {
    expect(mayAsk({ toTarget: [before(59)], fromSender: 0 }, now)).toBe(false);
    expect(mayAsk({ toTarget: [before(60)], fromSender: 0 }, now)).toBe(true);
  });
  it('is rejected at the hourly limit of an address and of a sender', () => {
    const four = [3000, 2400, 1800, 1200].map(before);
    expect(mayAsk({ toTarget: four, fromSender: 0 }, now)).toBe(true);
    expect(mayAsk({ toTarget: [...four, before(600)], fromSender: 0 }, now)).toBe(false);
    expect(mayAsk({ toTarget: [], fromSender: codesAnHour.sender }, now)).toBe(false);
  });
});

it('the text messages of a hospital are not used up by fewer than twenty larger networks, and a small hospital’s network gets as many as a sender', () => {
  expect(textCodesOfSite(3000)).toBe(150);
  expect(textCodesOfSite(100)).toBe(codesAnHour.sender);
});

describe('a code', () => {
  const open = { failures: 0, expiresAt: new Date(now.getTime() + 1), provenAt: null };
  it('is open until it was used, missed five times, or is ten minutes old', () => {
    expect(isOpen(open, now)).toBe(true);
    expect(isOpen({ ...open, failures: triesAllowed - 1 }, now)).toBe(true);
    expect(isOpen({ ...open, failures: triesAllowed }, now)).toBe(false);
    expect(isOpen({ ...open, expiresAt: now }, now)).toBe(false);
    expect(isOpen({ ...open, provenAt: before(1) }, now)).toBe(false);
  });
});

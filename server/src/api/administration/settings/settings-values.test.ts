import { describe, expect, it } from 'vitest';
import { changedSettings, settingsFrom, settingsInto } from './settings-values.ts';

describe('a hospital’s settings', () => {
  it('have default values where nothing, or something of the wrong type, is stored', () => {
    const settings = settingsFrom({
      signingMinutes: 'five',
      targetWaitSeconds: 1e9,
      appointments: { graceMinutes: -1 },
      goals: { waitPercent: 300, droppedCallPercent: 5 },
    });
    expect(settings).toMatchObject({ signingMinutes: 30, targetWaitMinutes: 10, appointments: { graceMinutes: 15 } });
    expect(settings.thresholds).toEqual({ waitMinutes: 10, waitingPatients: 10, overdueReviews: 1 });
    expect(settings.goals).toEqual({ waitPercent: 90, droppedCallPercent: 5, reviewPercent: 90 });
  });

  it('are shown without hidden characters that an earlier release stored', () => {
    const publicDetails = { address: { en: '1 Canal\u202e Street', zh: '' }, openingHours: { en: '', zh: '' } };
    const stored = {
      phone: '\u202a0573 8888\u202c',
      publicDetails: { ...publicDetails, licenceNumber: 'A\u200b1', filingNumber: '' },
    };
    expect(settingsFrom(stored)).toMatchObject({
      phone: '0573 8888',
      publicDetails: { address: { en: '1 Canal Street' }, licenceNumber: 'A1' },
    });
  });

  it('warn of a wait from the target on, until the hospital sets another time', () => {
    const waits = (stored: Record<string, unknown>) => settingsFrom(stored).thresholds.waitMinutes;
    expect(waits({ targetWaitSeconds: 900 })).toBe(15);
    expect(waits({ targetWaitSeconds: 900, thresholds: { waitMinutes: 40 } })).toBe(40);
  });

  it('are read as they were stored, and leave other members unchanged', () => {
    const stored = { targetWaitSeconds: 900, somethingElse: 1, appointments: { holdMinutes: 9 } };
    const settings = { ...settingsFrom(stored), signingMinutes: 12, phone: '' };
    const next = settingsInto(stored, settings);
    expect(next).toMatchObject({ somethingElse: 1, targetWaitSeconds: 900, signingMinutes: 12, phone: null });
    expect(next['appointments']).toMatchObject({ holdMinutes: 9, graceMinutes: 15 });
    expect(settingsFrom(next)).toEqual(settings);
    expect(changedSettings(settingsFrom(stored), settings)).toEqual(['signingMinutes']);
  });
});

import { describe, expect, it } from 'vitest';
import { changedSettings, settingsFrom, settingsInto } from './settings-values.ts';

describe('a hospital’s settings', () => {
  it('are as usual where nothing, or something of the wrong kind, is stored', () => {
    const settings = settingsFrom({
      signingMinutes: 'five',
      targetWaitSeconds: 1e9,
      appointments: { graceMinutes: -1 },
    });
    expect(settings).toMatchObject({ signingMinutes: 30, targetWaitMinutes: 10, appointments: { graceMinutes: 15 } });
  });

  it('come back as they were stored, and leave alone what is not theirs', () => {
    const stored = { targetWaitSeconds: 900, somethingElse: 1, appointments: { holdMinutes: 9 } };
    const settings = { ...settingsFrom(stored), signingMinutes: 12, phone: '' };
    const next = settingsInto(stored, settings);
    expect(next).toMatchObject({ somethingElse: 1, targetWaitSeconds: 900, signingMinutes: 12, phone: null });
    expect(next['appointments']).toMatchObject({ holdMinutes: 9, graceMinutes: 15 });
    expect(settingsFrom(next)).toEqual(settings);
    expect(changedSettings(settingsFrom(stored), settings)).toEqual(['signingMinutes']);
  });
});

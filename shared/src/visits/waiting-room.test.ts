import { describe, expect, it } from 'vitest';
import { doctorDelayOf, stepAwayMinutesOf, type DelayFacts } from './waiting-room.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 5, 9, minutes)).toISOString();
const now = (minutes: number) => Date.parse(at(minutes));
const facts: DelayFacts = {
  bookedFor: null,
  checkedInAt: at(0),
  doctorLeft: false,
  doctorOnDuty: true,
  doctorOffSince: null,
  doctorInCall: false,
  doctorUnseenSince: null,
};

describe('a doctor’s delay', () => {
  it('is null while a walk-in waits for a doctor who is present', () => {
    expect(doctorDelayOf(facts, now(90))).toBeNull();
  });

  it('starts for a doctor off duty when the doctor left or the patient came', () => {
    expect(doctorDelayOf({ ...facts, doctorOnDuty: false, doctorOffSince: at(3) }, now(4))).toEqual({
      cause: 'off-duty',
      since: at(3),
    });
    expect(doctorDelayOf({ ...facts, doctorOnDuty: false }, now(4))?.since).toBe(at(0));
  });

  it('starts at the time of an appointment and not before', () => {
    const booked = { ...facts, bookedFor: at(30), doctorOnDuty: false };
    expect(doctorDelayOf(booked, now(29))).toBeNull();
    expect(doctorDelayOf(booked, now(30))).toEqual({ cause: 'off-duty', since: at(30) });
    expect(doctorDelayOf({ ...booked, doctorOnDuty: true }, now(34))).toBeNull();
    expect(doctorDelayOf({ ...booked, doctorOnDuty: true }, now(35))).toEqual({ cause: 'late', since: at(30) });
  });

  it('starts before the appointment when the doctor no longer treats patients here', () => {
    const booked = { ...facts, bookedFor: at(30), doctorLeft: true };
    expect(doctorDelayOf({ ...booked, doctorOffSince: at(2) }, now(3))).toEqual({ cause: 'left', since: at(2) });
    expect(doctorDelayOf({ ...booked, doctorOnDuty: false }, now(3))).toEqual({ cause: 'left', since: at(0) });
    expect(doctorDelayOf({ ...booked, checkedInAt: null }, now(3))).toBeNull();
  });

  it('counts a connection lost for two minutes, but not for a doctor in a call', () => {
    const gone = { ...facts, doctorUnseenSince: at(10) };
    expect(doctorDelayOf(gone, now(11))).toBeNull();
    expect(doctorDelayOf(gone, now(12))).toEqual({ cause: 'disconnected', since: at(10) });
    expect(doctorDelayOf({ ...gone, doctorInCall: true }, now(12))).toBeNull();
  });
});

describe('how long a patient may step away', () => {
  it('is the hospital’s value within limits, else twenty minutes', () => {
    expect(
      [{}, { stepAwayMinutes: 10 }, { stepAwayMinutes: 4 }, { stepAwayMinutes: '30' }].map(stepAwayMinutesOf),
    ).toEqual([20, 10, 20, 20]);
  });
});

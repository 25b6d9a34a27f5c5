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
  it('is none while a walk-in waits for a doctor who is there', () => {
    expect(doctorDelayOf(facts, now(90))).toBeNull();
  });

  it('is said of a doctor off duty, since they went or since the patient came', () => {
    expect(doctorDelayOf({ ...facts, doctorOnDuty: false, doctorOffSince: at(3) }, now(4))).toEqual({
      cause: 'off-duty',
      since: at(3),
    });
    expect(doctorDelayOf({ ...facts, doctorOnDuty: false }, now(4))?.since).toBe(at(0));
  });

  it('begins with the time of an appointment and not before it', () => {
    const booked = { ...facts, bookedFor: at(30), doctorOnDuty: false };
    expect(doctorDelayOf(booked, now(29))).toBeNull();
    expect(doctorDelayOf(booked, now(30))).toEqual({ cause: 'off-duty', since: at(30) });
    expect(doctorDelayOf({ ...booked, doctorOnDuty: true }, now(34))).toBeNull();
    expect(doctorDelayOf({ ...booked, doctorOnDuty: true }, now(35))).toEqual({ cause: 'late', since: at(30) });
  });

  it('is said of a doctor who treats nobody here any more before the time of an appointment too', () => {
    const booked = { ...facts, bookedFor: at(30), doctorLeft: true };
    expect(doctorDelayOf({ ...booked, doctorOffSince: at(2) }, now(3))).toEqual({ cause: 'left', since: at(2) });
    expect(doctorDelayOf({ ...booked, doctorOnDuty: false }, now(3))).toEqual({ cause: 'left', since: at(0) });
    expect(doctorDelayOf({ ...booked, checkedInAt: null }, now(3))).toBeNull();
  });

  it('counts a line that is gone for two minutes, and not of a doctor in a call', () => {
    const gone = { ...facts, doctorUnseenSince: at(10) };
    expect(doctorDelayOf(gone, now(11))).toBeNull();
    expect(doctorDelayOf(gone, now(12))).toEqual({ cause: 'disconnected', since: at(10) });
    expect(doctorDelayOf({ ...gone, doctorInCall: true }, now(12))).toBeNull();
  });
});

describe('how long one may step away', () => {
  it('is the hospital’s, within bounds, else twenty minutes', () => {
    expect(
      [{}, { stepAwayMinutes: 10 }, { stepAwayMinutes: 4 }, { stepAwayMinutes: '30' }].map(stepAwayMinutesOf),
    ).toEqual([20, 10, 20, 20]);
  });
});

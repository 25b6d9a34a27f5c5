import { Counter, type Metric } from 'prom-client';
import type { CallEvent } from '../../../platform/nodes/node-api.contract.ts';

const callEventsTotal = new Counter({
  name: 'yunzhen_call_events_total',
  help: 'Calls that started, recovered after an interruption, lost a participant, or lost their media worker',
  labelNames: ['event'],
  registers: [],
});

export const callPlacementsTotal = new Counter({
  name: 'yunzhen_call_placements_total',
  help: 'Visits placed on a media node in a place that the hospital prefers, in another one, or anywhere without a preference',
  labelNames: ['place'],
  registers: [],
});

export const callInstruments: readonly Metric[] = [callEventsTotal, callPlacementsTotal];

/** Counts a visit that was placed on a node; `preferred` is null without a preference. */
export function countPlacement(preferred: boolean | null): void {
  callPlacementsTotal.inc({ place: preferred === null ? 'any' : preferred ? 'preferred' : 'other' });
}

const names: Partial<Record<CallEvent['type'], string>> = {
  'room-opened': 'started',
  recovered: 'recovered',
  'worker-died': 'worker-died',
};

/** Counts an event that was applied, so a repeated delivery counts once. */
export function countCallEvent({ type, reason }: CallEvent): void {
  const isDrop = type === 'participant-left' && (reason === 'disconnected' || reason === 'worker-died');
  const event = isDrop ? 'dropped' : names[type];
  if (event) callEventsTotal.inc({ event });
}

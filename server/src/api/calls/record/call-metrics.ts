import { Counter } from 'prom-client';
import type { CallEvent } from '../../../platform/nodes/node-api.contract.ts';

export const callEventsTotal = new Counter({
  name: 'yunzhen_call_events_total',
  help: 'Calls that started, recovered after an interruption, lost a participant, or lost their media worker',
  labelNames: ['event'],
  registers: [],
});

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

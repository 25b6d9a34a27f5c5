import { expect, it } from 'vitest';
import type { AuditEvent } from '@yunzhen/shared/administration/audit.contract';
import { groupEvents } from './group-events.ts';

const event = (change: Partial<AuditEvent> & { minute: number }): AuditEvent => {
  const { minute, ...rest } = change;
  return {
    id: String(minute),
    at: new Date(Date.UTC(2026, 10, 28, 9, minute)).toISOString(),
    action: 'note.saved',
    outcome: 'done',
    actorId: 'a1',
    actorName: 'Wang Fang',
    actorNameLatin: '',
    actorRoles: ['doctor'],
    entity: 'visit',
    entityId: '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11',
    patientId: 'p1',
    requestId: 'r',
    code: null,
    address: '192.0.2.1',
    ...rest,
  };
};
const shown = (events: AuditEvent[]) =>
  groupEvents(events).map(({ actions }) => actions.map(({ action, times }) => `${action} ×${times}`).join(', '));

it('groups what one person did with one object within five minutes, and nothing else', () => {
  expect(
    shown([
      event({ minute: 9 }),
      event({ minute: 8, action: 'note.read' }),
      event({ minute: 8, actorId: 'a2' }),
      event({ minute: 7, patientId: 'p2' }),
      event({ minute: 6, outcome: 'denied' }),
      event({ minute: 5 }),
      event({ minute: 3 }),
    ]),
  ).toEqual(['note.saved ×2, note.read ×1', 'note.saved ×1', 'note.saved ×1', 'note.saved ×1', 'note.saved ×1']);
});

it('keeps denials with different reasons apart, because a row shows one reason', () => {
  const denied = (minute: number, code: string) => event({ minute, outcome: 'denied', code });
  const groups = groupEvents([
    denied(3, 'auth.forbidden'),
    denied(2, 'request.rate-limited'),
    denied(1, 'auth.forbidden'),
  ]);
  expect(groups.map(({ events }) => events.map(({ code }) => code))).toEqual([
    ['auth.forbidden', 'auth.forbidden'],
    ['request.rate-limited'],
  ]);
});

it('counts the parts of one page as one object, and works in both orders', () => {
  const figures = ['series', 'funnel', 'heat-map'].map((entityId, minute) =>
    event({ minute, action: 'metrics.read', entity: 'metrics', entityId, patientId: null }),
  );
  expect(shown(figures)).toEqual(['metrics.read ×3']);
  expect(shown(figures.toReversed())).toEqual(['metrics.read ×3']);
});

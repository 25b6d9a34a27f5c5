import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '@yunzhen/shared/chat/chat.contract';
import { messageDays } from './message-days.ts';

const message = (id: string, accountId: string, sentAt: string): ChatMessage => ({
  id,
  sequence: Number(id),
  author: { accountId, role: 'patient', name: '', nameLatin: '', forPatient: false },
  text: id,
  attachments: [],
  sentAt,
});

describe('Messages by day', () => {
  it('follow the hospital’s calendar and group messages of one side', () => {
    const days = messageDays(
      [
        message('1', 'a', '2026-11-24T15:50:00Z'),
        message('2', 'a', '2026-11-24T15:59:59Z'),
        message('3', 'a', '2026-11-24T16:00:00Z'),
        message('4', 'b', '2026-11-24T16:01:00Z'),
      ],
      'Asia/Shanghai',
    );
    expect(days.map(({ day, runs }) => [day, runs.map((run) => run.messages.map(({ id }) => id))])).toEqual([
      ['2026-11-24', [['1', '2']]],
      ['2026-11-25', [['3'], ['4']]],
    ]);
  });
});

import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ChatMessage } from '@yunzhen/shared/chat/chat.contract';

export interface MessageDay {
  /** `2026-11-24`, by the hospital’s calendar. */
  day: string;
  /** An instant of that day, to be written as a date. */
  at: string;
  /** Messages of one side without one of the other between them. */
  runs: { key: string; author: ChatMessage['author']; messages: ChatMessage[] }[];
}

/** The messages by day and by who wrote them, in their order. */
export function messageDays(messages: readonly ChatMessage[], timeZone: string): MessageDay[] {
  const days: MessageDay[] = [];
  for (const message of messages) {
    const day = dayIn(timeZone, new Date(message.sentAt));
    let current = days.at(-1);
    if (current?.day !== day) days.push((current = { day, at: message.sentAt, runs: [] }));
    const run = current.runs.at(-1);
    if (run?.author.accountId === message.author.accountId) run.messages.push(message);
    else current.runs.push({ key: message.id, author: message.author, messages: [message] });
  }
  return days;
}

import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ChatMessage } from '@yunzhen/shared/chat/chat.contract';

export interface MessageDay {
  /** `2026-11-24`, by the hospital’s calendar. */
  day: string;
  /** An instant of that day, to format as a date. */
  at: string;
  /** Consecutive messages of one side. */
  runs: { key: string; author: ChatMessage['author']; messages: ChatMessage[] }[];
}

/** Groups the messages by day and author, in their order. */
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

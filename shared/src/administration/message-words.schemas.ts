import { z } from 'zod';
import { wordingParts } from '../notifications/message-words.ts';
import { empty, instant, localizedText, page, personNames, sortedQuery, version } from '../core/common.ts';
import { messageStates, messageSorts, messageVersionSorts } from './message-words.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

const part = z.string().max(2000);
const words = z.strictObject({
  title: part.optional(),
  body: part.optional(),
  subject: part.optional(),
  mail: part.optional(),
  sms: part.optional(),
  push: part.optional(),
});
const wordings = z.strictObject({ en: words, 'zh-CN': words });

const listed = z.strictObject({
  /** Which message it is, e.g. `appointment.reminder`. */
  template: z.string(),
  /** What it begins with in both languages, as it is in use. */
  heading: localizedText,
  parts: z.array(z.enum(wordingParts)),
  /** In the house’s words, in the hospital’s own, or with a draft beside either. */
  state: z.enum(messageStates),
  /** Of the words in use; 0 where the hospital never chose. */
  version,
  changedAt: instant.nullable(),
});
export type ListedMessage = z.output<typeof listed>;

const rules = z.partialRecord(
  z.enum(wordingParts),
  z.strictObject({ allowed: z.array(z.string()), required: z.array(z.string()) }),
);

const message = z.strictObject({
  template: z.string(),
  rules,
  /** The house’s own words. */
  house: wordings,
  /** What is said now. Version 0 is the house’s. */
  current: z.strictObject({ version, wordings }),
  draft: z.strictObject({ version, wordings, savedAt: instant, savedBy: personNames.nullable() }).nullable(),
});
export type Message = z.output<typeof message>;
export type MessageDraft = z.output<typeof wordings>;

const params = z.strictObject({ template: z.string().regex(/^[a-z-]+\.[a-z-]+$/) });

const messageVersion = z.strictObject({
  version,
  wordings: wordings.nullable(),
  publishedAt: instant,
  publishedBy: personNames.nullable(),
  /** When the next version took its place; null for the one in use. */
  until: instant.nullable(),
});
export type MessageVersion = z.output<typeof messageVersion>;

export const messageWordsSchemas = {
  listMessageWords: {
    summary: 'Messages whose words the hospital may choose; `q` looks in their words of both languages',
    query: z.strictObject({
      ...sortedQuery(messageSorts),
      state: z.enum(messageStates).optional(),
    }),
    response: page(listed),
  },
  readMessageWords: {
    summary: 'The words of one message: the house’s, those in use, the draft, and within what they may be chosen',
    params,
    response: message,
  },
  saveMessageDraft: {
    summary: 'Keep a draft, finished or not; version 0 begins one',
    params,
    body: wordings,
    response: message,
  },
  discardMessageDraft: {
    summary: 'Put the draft away',
    params,
    response: empty,
  },
  publishMessageDraft: {
    summary: 'Say it like the draft from now on; what was told before keeps its words',
    params,
    response: message,
  },
  resetMessageWords: {
    summary: 'Go back to the house’s own words, as one more version',
    params,
    response: message,
  },
  listMessageVersions: {
    summary: 'What the message said before; null is the house’s own. `q` looks in the words and in who published them',
    params,
    query: z.strictObject(sortedQuery(messageVersionSorts, 'desc')),
    response: page(messageVersion),
  },
  previewMessageWords: {
    summary: 'Words with made-up facts filled in, as somebody would read them',
    params,
    body: wordings,
    response: wordings,
  },
} satisfies RouteSchemas;

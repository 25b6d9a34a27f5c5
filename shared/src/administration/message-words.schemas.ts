import { byLocale } from '../core/locale.ts';
import { z } from 'zod';
import { wordingParts } from '../notifications/message-words.ts';
import { empty, instant, localizedText, page, personNames, prose, sortedQuery, version } from '../core/common.ts';
import { messageStates, messageSorts, messageVersionSorts } from './message-words.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

const part = prose(2000);
const words = z.strictObject({
  title: part.optional(),
  body: part.optional(),
  subject: part.optional(),
  mail: part.optional(),
  sms: part.optional(),
  push: part.optional(),
});
const wordings = z.strictObject(byLocale(() => words));

const listed = z.strictObject({
  /** The template of the message, e.g. `appointment.reminder`. */
  template: z.string(),
  /** The active heading in both languages. */
  heading: localizedText,
  parts: z.array(z.enum(wordingParts)),
  /** Built-in text, the hospital’s own, or either with a draft. */
  state: z.enum(messageStates),
  /** Version of the active text; 0 when the hospital never changed it. */
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
  /** The built-in text. */
  house: wordings,
  /** The active text. Version 0 is the built-in one. */
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
  /** When the next version replaced it; null for the active one. */
  until: instant.nullable(),
});
export type MessageVersion = z.output<typeof messageVersion>;

export const messageWordsSchemas = {
  listMessageWords: {
    summary: 'List messages with customizable text; `q` searches the text in both languages',
    query: z.strictObject({
      ...sortedQuery(messageSorts),
      state: z.enum(messageStates).optional(),
    }),
    response: page(listed),
  },
  readMessageWords: {
    summary: 'Get a message text: default, current and draft, with its constraints',
    params,
    response: message,
  },
  saveMessageDraft: {
    summary: 'Save a draft, finished or not; version 0 creates one',
    params,
    body: wordings,
    response: message,
  },
  discardMessageDraft: {
    summary: 'Discard the draft',
    params,
    response: empty,
  },
  publishMessageDraft: {
    summary: 'Publish the draft text; messages sent earlier keep their text',
    params,
    response: message,
  },
  resetMessageWords: {
    summary: 'Restore the default text as a new version',
    params,
    response: message,
  },
  listMessageVersions: {
    summary: 'List earlier texts of a message (null is the default); `q` searches texts and publishers',
    params,
    query: z.strictObject(sortedQuery(messageVersionSorts, 'desc')),
    response: page(messageVersion),
  },
  previewMessageWords: {
    summary: 'Preview a message text with sample data',
    params,
    body: wordings,
    response: wordings,
  },
} satisfies RouteSchemas;

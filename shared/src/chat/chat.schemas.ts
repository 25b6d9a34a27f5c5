import { z } from 'zod';
import { fileBytes, id, instant, text } from '../core/common.ts';
import { attachmentTypes, chatRoles, attachmentsOfMessageLimit, attachmentBytesLimit } from './chat.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

/** A file that was handed in, before a message gives it its name. */
export const attachmentFile = z.strictObject({
  id,
  type: z.enum(attachmentTypes),
  bytes: z.int().min(1),
  /** In pixels, for pictures, so that nothing jumps when they load. */
  width: z.int().nullable(),
  height: z.int().nullable(),
});
export type AttachmentFile = z.output<typeof attachmentFile>;

export const attachment = attachmentFile.extend({
  /** As the sender called it, made safe to be written to a disk. */
  name: z.string(),
});
export type Attachment = z.output<typeof attachment>;

export const chatMessage = z.strictObject({
  /** Made by the sender’s page: sending it again is the same message. */
  id,
  /** Place in the visit’s chat, from 1, without gaps: the order that everybody sees. */
  sequence: z.int().min(1),
  author: z.strictObject({
    accountId: id,
    role: z.enum(chatRoles),
    name: z.string(),
    nameLatin: z.string(),
    /** Written by somebody who acts for the patient. */
    forPatient: z.boolean(),
  }),
  text: z.string(),
  attachments: z.array(attachment),
  sentAt: instant,
});
export type ChatMessage = z.output<typeof chatMessage>;

const visitParams = z.strictObject({ visitId: id });

export const chatSchemas = {
  listMessages: {
    summary:
      'List the chat of a visit in order, after or before a position; changes are sent as `chat` on the record socket',
    params: visitParams,
    query: z
      .strictObject({
        after: z.coerce.number().int().min(0).optional(),
        before: z.coerce.number().int().min(1).optional(),
        /** 0 asks for the marks alone, which shows nothing of what was written. */
        limit: z.coerce.number().int().min(0).max(100).default(50),
      })
      .refine(({ after, before }) => after === undefined || before === undefined, { error: 'one-direction' }),
    response: z.strictObject({
      /** On which side the asker is. */
      you: z.enum(chatRoles),
      items: z.array(chatMessage),
      /** The place of the last message that there is; 0 in an empty chat. */
      last: z.int().min(0),
      /** Up to which place each side has read. */
      read: z.strictObject({ patient: z.int().min(0), doctor: z.int().min(0) }),
      /** Whether the asker may write now. */
      writable: z.boolean(),
      /** Until when, or when that was; null while the visit lasts. */
      writableUntil: instant.nullable(),
    }),
  },
  sendMessage: {
    summary:
      'Send a message under a client-generated id; repeating returns the first, and a different text under the same id is refused',
    params: visitParams.extend({ messageId: id }),
    body: z
      .strictObject({
        text: text(4000),
        /** Names travel here and not in an address, which proxies log: what a file is called may say what ails a person. */
        attachments: z
          .array(z.strictObject({ id, name: text(200) }))
          .max(attachmentsOfMessageLimit)
          .refine((files) => new Set(files.map((file) => file.id)).size === files.length, { error: 'duplicate' })
          .default([]),
      })
      .refine((message) => message.text.length > 0 || message.attachments.length > 0, { error: 'empty' }),
    response: chatMessage,
    rateLimit: 120,
  },
  markRead: {
    summary: 'Mark everything up to this position as read; never moves back',
    params: visitParams,
    body: z.strictObject({ sequence: z.int().min(0) }),
    response: z.strictObject({ sequence: z.int().min(0) }),
    rateLimit: 240,
  },
  uploadAttachment: {
    summary:
      'Upload a picture or document under a client-generated id; visible to others once a message refers to it. Picture metadata are removed',
    params: visitParams.extend({ attachmentId: id }),
    accepts: attachmentTypes,
    response: attachmentFile,
    bodyLimit: attachmentBytesLimit,
    rateLimit: 60,
  },
  readAttachment: {
    summary: 'Download the file as an attachment',
    params: visitParams.extend({ attachmentId: id }),
    response: fileBytes,
    rateLimit: 240,
  },
} satisfies RouteSchemas;

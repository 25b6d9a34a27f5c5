import { z } from 'zod';
import { noteForms } from '../administration/setting-limits.ts';
import { noteStatuses } from './note.ts';
import { snippetTrigger } from './note-snippet.ts';
import { cursorQuery, empty, id, instant, page, prose, version } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

const visitParams = z.strictObject({ visitId: id });

export const noteContent = z.strictObject({
  subjective: prose(10_000),
  objective: prose(10_000),
  assessment: prose(10_000),
  plan: prose(10_000),
});
export type NoteContent = z.output<typeof noteContent>;

const authorName = z.strictObject({ name: z.string(), nameLatin: z.string() });
/** Verified whenever it is read. */
const signatureState = z.enum(['valid', 'invalid']);

export const noteAddendum = z.strictObject({
  id,
  number: z.int(),
  text: z.string(),
  author: authorName,
  at: instant,
  signature: signatureState,
});

export const note = z.strictObject({
  visitId: id,
  status: z.enum(noteStatuses),
  /** 0 before the first save. Sent in If-Match as a quoted number. */
  version,
  content: noteContent,
  /** How this hospital names the sections. */
  form: z.enum(noteForms),
  updatedAt: instant.nullable(),
  signedAt: instant.nullable(),
  /** Null for a draft, and for a note closed before notes were signed with a key. */
  signature: z.strictObject({ by: authorName, state: signatureState }).nullable(),
  addenda: z.array(noteAddendum),
});
export type Note = z.output<typeof note>;

export const noteVersionEntry = z.strictObject({ version: z.int().min(1), at: instant, author: authorName });
export type NoteVersionEntry = z.output<typeof noteVersionEntry>;

const snippetInput = z.strictObject({
  trigger: z.string().trim().toLowerCase().regex(snippetTrigger, { error: 'snippet-trigger' }),
  text: prose(4000).refine((value) => value.trim() !== '', { error: 'required' }),
});
export const noteSnippet = z.strictObject({ id, trigger: z.string(), text: z.string(), version, updatedAt: instant });
export type NoteSnippet = z.output<typeof noteSnippet>;

export const notesSchemas = {
  readNote: {
    summary: 'Get the note of a visit with its addenda',
    params: visitParams,
    response: note,
  },
  saveNote: {
    summary: 'Save the draft note; If-Match carries the version it was based on',
    params: visitParams,
    body: noteContent,
    response: note,
  },
  signNote: {
    summary: 'Sign the note; cannot be changed afterwards',
    params: visitParams,
    response: note,
  },
  addAddendum: {
    summary: 'Add a separately signed addendum to a signed note; neither can be changed afterwards',
    params: visitParams,
    body: z.strictObject({ text: prose(10_000).refine((value) => value.trim() !== '', { error: 'required' }) }),
    response: note,
  },
  listNoteVersions: {
    summary: 'List saved versions, newest first; `before` and `next` are version numbers',
    params: visitParams,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(30),
      before: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
    }),
    response: z.strictObject({ items: z.array(noteVersionEntry), next: z.int().nullable() }),
  },
  readNoteVersion: {
    summary: 'Get one saved version of the note',
    params: z.strictObject({ visitId: id, version: z.coerce.number().int().min(1).max(1_000_000_000) }),
    response: noteVersionEntry.extend({ content: noteContent }),
  },
  listSnippets: {
    summary: 'List your snippets by trigger; `q` searches trigger and text',
    query: z.strictObject({ ...cursorQuery, q: z.string().trim().max(80).default('') }),
    response: page(noteSnippet),
  },
  addSnippet: {
    summary: 'Save a phrase under a short trigger such as .htn',
    body: snippetInput,
    response: noteSnippet,
  },
  saveSnippet: {
    summary: 'Change a snippet; If-Match carries the version it was based on',
    params: z.strictObject({ snippetId: id }),
    body: snippetInput,
    response: noteSnippet,
  },
  removeSnippet: {
    summary: 'Delete a snippet',
    params: z.strictObject({ snippetId: id }),
    response: empty,
  },
} satisfies RouteSchemas;

import { z } from 'zod';
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
/** Checked anew whenever it is read. */
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
  /** 0 before the first save. Goes into If-Match as a quoted number. */
  version,
  content: noteContent,
  updatedAt: instant.nullable(),
  signedAt: instant.nullable(),
  /** Null for a draft, and for a note that was closed before notes were signed with a key. */
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
    summary: 'The note of a visit with what was added after its signature',
    params: visitParams,
    response: note,
  },
  saveNote: {
    summary: 'Save the draft note; the version it was based on goes into If-Match',
    params: visitParams,
    body: noteContent,
    response: note,
  },
  signNote: {
    summary: 'Sign the note with one’s key; it does not change again',
    params: visitParams,
    response: note,
  },
  addAddendum: {
    summary: 'Add to a signed note, signed by itself; neither the note nor the addendum changes again',
    params: visitParams,
    body: z.strictObject({ text: prose(10_000).refine((value) => value.trim() !== '', { error: 'required' }) }),
    response: note,
  },
  listNoteVersions: {
    summary: 'Every version that was accepted, newest first; `before` and `next` are version numbers',
    params: visitParams,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(30),
      before: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
    }),
    response: z.strictObject({ items: z.array(noteVersionEntry), next: z.int().nullable() }),
  },
  readNoteVersion: {
    summary: 'One version of the note as it was saved',
    params: z.strictObject({ visitId: id, version: z.coerce.number().int().min(1).max(1_000_000_000) }),
    response: noteVersionEntry.extend({ content: noteContent }),
  },
  listSnippets: {
    summary: 'One’s own snippets by trigger; `q` is sought in trigger and text',
    query: z.strictObject({ ...cursorQuery, q: z.string().trim().max(80).default('') }),
    response: page(noteSnippet),
  },
  addSnippet: {
    summary: 'Keep a phrase under a short trigger such as .htn',
    body: snippetInput,
    response: noteSnippet,
  },
  saveSnippet: {
    summary: 'Change a snippet; the version it was based on goes into If-Match',
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

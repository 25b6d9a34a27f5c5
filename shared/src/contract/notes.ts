import { z } from 'zod';
import { noteStatuses } from '../domain/note.ts';
import { id, instant, prose, version } from './common.ts';
import { defineRoute } from './route.ts';

const visitParams = z.strictObject({ visitId: id });

export const noteContent = z.strictObject({
  subjective: prose(10_000),
  objective: prose(10_000),
  assessment: prose(10_000),
  plan: prose(10_000),
});
export type NoteContent = z.output<typeof noteContent>;

export const note = z.strictObject({
  visitId: id,
  status: z.enum(noteStatuses),
  /** 0 before the first save. Goes into If-Match as a quoted number. */
  version,
  content: noteContent,
  updatedAt: instant.nullable(),
  signedAt: instant.nullable(),
});
export type Note = z.output<typeof note>;

export const readNote = defineRoute({
  name: 'readNote',
  method: 'GET',
  path: '/api/visits/:visitId/note',
  summary: 'The note of a visit',
  permission: 'note.read',
  params: visitParams,
  response: note,
});

export const saveNote = defineRoute({
  name: 'saveNote',
  method: 'PUT',
  path: '/api/visits/:visitId/note',
  summary: 'Save the draft note; the version it was based on goes into If-Match',
  permission: 'note.write',
  params: visitParams,
  body: noteContent,
  response: note,
  ifMatch: true,
});

export const signNote = defineRoute({
  name: 'signNote',
  method: 'POST',
  path: '/api/visits/:visitId/note/signature',
  summary: 'Sign the note; it does not change again',
  permission: 'note.write',
  params: visitParams,
  response: note,
  ifMatch: true,
});

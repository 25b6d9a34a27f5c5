import { defineRoute } from '../core/route.ts';
import type { notesSchemas } from './notes.schemas.ts';

export type { NoteContent, Note, NoteVersionEntry, NoteSnippet } from './notes.schemas.ts';

export const readNote = defineRoute<typeof notesSchemas, 'readNote'>({
  name: 'readNote',
  method: 'GET',
  path: '/api/visits/:visitId/note',
  permission: 'note.read',
});

export const saveNote = defineRoute<typeof notesSchemas, 'saveNote'>({
  name: 'saveNote',
  method: 'PUT',
  path: '/api/visits/:visitId/note',
  permission: 'note.write',
  ifMatch: true,
});

export const signNote = defineRoute<typeof notesSchemas, 'signNote'>({
  name: 'signNote',
  method: 'POST',
  path: '/api/visits/:visitId/note/signature',
  permission: 'note.write',
  ifMatch: true,
});

export const addAddendum = defineRoute<typeof notesSchemas, 'addAddendum'>({
  name: 'addAddendum',
  method: 'POST',
  path: '/api/visits/:visitId/note/addenda',
  permission: 'note.write',
  status: 201,
});

export const listNoteVersions = defineRoute<typeof notesSchemas, 'listNoteVersions'>({
  name: 'listNoteVersions',
  method: 'GET',
  path: '/api/visits/:visitId/note/versions',
  permission: 'note.read',
});

export const readNoteVersion = defineRoute<typeof notesSchemas, 'readNoteVersion'>({
  name: 'readNoteVersion',
  method: 'GET',
  path: '/api/visits/:visitId/note/versions/:version',
  permission: 'note.read',
});

export const listSnippets = defineRoute<typeof notesSchemas, 'listSnippets'>({
  name: 'listSnippets',
  method: 'GET',
  path: '/api/note-snippets',
  permission: 'note.write',
});

export const addSnippet = defineRoute<typeof notesSchemas, 'addSnippet'>({
  name: 'addSnippet',
  method: 'POST',
  path: '/api/note-snippets',
  permission: 'note.write',
  status: 201,
});

export const saveSnippet = defineRoute<typeof notesSchemas, 'saveSnippet'>({
  name: 'saveSnippet',
  method: 'PUT',
  path: '/api/note-snippets/:snippetId',
  permission: 'note.write',
  ifMatch: true,
});

export const removeSnippet = defineRoute<typeof notesSchemas, 'removeSnippet'>({
  name: 'removeSnippet',
  method: 'DELETE',
  path: '/api/note-snippets/:snippetId',
  permission: 'note.write',
  status: 204,
});

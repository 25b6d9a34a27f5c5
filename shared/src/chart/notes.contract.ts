import { routesOf } from '../core/route.ts';
import type { notesSchemas } from './notes.schemas.ts';

export type { NoteContent, Note, NoteVersionEntry, NoteSnippet } from './notes.schemas.ts';

const defineRoute = routesOf<typeof notesSchemas>();

export const readNote = defineRoute('readNote', 'GET /api/visits/:visitId/note', 'note.read');
export const saveNote = defineRoute('saveNote', 'PUT /api/visits/:visitId/note', 'note.write', { ifMatch: true });
export const signNote = defineRoute('signNote', 'POST /api/visits/:visitId/note/signature', 'note.write', {
  ifMatch: true,
});
export const addAddendum = defineRoute('addAddendum', 'POST /api/visits/:visitId/note/addenda', 'note.write', {
  status: 201,
});
export const listNoteVersions = defineRoute('listNoteVersions', 'GET /api/visits/:visitId/note/versions', 'note.read');
export const readNoteVersion = defineRoute(
  'readNoteVersion',
  'GET /api/visits/:visitId/note/versions/:version',
  'note.read',
);
export const listSnippets = defineRoute('listSnippets', 'GET /api/note-snippets', 'note.write');
export const addSnippet = defineRoute('addSnippet', 'POST /api/note-snippets', 'note.write', { status: 201 });
export const saveSnippet = defineRoute('saveSnippet', 'PUT /api/note-snippets/:snippetId', 'note.write', {
  ifMatch: true,
});
export const removeSnippet = defineRoute('removeSnippet', 'DELETE /api/note-snippets/:snippetId', 'note.write', {
  status: 204,
});

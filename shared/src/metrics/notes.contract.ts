import { defineRoute } from '../core/route.ts';
import type { notesSchemas } from './notes.schemas.ts';

export type { FigureNote } from './notes.schemas.ts';

export const listFigureNotes = defineRoute<typeof notesSchemas, 'listFigureNotes'>({
  name: 'listFigureNotes',
  method: 'GET',
  path: '/api/metrics/notes',
  permission: 'metrics.read',
});

export const addFigureNote = defineRoute<typeof notesSchemas, 'addFigureNote'>({
  name: 'addFigureNote',
  method: 'POST',
  path: '/api/metrics/notes',
  permission: 'metrics.annotate',
  status: 201,
});

export const removeFigureNote = defineRoute<typeof notesSchemas, 'removeFigureNote'>({
  name: 'removeFigureNote',
  method: 'DELETE',
  path: '/api/metrics/notes/:figureNoteId',
  permission: 'metrics.annotate',
  status: 204,
});

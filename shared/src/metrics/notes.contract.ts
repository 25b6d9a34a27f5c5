import { routesOf } from '../core/route.ts';
import type { notesSchemas } from './notes.schemas.ts';

export type { FigureNote } from './notes.schemas.ts';

const defineRoute = routesOf<typeof notesSchemas>();

export const listFigureNotes = defineRoute('listFigureNotes', 'GET /api/metrics/notes', 'metrics.read');
export const addFigureNote = defineRoute('addFigureNote', 'POST /api/metrics/notes', 'metrics.annotate', {
  status: 201,
});
export const removeFigureNote = defineRoute(
  'removeFigureNote',
  'DELETE /api/metrics/notes/:figureNoteId',
  'metrics.annotate',
  { status: 204 },
);

import { readNote, saveNote, signNote } from '@yunzhen/shared/contract/notes';
import type { RouteRegistrar } from '../../../../platform/http/register-route.ts';
import type { NotesService } from './notes.service.ts';

export function registerNoteRoutes(routes: RouteRegistrar, notes: NotesService): void {
  routes.route(readNote, (context, { params }) => notes.read(context, params.visitId));
  routes.route(saveNote, (context, { params, body, version }) => notes.save(context, params.visitId, version, body));
  routes.route(signNote, (context, { params, version }) => notes.sign(context, params.visitId, version));
}

import * as contract from '@yunzhen/shared/chart/notes.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { NoteSigningService } from './note-signing.service.ts';
import type { NotesService } from './notes.service.ts';
import type { SnippetsService } from './snippets.service.ts';

export function registerNoteRoutes(
  routes: RouteRegistrar,
  { notes, signing, snippets }: { notes: NotesService; signing: NoteSigningService; snippets: SnippetsService },
): void {
  routes.route(contract.readNote, (context, { params }) => notes.read(context, params.visitId));
  routes.route(contract.saveNote, (context, { params, body, version }) =>
    notes.save(context, params.visitId, version, body),
  );
  routes.route(contract.listNoteVersions, (context, { params, query }) =>
    notes.versions(context, params.visitId, query),
  );
  routes.route(contract.readNoteVersion, (context, { params }) =>
    notes.version(context, params.visitId, params.version),
  );
  routes.route(contract.signNote, (context, { params, version }) => signing.sign(context, params.visitId, version));
  routes.route(contract.addAddendum, (context, { params, body }) => signing.add(context, params.visitId, body.text));
  routes.route(contract.listSnippets, (context, { query }) => snippets.list(context, query));
  routes.route(contract.addSnippet, (context, { body }) => snippets.add(context, body));
  routes.route(contract.saveSnippet, (context, { params, body, version }) =>
    snippets.save(context, params.snippetId, version, body),
  );
  routes.route(contract.removeSnippet, (context, { params }) => snippets.remove(context, params.snippetId));
}

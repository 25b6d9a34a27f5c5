import type { ChartAccessService } from '../chart-access.service.ts';
import type { ChartDeps } from '../chart-deps.ts';
import type { ChartHooks } from '../hooks.ts';
import { NoteSigningService } from './note-signing.service.ts';
import { NoteSignaturesRepository } from './note-signatures.repository.ts';
import { NoteView } from './note-view.ts';
import { NotesRepository } from './notes.repository.ts';
import { registerNoteRoutes } from './notes.routes.ts';
import { NotesService } from './notes.service.ts';
import { SnippetsRepository } from './snippets.repository.ts';
import { SnippetsService } from './snippets.service.ts';
import { VisitPeopleRepository } from './visit-people.repository.ts';

/** Creates the notes services with their routes. */
export function createNotes(
  { transactions, routes, visits, accounts, signing: { signatures: signing } }: ChartDeps,
  access: ChartAccessService,
  { onNoteSigned }: Pick<ChartHooks, 'onNoteSigned'>,
): { notes: NotesService; people: VisitPeopleRepository } {
  const { confirmSigner } = accounts;
  const people = new VisitPeopleRepository();
  const signatures = new NoteSignaturesRepository();
  const parts = {
    transactions,
    access,
    visits,
    notes: new NotesRepository(),
    view: new NoteView({ signatures, signing }),
  };
  const notes = new NotesService(parts);
  registerNoteRoutes(routes, {
    notes,
    signing: new NoteSigningService({
      ...parts,
      writing: notes,
      signatures,
      people,
      signing,
      confirmSigner,
      onNoteSigned,
    }),
    snippets: new SnippetsService({ transactions, snippets: new SnippetsRepository() }),
  });
  return { notes, people };
}

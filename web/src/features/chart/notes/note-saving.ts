import type { Note, NoteContent } from '@yunzhen/shared/chart/notes.contract';
import { AutosaveMachine, type Revision } from '../../../ui/saving/index.ts';
import { storeNote } from './actions.ts';
import { sameNote } from './note-merge.ts';
import { fetchNote } from './queries.ts';

export const noteMachine = new AutosaveMachine<NoteContent>({ same: sameNote, savable: () => true });

export const draftNameOf = (visitId: string) => `note.${visitId}`;

export function revisionOf({ version, content, status }: Note): Revision<NoteContent> {
  return { version, content, closed: status === 'signed' };
}

/** Returns save and read functions of one note for autosave; `onSaved` is called with every answer. */
export function notePorts(visitId: string, onSaved: (note: Note) => void) {
  const stored = (note: Note) => {
    onSaved(note);
    return revisionOf(note);
  };
  return {
    save: async (content: NoteContent, version: number) => stored(await storeNote(visitId, content, version)),
    read: async () => stored(await fetchNote(visitId)),
  };
}

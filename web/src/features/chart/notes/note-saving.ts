import { readNote, saveNote, type Note, type NoteContent } from '@yunzhen/shared/chart/notes.contract';
import { api } from '../../../core/api/index.ts';
import { createAutosaveMachine, type Revision } from '../../../ui/saving/index.ts';
import { sameNote } from './note-merge.ts';

export const noteMachine = createAutosaveMachine<NoteContent>({ same: sameNote, savable: () => true });

export const draftNameOf = (visitId: string) => `note.${visitId}`;

export function revisionOf({ version, content, status }: Note): Revision<NoteContent> {
  return { version, content, closed: status === 'signed' };
}

/** Saving and reading of one note for autosave; `told` hears every answer. */
export function notePorts(visitId: string, onSaved: (note: Note) => void) {
  const tell = (note: Note) => {
    onSaved(note);
    return revisionOf(note);
  };
  const params = { visitId };
  return {
    save: async (content: NoteContent, version: number) =>
      tell(await api.call(saveNote, { params, body: content, ifMatch: version })),
    look: async () => tell(await api.call(readNote, { params })),
  };
}

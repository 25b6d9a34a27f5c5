import {
  addAddendum,
  addSnippet,
  removeSnippet,
  saveNote,
  saveSnippet,
  signNote,
  type NoteContent,
} from '@yunzhen/shared/chart/notes.contract';
import { api } from '../../../core/api/index.ts';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { snippetsKey, useStoreNote } from './queries.ts';

/** For autosave, which has its own busy and error state. */
export const storeNote = (visitId: string, body: NoteContent, version: number) =>
  api.call(saveNote, { params: { visitId }, body, ifMatch: version });

export const useSignNote = (visitId: string) => useCommand(signNote, { onSuccess: useStoreNote(visitId) });

export const useAddAddendum = (visitId: string) => useCommand(addAddendum, { onSuccess: useStoreNote(visitId) });

const changes = [snippetsKey];

export const useAddSnippet = (hooks?: CommandHooks<typeof addSnippet>) => useCommand(addSnippet, { changes, ...hooks });

export const useSaveSnippet = (hooks?: CommandHooks<typeof saveSnippet>) =>
  useCommand(saveSnippet, { changes, ...hooks });

export const useRemoveSnippet = (hooks?: CommandHooks<typeof removeSnippet>) =>
  useCommand(removeSnippet, { changes, ...hooks });

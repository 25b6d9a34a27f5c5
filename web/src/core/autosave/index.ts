export { drafts } from './drafts/index.ts';
export type { Autosave } from './autosave.ts';
export { AutosaveMachine } from './autosave-state.ts';
export type { AutosavePhase, StoredDraft, Revision } from './autosave-state.ts';
export { useOwnStorage } from './own-storage.ts';
export { useAutosave } from './use-autosave.ts';
export { storedDraft, useStoredDraft } from './use-stored-draft.ts';

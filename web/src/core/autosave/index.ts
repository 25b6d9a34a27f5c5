export { drafts } from './drafts/index.ts';
export { createAutosaveMachine } from './autosave-state.ts';
export type { AutosavePhase, KeptDraft, Revision } from './autosave-state.ts';
export { useAutosave } from './use-autosave.ts';
export { keptDraft, useKeptDraft } from './use-kept-draft.ts';

export { createAutosaveMachine } from './autosave-state.ts';
export type { AutosavePhase, KeptDraft, Revision } from './autosave-state.ts';
export { useAutosave } from './use-autosave.ts';
export { useKeptDraft } from './use-kept-draft.ts';
export { default as ConflictDialog } from './conflict-dialog.vue';
export { default as SaveState } from './save-state.vue';

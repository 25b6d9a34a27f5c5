export { createAutosaveMachine, useAutosave, useKeptDraft } from '../../autosave/index.ts';
export type { AutosavePhase, KeptDraft, Revision } from '../../autosave/index.ts';
export { default as ConflictDialog } from './conflict-dialog.vue';
export { default as SaveState } from './save-state.vue';

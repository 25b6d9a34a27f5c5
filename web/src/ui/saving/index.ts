export { AutosaveMachine, useAutosave, useStoredDraft } from '../../core/autosave/index.ts';
export type { AutosavePhase, StoredDraft, Revision } from '../../core/autosave/index.ts';
export { default as ConflictDialog } from './conflict-dialog.vue';
export { default as SaveState } from './save-state.vue';

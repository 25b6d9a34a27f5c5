import { h } from 'vue';
import { AppError } from '@yunzhen/shared/core/errors';
import type { AutosavePhase } from '../../core/autosave/index.ts';
import { long, oneSize, say } from '../testing/stories.ts';
import { UiButton } from '../kit/index.ts';
import ConflictDialog from './conflict-dialog.vue';
import SaveState from './save-state.vue';

export default { title: 'saving' };

const phases: AutosavePhase[] = [
  'saved',
  'unsaved',
  'saving',
  'incomplete',
  'away',
  'refused',
  'conflict',
  'closed-unsaved',
];

export const States = oneSize({
  ...Object.fromEntries(phases.map((phase) => [phase, () => h(SaveState, { phase, error: new AppError('internal') })])),
  'saved at a time': () => h(SaveState, { phase: 'saved', savedAt: '2026-03-04T05:06:00Z' }),
  empty: () => h(SaveState, { phase: 'saved', empty: true }),
});

export const Conflict = {
  ...oneSize({
    open: () =>
      h(
        ConflictDialog,
        { open: true, title: say('Two versions', '两个版本'), text: long() },
        { default: () => long(), choices: () => h(UiButton, { label: say('Keep mine', '保留我的') }) },
      ),
  }),
  tags: ['alone'],
};

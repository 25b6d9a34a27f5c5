import { h } from 'vue';
import { AppError } from '@yunzhen/shared/core/errors';
import { OfflineError } from '../../core/api/offline-error.ts';
import { long, oneSize, say } from '../testing/stories.ts';
import ConfirmDialog from './confirm-dialog.vue';
import ReasonDialog from './reason-dialog.vue';
import RefusalAlert from './refusal-alert.vue';

export default { title: 'forms' };

const work = () => Promise.resolve();

export const Refusal = oneSize({
  offline: () => h(RefusalAlert, { error: new OfflineError() }),
  'fault of the server': () => h(RefusalAlert, { error: new AppError('internal') }),
  'nothing refused': () => h(RefusalAlert, { error: undefined }),
});

const question = () => ({
  open: true,
  title: say('Delete this row?', '删除这一行？'),
  confirmLabel: say('Delete', '删除'),
  danger: true,
  work,
});

export const Confirm = {
  ...oneSize({ open: () => h(ConfirmDialog, { ...question(), text: long() }) }),
  tags: ['alone'],
};

export const Reason = {
  ...oneSize({
    open: () =>
      h(ReasonDialog, {
        ...question(),
        lead: long(),
        label: say('Reason', '理由'),
        help: say('The audit log contains it.', '将写入审计日志。'),
        text: '',
        required: true,
        maxlength: 200,
      }),
  }),
  tags: ['alone'],
};

import { answerDangerPage } from '@yunzhen/shared/visits/danger-page.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { dangerPageKey } from './queries.ts';

export const useAnswerDangerPage = (hooks?: CommandHooks<typeof answerDangerPage>) =>
  useCommand(answerDangerPage, { changes: ({ body }) => [dangerPageKey(body.about)], ...hooks });

import type { EntryAction, EntryKind } from '@yunzhen/shared/chart/chart-entry';

/** Returns the key of the words for an action in an entry’s history. A medicine that is retracted is no longer taken. */
export function actionText(kind: EntryKind, action: EntryAction) {
  return kind === 'medicine' && action === 'retracted' ? 'chart.action.stopped' : (`chart.action.${action}` as const);
}

import { auditActions, type AuditAction } from '@yunzhen/shared/core/audit';
import type { MessageKey } from '../../../core/i18n/index.ts';

type Dashed<Text extends string> = Text extends `${infer Head}.${infer Tail}` ? `${Head}-${Tail}` : Text;
type GroupOf<Text extends string> = Text extends `${infer Head}.${string}` ? Head : never;
export type ActionGroup = GroupOf<AuditAction>;

// A dot would be a level of the message tree. An action or a group without a text does not compile.
const keyOf = (action: AuditAction) => action.replace('.', '-') as Dashed<AuditAction>;

export function actionKey(action: AuditAction): MessageKey {
  return `audit.action.${keyOf(action)}`;
}

export function groupOf(action: AuditAction): ActionGroup {
  return action.slice(0, action.indexOf('.')) as ActionGroup;
}

/** The actions by group, in the order of the list. */
export const actionGroups: ReadonlyMap<ActionGroup, readonly AuditAction[]> = Map.groupBy(auditActions, groupOf);

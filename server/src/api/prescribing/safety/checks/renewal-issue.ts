import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { otherOf, type Renewal, type Side } from '../sides.ts';

/** Says for how many days the earlier prescription still lasts; empty when that is not known. */
export function supplyLeft({ daysLeft }: Side): LocalizedText {
  if (daysLeft === null) return { en: '', zh: '' };
  const days = daysLeft === 1 ? '1 day' : `${daysLeft} days`;
  return {
    en: `Taken as planned, the earlier prescription lasts for up to ${days} more. `,
    zh: `按医嘱服用，原处方药品最多还可用${daysLeft}天。`,
  };
}

/** Returns the information that a line continues what the patient takes. It needs no reason. */
export function renewalIssue({ draft, active }: Renewal): DetectedIssue[] {
  const [continued] = draft.ingredients;
  if (!continued) return [];
  return [
    {
      id: `duplicate:renewal:${continued.id}:${draft.key}:${active.key}`,
      check: 'duplicate',
      severity: 'minor',
      itemIds: [draft.key],
      title: { en: `Continues ${draft.label.en}`, zh: `续方：${draft.label.zh}` },
      mechanism: { en: 'It renews an earlier prescription in the same dose.', zh: '以相同剂量续用原处方药品。' },
      advice: {
        en: `${supplyLeft(active).en}Ask how much is left.`,
        zh: `${supplyLeft(active).zh}请询问实际剩余药量。`,
      },
      evidence: `${draft.label.en} ${draft.label.zh} · ${active.label.en} ${active.label.zh}`,
      source: 'Duplicate therapy by ingredient',
      overridable: true,
      other: otherOf(active),
    },
  ];
}

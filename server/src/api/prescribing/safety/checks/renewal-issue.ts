import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { otherOf, type Renewal, type Side } from '../sides.ts';

/** Says for how many days the earlier prescription still lasts; empty when that is not known. */
export function supplyLeft({ daysLeft }: Side): LocalizedText {
  if (daysLeft === null) return { en: '', zh: '' };
  const days = daysLeft === 1 ? '1 day' : `${daysLeft} days`;
  return {
    en: `The earlier prescription lasts for up to ${days} more. `,
    zh: `原处方药品最多还可用${daysLeft}天。`,
  };
}

/** Returns the information that a line continues what the patient takes. It needs no reason. */
export function renewalIssue({ draft, active }: Renewal): DetectedIssue[] {
  const [continued] = draft.ingredients;
  if (!continued) return [];
  const isStated = active.origin === 'stated';
  return [
    {
      id: `duplicate:renewal:${continued.id}:${draft.key}:${active.key}`,
      check: 'duplicate',
      severity: 'minor',
      itemIds: [draft.key],
      title: { en: `Continues ${draft.label.en}`, zh: `续方：${draft.label.zh}` },
      mechanism: isStated
        ? { en: 'The patient takes it in the same dose already.', zh: '患者正在按相同剂量服用该药。' }
        : { en: 'It renews an earlier prescription in the same dose.', zh: '以相同剂量续用原处方药品。' },
      advice: isStated
        ? { en: 'Ask how much is left, and that it is not taken twice.', zh: '请询问剩余药量，并嘱患者勿重复服用。' }
        : {
            en: `${supplyLeft(active).en}Ask the patient to finish it first.`,
            zh: `${supplyLeft(active).zh}请嘱患者先用完。`,
          },
      evidence: `${draft.label.en} ${draft.label.zh} · ${active.label.en} ${active.label.zh}`,
      source: 'Duplicate therapy by ingredient',
      overridable: true,
      other: otherOf(active),
    },
  ];
}

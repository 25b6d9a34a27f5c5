import type { Rule } from './rule.ts';
import { HOUSE_RULE } from './sources.ts';

/** Rules for every jurisdiction without stricter ones. */
export const genericRules: readonly Rule[] = [
  {
    id: 'generic.licence-valid',
    source: HOUSE_RULE,
    effectiveFrom: '2026-01-01',
    statement: { en: 'The prescriber’s licence must be valid.', zh: '开具医师的执业证书须在有效期内。' },
    refusal: {
      en: 'Your licence on record has expired. Ask the administrator to update it.',
      zh: '您登记的执业证书已过期，请联系管理员更新。',
    },
    blocks: ({ prescriber, today }) => prescriber.licenceValidUntil < today,
  },
  {
    id: 'generic.on-the-list',
    source: HOUSE_RULE,
    effectiveFrom: '2026-01-01',
    statement: {
      en: 'Every prescribed medicine must be in the hospital formulary.',
      zh: '处方药品须在本院药品目录内。',
    },
    refusal: {
      en: 'One of these medicines is no longer in the hospital formulary. Choose another.',
      zh: '本处方中有药品已不在本院药品目录内，请换用目录内药品。',
    },
    blocks: ({ prescription, formulary }) =>
      prescription.items.some((item) => !formulary.mayBePrescribed(item.productId)),
  },
  {
    id: 'generic.no-controlled-medicines',
    source: HOUSE_RULE,
    effectiveFrom: '2026-01-01',
    statement: {
      en: 'Narcotic, psychotropic, toxic and other specially controlled medicines cannot be prescribed in a video visit.',
      zh: '远程诊疗不得开具麻醉、精神、毒性及其他特殊管理药品。',
    },
    refusal: {
      en: 'Narcotic, psychotropic, toxic and other specially controlled medicines cannot be prescribed in a video visit.',
      zh: '远程诊疗不得开具麻醉、精神、毒性及其他特殊管理药品。',
    },
    blocks: ({ prescription, formulary }) =>
      prescription.items.some((item) => {
        const control = formulary.product(item.productId)?.controlClass;
        return control === 'narcotic' || control === 'psychotropic' || control === 'toxic' || control === 'special';
      }),
  },
];

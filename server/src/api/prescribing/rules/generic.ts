import type { Rule } from './rule.ts';
import { HOUSE_RULE } from './sources.ts';

/** Rules that hold wherever nothing stricter does. */
export const genericRules: readonly Rule[] = [
  {
    id: 'generic.licence-valid',
    source: HOUSE_RULE,
    effectiveFrom: '2026-01-01',
    text: { en: 'Your licence on record has expired.', zh: '您登记的执业证书已过期。' },
    blocks: ({ prescriber, today }) => prescriber.licenceValidUntil < today,
  },
  {
    id: 'generic.on-the-list',
    source: HOUSE_RULE,
    effectiveFrom: '2026-01-01',
    text: {
      en: 'A medicine of this prescription is not on the hospital’s list any more. Choose one that is.',
      zh: '本处方中有药品已不在本院药品目录内，请换用目录内药品。',
    },
    blocks: ({ prescription, formulary }) =>
      prescription.items.some((item) => !formulary.mayBePrescribed(item.productId)),
  },
  {
    id: 'generic.no-controlled-medicines',
    source: HOUSE_RULE,
    effectiveFrom: '2026-01-01',
    text: {
      en: 'Narcotic, psychotropic, toxic and other specially controlled medicines can’t be prescribed in a remote visit.',
      zh: '远程诊疗不得开具麻醉、精神、毒性及其他特殊管理药品。',
    },
    blocks: ({ prescription, formulary }) =>
      prescription.items.some((item) => {
        const control = formulary.product(item.productId)?.controlClass;
        return control === 'narcotic' || control === 'psychotropic' || control === 'toxic' || control === 'special';
      }),
  },
];

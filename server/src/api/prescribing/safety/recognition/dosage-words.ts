import { foldHan, wordsOf } from '../../../../platform/search/fold.ts';

const DOSAGE_WORDS = new Set(
  (
    'a an as at before after with when needed once twice times time per every each day days daily night nightly morning ' +
    'evening noon bedtime hour hours hourly week weeks weekly month months year years since for about of in the take takes ' +
    'taking tablet tablets tab tabs capsule capsules cap caps puff puffs drop drops spray sprays unit units iu mg g mcg ug ' +
    'ml meal meals food mouth po od qd bd bid tds tid qid qn hs prn qod one two three four half h i my am is was have has been not no longer now only also yes ' +
    'currently regularly sometimes always often usually stopped started start stop last ago taken took used'
  ).split(' '),
);
const DOSAGE_HAN =
  /^[每日天早中晚上下午夜饭餐前后睡次片粒袋丸支滴喷吸毫微克升单位口服用药吃一二两三四五六半长期按需必要时年月周小连续约共已有]*$/u;

/** Returns true for a part with only amount and frequency and no name: "100 mg once a day", 每日2次. */
export function isOnlyDosage(part: string): boolean {
  const words = (
    wordsOf(part)
      .join(' ')
      .match(/[a-z]+/g) ?? []
  ).filter((word) => !DOSAGE_WORDS.has(word));
  const han = foldHan(part).replace(/[^\p{Script=Han}]/gu, '');
  return words.length === 0 && DOSAGE_HAN.test(han);
}

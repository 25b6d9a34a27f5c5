import type { LocalizedText } from '../../core/locale.ts';

/** Common reasons for as-needed medicines; any other text of the doctor is unchanged in both languages. */
export const asNeededReasons: readonly LocalizedText[] = [
  { en: 'pain', zh: '疼痛' },
  { en: 'fever', zh: '发热' },
  { en: 'fever or pain', zh: '发热或疼痛' },
  { en: 'headache', zh: '头痛' },
  { en: 'migraine', zh: '偏头痛' },
  { en: 'cough', zh: '咳嗽' },
  { en: 'wheezing or shortness of breath', zh: '喘息或气促' },
  { en: 'a blocked or runny nose', zh: '鼻塞流涕' },
  { en: 'itching', zh: '瘙痒' },
  { en: 'an allergic reaction', zh: '过敏反应' },
  { en: 'nausea or vomiting', zh: '恶心呕吐' },
  { en: 'heartburn', zh: '烧心' },
  { en: 'stomach cramps', zh: '胃肠绞痛' },
  { en: 'diarrhoea', zh: '腹泻' },
  { en: 'constipation', zh: '便秘' },
  { en: 'dizziness', zh: '头晕' },
  { en: 'trouble sleeping', zh: '失眠' },
  { en: 'anxiety', zh: '焦虑' },
  { en: 'chest pain (angina)', zh: '心绞痛' },
  { en: 'period pain', zh: '痛经' },
  { en: 'dry eyes', zh: '眼干' },
  { en: 'erectile dysfunction', zh: '勃起功能障碍' },
  { en: 'premature ejaculation', zh: '早泄' },
];

const named = new Set(asNeededReasons.flatMap(({ en, zh }) => [en, zh]));

/** Returns how many of the first words name a common reason in either language; 0 for none. The longest match counts. */
export function wordsOfReason(words: readonly string[]): number {
  for (let count = Math.min(words.length, 5); count > 0; count -= 1)
    if (named.has(words.slice(0, count).join(' '))) return count;
  return 0;
}

/** Returns the reason in both languages, when it is a common one in either; else the doctor’s own text in both. */
export function asNeededReason(written: string): LocalizedText {
  const wanted = written.trim().toLowerCase();
  return asNeededReasons.find(({ en, zh }) => en === wanted || zh === wanted) ?? { en: written, zh: written };
}

import type { Amount, Course } from './dose.ts';
import { positiveDecimalOf } from './dose.ts';
import type { LocalizedText } from './locale.ts';
import type { MedicineRoute } from './medicine-words.ts';
import { isMedicineUnit, routeWords, unitWords } from './medicine-words.ts';
import { asNeededText, timingText } from './timing.ts';

const HALVES: Record<string, LocalizedText> = {
  '0.5': { en: 'half a', zh: '半' },
  '0.25': { en: 'a quarter of a', zh: '四分之一' },
};

/** The dose of one time in words: "2 tablets", "half a tablet", 半片. */
export function doseText({ value, unit }: Amount): LocalizedText {
  const number = positiveDecimalOf(value);
  if (!isMedicineUnit(unit)) return { en: `${value} ${unit}`, zh: `${value}${unit}` };
  const words = unitWords[unit];
  if (unit === 'application') return { en: 'a thin layer', zh: words.zh };
  const plain = number?.toFixed() ?? value;
  const part = 'halved' in words ? HALVES[plain] : undefined;
  if (part) return { en: `${part.en} ${words.one}`, zh: `${part.zh}${words.zh}` };
  return { en: `${plain} ${number?.gt(1) ? words.many : words.one}`, zh: `${plain}${words.zh}` };
}

/**
 * What the patient reads, made from the structure alone, so that both languages always say the same:
 * "Take 1 tablet by mouth twice a day for 7 days." / 口服，每次1片，每日2次，共7天。
 */
export function instructionText(course: Course & { readonly route: MedicineRoute }): LocalizedText {
  const { verb, where, zh } = routeWords[course.route];
  const dose = doseText(course.dose);
  const often = timingText(course.timing);
  const condition = course.asNeeded ? asNeededText(course.asNeeded) : undefined;
  const days = course.durationDays;
  const english = [`${verb} ${dose.en} ${where} ${often.en}`];
  const chinese = [zh, `每次${dose.zh}`, often.zh];
  if (condition) {
    english[0] += ` ${condition.en}`;
    chinese.push(condition.zh);
  }
  if (days !== null) {
    const span = `${days} ${days === 1 ? 'day' : 'days'}`;
    english.push(condition ? `for up to ${span}` : `for ${span}`);
    chinese.push(condition ? `最多使用${days}天` : `共${days}天`);
  }
  return { en: `${english.join(condition ? ', ' : ' ')}.`, zh: `${chinese.join('，')}。` };
}

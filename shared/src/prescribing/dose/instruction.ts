import type { Course, DoseStep } from './course.ts';
import { doseSteps } from './course.ts';
import type { Amount } from './dose.ts';
import { positiveDecimalOf } from './dose.ts';
import type { LocalizedText } from '../../core/locale.ts';
import type { MedicineRoute } from './medicine-labels.ts';
import { isMedicineUnit, routeLabels, unitLabels } from './medicine-labels.ts';
import { asNeededText, timingOfNeedText, timingText } from './timing.ts';

const HALVES: Record<string, LocalizedText> = {
  '0.5': { en: 'half a', zh: '半' },
  '0.25': { en: 'a quarter of a', zh: '四分之一' },
};

/** Returns one dose as text: "2 tablets", "half a tablet", 半片. */
export function doseText({ value, unit }: Amount): LocalizedText {
  const number = positiveDecimalOf(value);
  if (!isMedicineUnit(unit)) return { en: `${value} ${unit}`, zh: `${value}${unit}` };
  const words = unitLabels[unit];
  if (unit === 'application') return { en: 'a thin layer', zh: words.zh };
  const plain = number?.toFixed() ?? value;
  const part = 'halved' in words ? HALVES[plain] : undefined;
  if (part) return { en: `${part.en} ${words.one}`, zh: `${part.zh}${words.zh}` };
  return { en: `${plain} ${number?.gt(1) ? words.many : words.one}`, zh: `${plain}${words.zh}` };
}

/** Returns the days of one step, counted from the first day of the course: "Day 1–5", 第1–5天. */
export function stepDaysText({ fromDay, days }: DoseStep): LocalizedText {
  if (days === null) return { en: `From day ${fromDay}`, zh: `第${fromDay}天起` };
  const span = days === 1 ? String(fromDay) : `${fromDay}–${fromDay + days - 1}`;
  return { en: `Day ${span}`, zh: `第${span}天` };
}

/** Returns the steps of a taper, one text each: "Day 1–5: 8 tablets once a day"; empty for a course of one step. */
export function stepTexts(course: Course): LocalizedText[] {
  const steps = doseSteps(course);
  if (steps.length < 2) return [];
  return steps.map((step) => {
    const [dose, often, days] = [doseText(step.dose), timingText(step.timing), stepDaysText(step)];
    return { en: `${days.en}: ${dose.en} ${often.en}`, zh: `${days.zh}：每次${dose.zh}，${often.zh}` };
  });
}

/**
 * Returns the patient’s instruction, built only from the structure, so that both languages always agree: "Take 1 tablet by mouth twice a day for 7
 * days." / 口服，每次1片，每日2次，共7天。 A taper names its days: "Take by mouth. Day 1–5: 8 tablets once a day. Day 6–10: 4 tablets once a day. 10 days in all."
 */
export function instructionText(course: Course & { readonly route: MedicineRoute }): LocalizedText {
  const { verb, where, zh } = routeLabels[course.route];
  const steps = stepTexts(course);
  const condition = course.asNeeded ? asNeededText(course.asNeeded) : undefined;
  if (steps.length > 0) {
    const head = condition ? { en: `, ${condition.en}`, zh: `，${condition.zh}` } : { en: '', zh: '' };
    return {
      en: `${[`${verb} ${where}${head.en}`, ...steps.map(({ en }) => en), `${course.durationDays} days in all`].join('. ')}.`,
      zh: `${zh}${head.zh}。${steps.map((step) => step.zh).join('；')}。共${course.durationDays}天。`,
    };
  }
  const dose = doseText(course.dose);
  const often = course.asNeeded ? timingOfNeedText(course.timing, course.asNeeded) : timingText(course.timing);
  const days = course.durationDays;
  const english = [[verb, dose.en, where, ...(often ? [often.en] : [])].join(' ')];
  const chinese = [zh, `每次${dose.zh}`, ...(often ? [often.zh] : [])];
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

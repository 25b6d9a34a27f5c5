import type { RedFlagId } from '../danger-signs/red-flag-rules.ts';
import type { Choice, Condition, DangerSign, IntakeQuestion } from './form.ts';

// Short helpers for writing forms as data, with everything that forms share.

type More = Partial<Pick<IntakeQuestion, 'help' | 'when' | 'optional' | 'group' | 'danger'>>;
type ChoiceRow = readonly [id: string, en: string, zh: string, flag?: RedFlagId];

export const text = (en: string, zh: string) => ({ en, zh });
export const ifIs = (question: string, is: string): Condition => ({ question, is });
export const of = (subject: Extract<Condition, { subject: unknown }>['subject']): Condition => ({ subject });

export function yesNo(id: string, en: string, zh: string, more: More & { unsure?: true } = {}): IntakeQuestion {
  return { kind: 'yes-no', id, text: { en, zh }, ...more };
}

export function oneOf(id: string, en: string, zh: string, rows: readonly ChoiceRow[], more: More = {}): IntakeQuestion {
  return { kind: 'one-of', id, text: { en, zh }, choices: choicesOf(rows), ...withSigns(rows, more) };
}

/** "None of these" is the last choice of every such list, so that silence never counts as a no. */
export function severalOf(
  id: string,
  en: string,
  zh: string,
  rows: readonly ChoiceRow[],
  more: More = {},
): IntakeQuestion {
  const none: Choice = { id: 'none', text: { en: 'None of these', zh: '以上都没有' }, alone: true };
  return {
    kind: 'several-of',
    id,
    text: { en, zh },
    choices: [...choicesOf(rows), none],
    ...withSigns(rows, more),
  };
}

/** The first question of a form: signs that must not wait for a video visit. */
export const danger = (rows: readonly ChoiceRow[]): IntakeQuestion =>
  severalOf('danger', 'Do any of these apply right now?', '现在是否有以下情况？', rows);

export function number(
  id: string,
  [en, zh]: readonly [string, string],
  [unit, unitEn, unitZh]: readonly [ucum: string, en: string, zh: string],
  [min, max, places]: readonly [min: number, max: number, places: number],
  more: More = {},
): IntakeQuestion {
  return {
    kind: 'number',
    id,
    text: { en, zh },
    unit,
    unitText: { en: unitEn, zh: unitZh },
    min,
    max,
    places,
    ...more,
  };
}

export function scale(id: string, en: string, zh: string, more: More = {}): IntakeQuestion {
  return {
    kind: 'scale',
    id,
    text: { en, zh },
    least: { en: 'none', zh: '没有' },
    most: { en: 'the worst there can be', zh: '最严重' },
    ...more,
  };
}

export function words(id: string, en: string, zh: string, more: More = {}): IntakeQuestion {
  return { kind: 'text', id, text: { en, zh }, optional: true, ...more };
}

export function pictures(en: string, zh: string): IntakeQuestion {
  return {
    kind: 'pictures',
    id: 'pictures',
    text: { en, zh },
    help: {
      en: 'In good light: one close up and one from further away.',
      zh: '请在光线充足处拍摄，近景和远景各一张。',
    },
    optional: true,
  };
}

export const temperature = (more: More = {}): IntakeQuestion =>
  number(
    'temperature',
    ['What was the highest temperature you measured?', '测到的最高体温是多少？'],
    ['Cel', '°C', '℃'],
    [34, 43, 1],
    { optional: true, help: { en: 'Leave blank if you did not measure it.', zh: '没有测量可不填。' }, ...more },
  );

export const pregnant = (): IntakeQuestion =>
  yesNo('pregnant', 'Are you pregnant, or might you be?', '您是否怀孕或可能怀孕？', {
    unsure: true,
    when: [of('may-be-pregnant')],
  });

export const course = (): IntakeQuestion =>
  oneOf('course', 'How has it changed since it started?', '起病以来变化如何？', [
    ['better', 'It is getting better', '在好转'],
    ['same', 'About the same', '差不多'],
    ['worse', 'It is getting worse', '在加重'],
    ['waves', 'It comes and goes', '时好时坏'],
  ]);

export const tried = (): IntakeQuestion =>
  words('tried', 'What have you tried so far, and did it help?', '已经用过什么药或方法？效果如何？');

function choicesOf(rows: readonly ChoiceRow[]): Choice[] {
  return rows.map(([id, en, zh]) => ({ id, text: { en, zh } }));
}

function withSigns(rows: readonly ChoiceRow[], more: More): More {
  const signs = rows.flatMap(([id, , , flag]): DangerSign[] => (flag ? [{ is: id, flag }] : []));
  return signs.length > 0 ? { ...more, danger: [...(more.danger ?? []), ...signs] } : more;
}

/** A danger sign of several forms. */
export const breathless = [
  'breathless',
  'Difficulty breathing, even at rest',
  '静息时也呼吸困难',
  'breathing',
] as const;

import { localized, punctuationOf } from '@yunzhen/shared/core/locale';
import type { Locale, LocalizedText } from '@yunzhen/shared/core/locale';
import { ink } from '../../../platform/paper/paper.ts';
import type { TextStyle } from '../../../platform/paper/paper.ts';
import type { DocumentAmount, DocumentItem } from './prescription-document.ts';
import { prescriptionLabels } from './prescription-labels.ts';
import { otherLocale } from './prescription-sheet.ts';
import type { PrescriptionSheet } from './prescription-sheet.ts';

const NAME: TextStyle = { weight: 'semibold', size: 11.5 };
const USAGE: TextStyle = { size: 10.5 };
const OTHER: TextStyle = { size: 8.5, colour: ink.soft };
const REMARK: TextStyle = { size: 9.5 };

interface Line {
  readonly text: string;
  readonly style: TextStyle;
  readonly width: number;
  readonly gapBefore: number;
  /** Drawn after the text on the same line. */
  readonly beside?: { readonly text: string; readonly style: TextStyle };
}

const INDENT = 20;
const QUANTITY_WIDTH = 100;
const BESIDE = 8;
/** Share of the line height above the baseline. */
const ABOVE_BASE = 0.86;

/** Draws or only measures one medicine, so that no medicine is split across pages. Returns its height in points. */
export function layItem(
  sheet: PrescriptionSheet,
  item: DocumentItem,
  position: number,
  top: number,
  draw: boolean,
): number {
  const { paper, locale } = sheet;
  const lines = itemLines(sheet, item);
  if (!draw) {
    return lines.reduce(
      (y, line) => y + paper.pt(line.gapBefore) + paper.heightOf(line.text, line.width, line.style),
      0,
    );
  }
  const quantity = `× ${amount(item.quantity, locale)}`;
  const quantityWidth = paper.pt(QUANTITY_WIDTH);
  let y = top;
  paper.tag('P', () => {
    paper.text(`${position}.`, paper.left, top, paper.pt(INDENT), NAME);
    for (const line of lines) {
      y += paper.pt(line.gapBefore);
      drawBeside(sheet, line, y);
      y += paper.text(line.text, paper.left + paper.pt(INDENT), y, line.width, line.style);
    }
    paper.text(quantity, paper.right - quantityWidth, top, quantityWidth, { ...NAME, align: 'right' });
  });
  return y - top;
}

function drawBeside({ paper }: PrescriptionSheet, { text, style, width, beside }: Line, top: number): void {
  if (!beside) return;
  const x = paper.left + paper.pt(INDENT + BESIDE) + paper.widthOf(text, style);
  const lower = (paper.heightOf(text, width, style) - paper.heightOf(beside.text, width, beside.style)) * ABOVE_BASE;
  paper.text(beside.text, x, top + lower, width, beside.style);
}

function itemLines(sheet: PrescriptionSheet, item: DocumentItem): readonly Line[] {
  const { paper, locale, labels } = sheet;
  const other = otherLocale(locale);
  const width = paper.contentWidth - paper.pt(INDENT);
  const remarks = [item.substitutionAllowed ? '' : labels.noSubstitution, item.note ?? ''].filter(Boolean);
  return [
    ...nameLines(sheet, item),
    { text: `${labels.usage}  ${usage(item, locale)}`, style: USAGE, width, gapBefore: 3 },
    ...(item.steps ?? []).map((step) => ({ text: whole(localized(step, locale)), style: USAGE, width, gapBefore: 0 })),
    {
      text: item.steps ? taperInOneLine(item, item.steps, other) : usage(item, other),
      style: OTHER,
      width,
      gapBefore: 0,
    },
    ...remarks.map((text) => ({ text, style: REMARK, width, gapBefore: 2 })),
  ];
}

/** Returns the name in both languages, on one line when it fits. */
function nameLines(sheet: PrescriptionSheet, item: DocumentItem): Line[] {
  const { paper, locale } = sheet;
  const first = medicineLines(sheet, item, locale, NAME);
  const second = medicineLines(sheet, item, otherLocale(locale), OTHER);
  const [own, more] = first;
  const [other, rest] = second;
  if (!own || !other || more || rest) return [...first, ...second];
  const both = paper.widthOf(own.text, NAME) + paper.pt(BESIDE) + paper.widthOf(other.text, OTHER);
  return both <= own.width ? [{ ...own, beside: { text: other.text, style: OTHER } }] : [own, other];
}

/** Returns name, strength and form on one line, or strength and form on a second line when they don't fit beside the name. */
function medicineLines(
  { paper }: PrescriptionSheet,
  { name, strength, form }: DocumentItem,
  locale: Locale,
  style: TextStyle,
): Line[] {
  const width = paper.contentWidth - paper.pt(INDENT + QUANTITY_WIDTH + 10);
  const what = localized(name, locale);
  const which = [strength.replaceAll(' ', '\u00a0'), localized(form, locale)].filter(Boolean).join('  ');
  const whole = `${what}  ${which}`;
  const texts = paper.widthOf(whole, style) <= width ? [whole] : [what, which];
  return texts.map((text) => ({ text, style, width, gapBefore: 0 }));
}

/** Returns all steps of a taper on one line, each step as a sentence. */
export function taperInOneLine(item: DocumentItem, steps: readonly LocalizedText[], locale: Locale): string {
  const { stop, space } = punctuationOf(locale);
  return [usage(item, locale), ...steps.map((step) => whole(localized(step, locale)))]
    .map((part) => part + stop)
    .join(space);
}

function usage(item: DocumentItem, locale: Locale): string {
  const labels = prescriptionLabels(locale);
  const days = item.days === null ? '' : labels.days(item.days);
  // A taper lists its doses on the lines below.
  const parts = item.steps
    ? [localized(item.route, locale), item.condition ? localized(item.condition, locale) : '', days]
    : [
        labels.each(amount(item.dose, locale)),
        localized(item.route, locale),
        whole(localized(item.timing, locale)),
        days,
      ];
  return parts.filter(Boolean).join(punctuationOf(locale).comma);
}

/** Returns a text in which no line break separates a number from its unit: "1 tablet", "1 次". */
const whole = (text: string) => text.replaceAll(/(?<=\d) (?=\p{L})/gu, '\u00a0');

/** Returns an amount whose number and unit are never separated by a line break. */
function amount({ value, unit }: DocumentAmount, locale: Locale): string {
  return `${value}\u00a0${localized(unit, locale)}`;
}

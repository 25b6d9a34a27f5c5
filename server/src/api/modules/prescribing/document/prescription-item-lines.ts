import { localized } from '@yunzhen/shared/domain/locale';
import type { Locale } from '@yunzhen/shared/domain/locale';
import { ink } from './document-paper.ts';
import type { TextStyle } from './document-paper.ts';
import type { DocumentAmount, DocumentItem } from './prescription-document.ts';
import { prescriptionLabels } from './prescription-labels.ts';
import { otherLocale } from './prescription-sheet.ts';
import type { PrescriptionSheet } from './prescription-sheet.ts';

const NAME: TextStyle = { weight: 'semibold', size: 11.5 };
const USAGE: TextStyle = { size: 10.5 };
const OTHER: TextStyle = { size: 8.5, colour: ink.soft };

interface Line {
  readonly text: string;
  readonly style: TextStyle;
  readonly gapAfter: number;
}

/** Draws one medicine, or only measures it, so that no medicine is ever torn across two pages. Returns its height. */
export function layItem(
  sheet: PrescriptionSheet,
  item: DocumentItem,
  position: number,
  top: number,
  draw: boolean,
): number {
  const { paper, locale } = sheet;
  const indent = paper.pt(20);
  const quantityWidth = paper.pt(100);
  const left = paper.left + indent;
  const width = paper.contentWidth - indent - quantityWidth - paper.pt(10);
  let y = top;
  const put = () => {
    if (draw) paper.text(`${position}.`, paper.left, top, indent, NAME);
    for (const { text, style, gapAfter } of itemLines(item, locale)) {
      y += draw ? paper.text(text, left, y, width, style) : paper.heightOf(text, width, style);
      y += paper.pt(gapAfter);
    }
    if (draw) {
      const quantity = `× ${amount(item.quantity, locale)}`;
      paper.text(quantity, paper.right - quantityWidth, top, quantityWidth, { ...NAME, align: 'right' });
    }
  };
  if (draw) paper.tag('P', put);
  else put();
  return y - top;
}

function itemLines(item: DocumentItem, locale: Locale): readonly Line[] {
  const other = otherLocale(locale);
  const labels = prescriptionLabels[locale];
  const remarks = [item.substitutionAllowed ? '' : labels.noSubstitution, item.note ?? ''].filter(Boolean);
  return [
    { text: medicine(item, locale), style: NAME, gapAfter: 0 },
    { text: medicine(item, other), style: OTHER, gapAfter: 3 },
    { text: `${labels.usage}  ${usage(item, locale)}`, style: USAGE, gapAfter: 0 },
    { text: usage(item, other), style: OTHER, gapAfter: 0 },
    ...remarks.map((text) => ({ text, style: { size: 9.5 }, gapAfter: 0 })),
  ];
}

function medicine({ name, strength, form }: DocumentItem, locale: Locale): string {
  return [localized(name, locale), strength, localized(form, locale)].filter(Boolean).join('  ');
}

function usage(item: DocumentItem, locale: Locale): string {
  const labels = prescriptionLabels[locale];
  const days = item.days === null ? '' : labels.days(item.days);
  const parts = [
    labels.each(amount(item.dose, locale)),
    localized(item.route, locale),
    localized(item.timing, locale),
    days,
  ];
  return parts.filter(Boolean).join(locale === 'en' ? ', ' : '，');
}

/** The number and its unit never part at the end of a line. */
function amount({ value, unit }: DocumentAmount, locale: Locale): string {
  return `${value}\u00a0${localized(unit, locale)}`;
}

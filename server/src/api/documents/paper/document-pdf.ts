import { dateFormat } from '@yunzhen/shared/core/time/date-format';
import type { DocumentPaper } from '@yunzhen/shared/administration/setting-limits';
import { localized, type Locale, inAnotherLanguage } from '@yunzhen/shared/core/locale';
import { blankLineHeight, drawBlankLine } from '../../../platform/paper/blocks.ts';
import { drawFeet, drawLetterhead } from '../../../platform/paper/letterhead.ts';
import { ink, Paper, type DocumentAttachment, type TextStyle } from '../../../platform/paper/paper.ts';
import { drawSealAndCode, SEAL_AND_CODE_HEIGHT } from '../../../platform/paper/seal-and-code.ts';
import type { DocumentRecord } from '../document-json.ts';
import { dayText, drawBody } from './document-body.ts';
import { documentLabels } from './document-labels.ts';
import { DocumentSheet } from './document-sheet.ts';

interface Options {
  readonly locale: Locale;
  readonly paper: DocumentPaper;
  /** The public verification address with its secret after `#`; null for a draft, which is marked as one. */
  readonly code: string | null;
  readonly attachments?: readonly DocumentAttachment[];
  /** PNG; the hospital’s logo on the day of sealing. */
  readonly logo?: Uint8Array | null;
}

const GAP = 10;

/**
 * Renders the print of a document from what is signed, with the hospital’s logo. Deterministic: it reads no clock or setting. The result is unsigned.
 */
export async function renderDocumentPdf(record: DocumentRecord, options: Options): Promise<Buffer> {
  const { locale, code, logo, attachments = [] } = options;
  const labels = documentLabels(locale);
  const { hospital, body, number } = record;
  const title = labels.titles[body.kind];
  const signedAt = new Date(record.signedAt);
  const paper = new Paper(options.paper, {
    title: `${title} ${number}`,
    author: localized(hospital.name, locale),
    subject: record.id,
    locale,
    createdAt: signedAt,
  });
  const name = localized(hospital.name, locale);
  const sheet = new DocumentSheet(paper, record, locale, labels, {
    title: `${name}  ${title}`,
    whose: `${number}  ${record.patient.name}`,
  });
  paper.addPage();
  const otherName = inAnotherLanguage(hospital.name, locale);
  const caption = `${labels.number} ${number}`;
  sheet.y = drawLetterhead(paper, { name, otherName, title, caption, logo: logo ?? undefined });
  drawGrid(sheet);
  drawBody(sheet);
  const blankHeight = blankLineHeight(paper, labels.blankBelow);
  sheet.need(blankHeight);
  drawBlankLine(paper, labels.blankBelow, sheet.y);
  sheet.y += blankHeight;
  drawClosing(sheet, code);
  const mark = code === null ? () => drawDraftMark(sheet) : undefined;
  drawFeet(paper, `${number}  ${record.id}`, labels.pages, mark);
  for (const attachment of attachments) paper.attach(attachment, signedAt);
  return paper.finish();
}

/** Draws people, place and dates. */
function drawGrid(sheet: DocumentSheet): void {
  const { paper, record, locale, labels } = sheet;
  const { patient } = record;
  sheet.cells([
    { label: labels.patient, value: patient.name, columns: 4, weight: 'semibold' },
    { label: labels.sex, value: labels.sexes[patient.sex], columns: 2 },
    { label: labels.birthDate, value: dayText(sheet, patient.birthDate), columns: 3 },
    { label: labels.identity, value: patient.identityMasked, columns: 3 },
  ]);
  sheet.cells([
    { label: labels.department, value: localized(record.department.name, locale), columns: 4 },
    { label: labels.visit, value: timeText(sheet, record.visitAt), columns: 4 },
    { label: labels.issuedAt, value: timeText(sheet, record.signedAt), columns: 4 },
  ]);
  paper.rule(sheet.y);
  sheet.y += paper.pt(14);
}

/** Draws signature, notice, seal and code at the bottom of the last page. */
function drawClosing(sheet: DocumentSheet, code: string | null): void {
  const { paper, record, labels } = sheet;
  const small: TextStyle = { size: 7.5, colour: ink.soft };
  const lines: [string, TextStyle][] = [
    [labels.doctor, small],
    [record.author.name, { weight: 'semibold', size: 11 }],
    [labels.licence(record.author.licence), { size: 7.5 }],
    [
      code ? labels.signedAt(timeText(sheet, record.signedAt)) : labels.notSigned,
      { size: 7.5, colour: code ? ink.celadon : ink.text, weight: code ? 'regular' : 'semibold' },
    ],
  ];
  const tall = lines.reduce((sum, [text, style]) => sum + paper.heightOf(text, paper.contentWidth, style), 0);
  const signature = tall + paper.pt(GAP);
  const height = signature + paper.pt(SEAL_AND_CODE_HEIGHT + 2 * GAP);
  sheet.need(height);
  let y = sheet.bottom - height;
  paper.rule(y);
  y += paper.pt(GAP);
  paper.tag('P', () => {
    let at = y;
    for (const [text, style] of lines) at += paper.text(text, paper.left, at, paper.contentWidth, style);
  });
  if (code === null) return;
  y += signature;
  paper.rule(y);
  const { scan, seal: sealLabel, codeAlternative } = labels;
  const notice = labels.notice[record.body.kind];
  drawSealAndCode(paper, { notice, sealLabel, code, scan, codeAlternative }, y + paper.pt(GAP));
}

/** Marks every page of a draft, so that its print cannot pass for the document. */
function drawDraftMark({ paper, labels }: DocumentSheet): void {
  const { doc } = paper;
  paper.artifact(() => {
    doc.save();
    doc.rotate(-35, { origin: [paper.width / 2, paper.height / 2] }).fillOpacity(0.12);
    const style: TextStyle = { size: 96, weight: 'semibold', align: 'center', colour: ink.soft };
    paper.text(labels.draft, 0, paper.height / 2 - paper.pt(64), paper.width, style);
    doc.restore();
  });
}

/** Formats an instant in the hospital’s time zone. */
function timeText({ locale, record }: DocumentSheet, instant: string): string {
  const { timeZone } = record.hospital;
  return dateFormat(locale, {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

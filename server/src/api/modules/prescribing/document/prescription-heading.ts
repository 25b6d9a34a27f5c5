import { localized } from '@yunzhen/shared/domain/locale';
import { ink } from './document-paper.ts';
import { otherLocale } from './prescription-sheet.ts';
import type { PrescriptionSheet } from './prescription-sheet.ts';

/** Hospital, title and number: what says at arm's length whose prescription this is. Returns where the form may begin. */
export function drawHeading({ paper, prescription, locale, labels }: PrescriptionSheet): number {
  const { left, right, contentWidth, margin } = paper;
  const { hospital, number } = prescription;
  const logoSide = hospital.logo ? paper.pt(38) : 0;
  const nameLeft = left + (logoSide ? logoSide + paper.pt(10) : 0);
  const nameWidth = contentWidth * 0.66 - (nameLeft - left);
  const aside = contentWidth * 0.32;
  const name = localized(hospital.name, locale);
  const otherName = localized(hospital.name, otherLocale(locale));

  if (hospital.logo) {
    const { logo } = hospital;
    paper.figure(name, () => paper.doc.image(Buffer.from(logo), left, margin, { fit: [logoSide, logoSide] }));
  }
  let nameBottom = margin;
  paper.tag('H1', () => {
    nameBottom += paper.text(name, nameLeft, margin, nameWidth, { weight: 'semibold', size: 17 });
    if (otherName !== name)
      nameBottom += paper.text(otherName, nameLeft, nameBottom, nameWidth, { size: 9, colour: ink.soft });
  });
  let asideBottom = margin;
  paper.tag('H2', () => {
    const title = { weight: 'semibold', size: 17, colour: ink.celadon, align: 'right' } as const;
    asideBottom += paper.text(labels.title, right - aside, margin, aside, title);
    const caption = `${labels.number} ${number}`;
    asideBottom += paper.text(caption, right - aside, asideBottom, aside, {
      size: 9,
      colour: ink.soft,
      align: 'right',
    });
  });
  const bottom = Math.max(nameBottom, asideBottom, margin + logoSide) + paper.pt(8);
  paper.rule(bottom, { colour: ink.celadon, weight: 1.4 });
  return bottom + paper.pt(12);
}

/** The second page and those after it say whose they are, in one line. */
export function drawRunningHead({ paper, prescription, locale, labels }: PrescriptionSheet): void {
  const { left, right, contentWidth, margin } = paper;
  const { hospital, number, patient } = prescription;
  const half = contentWidth / 2 - paper.pt(6);
  paper.artifact(() => {
    const head = { weight: 'semibold', size: 10, singleLine: true } as const;
    paper.text(`${localized(hospital.name, locale)}  ${labels.title}`, left, margin, half, head);
    const whose = { size: 9, colour: ink.soft, align: 'right', singleLine: true } as const;
    paper.text(`${number}  ${patient.name}`, right - half, margin, half, whose);
  });
  paper.rule(margin + paper.pt(20), { colour: ink.celadon, weight: 1 });
}

export function runningHeadBottom(paper: PrescriptionSheet['paper']): number {
  return paper.margin + paper.pt(34);
}

/** Number of the page and of the document at the foot of each page. */
export function drawFoot({ paper, prescription, labels }: PrescriptionSheet, page: number, pages: number): void {
  const y = paper.height - paper.margin - footHeight(paper) + paper.pt(8);
  const style = { size: 7.5, colour: ink.soft } as const;
  paper.artifact(() => {
    const width = paper.contentWidth / 2;
    paper.text(`${prescription.number}  ${prescription.id}`, paper.left, y, width * 1.4, style);
    paper.text(labels.pages(page, pages), paper.right - width, y, width, { ...style, align: 'right' });
  });
}

export function footHeight(paper: PrescriptionSheet['paper']): number {
  return paper.pt(20);
}

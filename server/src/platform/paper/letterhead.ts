import { ink, type Paper } from './paper.ts';

export interface Letterhead {
  /** The hospital’s name, and below it the name in the other language. */
  readonly name: string;
  readonly otherName: string;
  /** PNG or JPEG. */
  readonly logo?: Uint8Array | undefined;
  /** The type of document, and the number to read out on the phone. */
  readonly title: string;
  readonly caption: string;
}

/** Draws hospital, title and number, so that the owner of the document is visible at arm's length. Returns where the content may begin. */
export function drawLetterhead(paper: Paper, { name, otherName, logo, title, caption }: Letterhead): number {
  const { left, right, contentWidth, margin } = paper;
  const logoSide = logo ? paper.pt(38) : 0;
  const nameLeft = left + (logoSide ? logoSide + paper.pt(10) : 0);
  const nameWidth = contentWidth * 0.66 - (nameLeft - left);
  const aside = contentWidth * 0.32;

  if (logo) paper.figure(name, () => paper.doc.image(Buffer.from(logo), left, margin, { fit: [logoSide, logoSide] }));
  let nameBottom = margin;
  paper.tag('H1', () => {
    nameBottom += paper.text(name, nameLeft, margin, nameWidth, { weight: 'semibold', size: 17 });
    if (otherName !== '' && otherName !== name)
      nameBottom += paper.text(otherName, nameLeft, nameBottom, nameWidth, { size: 9, colour: ink.soft });
  });
  let asideBottom = margin;
  paper.tag('H2', () => {
    const titleStyle = { weight: 'semibold', size: 17, colour: ink.celadon, align: 'right' } as const;
    asideBottom += paper.text(title, right - aside, margin, aside, titleStyle);
    const captionStyle = { size: 9, colour: ink.soft, align: 'right' } as const;
    asideBottom += paper.text(caption, right - aside, asideBottom, aside, captionStyle);
  });
  const bottom = Math.max(nameBottom, asideBottom, margin + logoSide) + paper.pt(8);
  paper.rule(bottom, { colour: ink.celadon, weight: 1.4 });
  return bottom + paper.pt(12);
}

/** Draws one line on the second and later pages that says whose document it is. */
export function drawRunningHead(paper: Paper, head: string, whose: string): void {
  const { left, right, contentWidth, margin } = paper;
  const half = contentWidth / 2 - paper.pt(6);
  paper.artifact(() => {
    paper.text(head, left, margin, half, { weight: 'semibold', size: 10, singleLine: true });
    const style = { size: 9, colour: ink.soft, align: 'right', singleLine: true } as const;
    paper.text(whose, right - half, margin, half, style);
  });
  paper.rule(margin + paper.pt(20), { colour: ink.celadon, weight: 1 });
}

export function runningHeadBottom(paper: Paper): number {
  return paper.margin + paper.pt(34);
}

/** Draws the document’s name and page number at the foot of each page; `each` draws further content per page. */
export function drawFeet(
  paper: Paper,
  name: string,
  numbered: (page: number, pages: number) => string,
  each: (page: number) => void = () => undefined,
): void {
  const { start, count } = paper.doc.bufferedPageRange();
  for (let page = 1; page <= count; page++) {
    paper.doc.switchToPage(start + page - 1);
    each(page);
    drawFoot(paper, name, numbered(page, count));
  }
}

function drawFoot(paper: Paper, name: string, page: string): void {
  const y = paper.height - paper.margin - footHeight(paper) + paper.pt(8);
  const style = { size: 7.5, colour: ink.soft } as const;
  paper.artifact(() => {
    const width = paper.contentWidth / 2;
    paper.text(name, paper.left, y, width * 1.4, style);
    paper.text(page, paper.right - width, y, width, { ...style, align: 'right' });
  });
}

export function footHeight(paper: Paper): number {
  return paper.pt(20);
}

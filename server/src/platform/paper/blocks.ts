import { ink, type Paper, type TextStyle } from './paper.ts';

const LABEL: TextStyle = { size: 7.5, colour: ink.soft };
const NOTE: TextStyle = { size: 8, colour: ink.soft, align: 'center' };

export interface Cell {
  readonly label: string;
  readonly value: string;
  /** Of twelve columns. */
  readonly columns: number;
  readonly weight?: TextStyle['weight'];
}

/** Draws a row of the grid: small labels above values. Returns its lower end. */
export function drawCells(paper: Paper, cells: readonly Cell[], top: number): number {
  const column = paper.contentWidth / 12;
  let x = paper.left;
  let bottom = top;
  for (const { label, value, columns, weight = 'regular' } of cells) {
    const width = columns * column - paper.pt(8);
    const left = x;
    paper.tag('P', () => {
      const labelHeight = paper.text(label, left, top, width, LABEL);
      const height = paper.text(value, left, top + labelHeight, width, { size: 10.5, weight });
      bottom = Math.max(bottom, top + labelHeight + height);
    });
    x += columns * column;
  }
  return bottom;
}

export function blankLineHeight(paper: Paper, text: string): number {
  return paper.heightOf(text, paper.contentWidth, NOTE);
}

/** Closes the signed content, so that nothing can be written below it. */
export function drawBlankLine(paper: Paper, text: string, top: number): void {
  const half = paper.widthOf(text, NOTE) / 2 + paper.pt(10);
  const centre = paper.left + paper.contentWidth / 2;
  const middle = top + blankLineHeight(paper, text) / 2;
  paper.tag('P', () => void paper.text(text, paper.left, top, paper.contentWidth, NOTE));
  paper.rule(middle, { to: centre - half });
  paper.rule(middle, { from: centre + half });
}

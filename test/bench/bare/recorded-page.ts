import { PDFDocument } from './pdfkit.ts';

/** The methods that draw on a page. Measuring is omitted, because a known page needs none. */
const DRAWING = [
  'addPage',
  'font',
  'fontSize',
  'fillColor',
  'strokeColor',
  'lineWidth',
  'dash',
  'undash',
  'text',
  'moveTo',
  'lineTo',
  'rect',
  'roundedRect',
  'stroke',
  'fill',
  'switchToPage',
] as const;

type Drawing = (typeof DRAWING)[number];
type Strokes = Record<Drawing, (...parameters: unknown[]) => unknown>;

export interface Stroke {
  readonly method: Drawing;
  readonly parameters: readonly unknown[];
}

/**
 * Records the pdfkit calls while `render` draws one document, so that the reference can draw the same page without layout. pdfkit's internal calls
 * are not recorded.
 */
export async function recordPage(render: () => Promise<unknown>): Promise<Stroke[]> {
  const strokes: Stroke[] = [];
  const prototype = PDFDocument.prototype as unknown as Strokes;
  const before = DRAWING.map((method) => [method, prototype[method]] as const);
  let depth = 0;
  for (const [method, draw] of before) {
    prototype[method] = function (this: unknown, ...parameters: unknown[]) {
      if (depth === 0) strokes.push({ method, parameters });
      depth += 1;
      try {
        return draw.apply(this, parameters);
      } finally {
        depth -= 1;
      }
    };
  }
  try {
    await render();
  } finally {
    for (const [method, draw] of before) prototype[method] = draw;
  }
  return withoutMeasuring(strokes);
}

/** Removes a font or size that is replaced before anything is drawn, because it was only for measuring. */
function withoutMeasuring(strokes: readonly Stroke[]): Stroke[] {
  return strokes.filter(({ method }, index) => {
    if (method !== 'font' && method !== 'fontSize') return true;
    for (const next of strokes.slice(index + 1)) {
      if (next.method === method) return false;
      if (next.method === 'text') return true;
    }
    return false;
  });
}

export function draw(doc: PDFKit.PDFDocument, strokes: readonly Stroke[]): void {
  const target = doc as unknown as Strokes;
  for (const { method, parameters } of strokes) target[method](...parameters);
}

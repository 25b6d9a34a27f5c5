import { PDFDocument } from './pdfkit.ts';

/** What draws on a page. Measuring is left out: whoever knows the page already needs none. */
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
 * Watches what is asked of pdfkit while `render` draws one document, so that the reference can draw the very same page: each
 * text, line and square at its place, without finding the places out. pdfkit's own inner calls are not taken down.
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

/** A face or size that another replaces before anything is drawn was chosen to measure with. */
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

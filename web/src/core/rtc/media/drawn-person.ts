export const drawnSize = { width: 640, height: 360 } as const;

interface Appearance {
  readonly wall: string;
  readonly clothes: string;
  readonly collar: string;
  readonly hair: string;
  readonly skin: string;
}

export const appearances = {
  doctor: { wall: '#cfe3df', clothes: '#f7f7f4', collar: '#0f766e', hair: '#26211f', skin: '#e9bd98' },
  other: { wall: '#e6ddcf', clothes: '#5b7a99', collar: '#dfe7ee', hair: '#3a2c23', skin: '#e2b08a' },
} as const satisfies Record<string, Appearance>;

type Paint = Pick<
  CanvasRenderingContext2D,
  'beginPath' | 'ellipse' | 'fill' | 'fillRect' | 'fillStyle' | 'roundRect' | 'save' | 'restore' | 'translate'
>;

/** Draws a person who sways, blinks every four seconds and talks now and then. `seconds` is the time of the frame. */
export function drawPerson(paint: Paint, seconds: number, appearance: Appearance): void {
  const { width, height } = drawnSize;
  fill(paint, appearance.wall, () => paint.fillRect(0, 0, width, height));
  // A window behind the person, with light that changes slowly.
  const light = Math.round(225 + 20 * Math.sin(seconds / 5));
  fill(paint, `rgb(${light}, ${light + 8}, ${light + 10})`, () => paint.fillRect(430, 30, 150, 130));
  paint.save();
  paint.translate(Math.sin(seconds * 0.9) * 8, Math.sin(seconds * 1.7) * 3);
  shape(paint, appearance.clothes, () => paint.roundRect(165, 255, 310, 200, 80));
  shape(paint, appearance.collar, () => paint.ellipse(320, 262, 58, 26, 0, 0, Math.PI * 2));
  shape(paint, appearance.skin, () => paint.roundRect(290, 205, 60, 70, 24));
  drawHead(paint, seconds, appearance);
  paint.restore();
}

function drawHead(paint: Paint, seconds: number, appearance: Appearance): void {
  oval(paint, appearance.hair, { x: 320, y: 140, wide: 82, high: 96 });
  oval(paint, appearance.skin, { x: 320, y: 154, wide: 70, high: 84 });
  shape(paint, appearance.hair, () => paint.ellipse(320, 100, 74, 38, 0, Math.PI, Math.PI * 2));
  const open = seconds % 4 < 0.15 ? 1 : 8;
  for (const x of [293, 347]) oval(paint, '#2b2522', { x, y: 152, wide: 6, high: open });
  const talks = Math.sin(seconds * 0.7) > 0;
  const mouth = talks ? 4 + 5 * Math.abs(Math.sin(seconds * 7)) : 3;
  oval(paint, '#9c4a43', { x: 320, y: 200, wide: 20, high: mouth });
}

interface Oval {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
}

const oval = (paint: Paint, colour: string, { x, y, wide, high }: Oval) =>
  shape(paint, colour, () => paint.ellipse(x, y, wide, high, 0, 0, Math.PI * 2));

function shape(paint: Paint, colour: string, outline: () => void): void {
  paint.beginPath();
  outline();
  fill(paint, colour, () => paint.fill());
}

function fill(paint: Paint, colour: string, draw: () => void): void {
  paint.fillStyle = colour;
  draw();
}

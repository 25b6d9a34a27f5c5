import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { seededRandom } from '../../support/impairment/random.ts';

const [WIDTH, HEIGHT, FRAMES, RATE] = [1280, 720, 60, 30];

/**
 * Writes a webcam-like video: a static textured wall, a moving head, and noise in every frame, which makes real pictures expensive to encode. 720p,
 * 30 frames a second, in YUV4MPEG2, which Chromium’s fake camera plays in a loop.
 */
export async function writeFootage(path: string): Promise<void> {
  const random = seededRandom(42);
  const file = createWriteStream(path);
  file.write(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${RATE}:1 Ip A1:1 C420jpeg\n`);
  const wall = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)];
    return 120 + 40 * Math.sin(x / 90) * Math.cos(y / 70) + 12 * random();
  });
  const noise = Int8Array.from({ length: 1 << 16 }, () => (random() - 0.5) * 7);
  const chroma = new Uint8Array((WIDTH * HEIGHT) / 4);
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const turn = (2 * Math.PI * frame) / FRAMES;
    const [centreX, centreY] = [WIDTH / 2 + 60 * Math.sin(turn), HEIGHT / 2 + 18 * Math.sin(2 * turn)];
    const luma = Buffer.alloc(WIDTH * HEIGHT);
    const offset = Math.floor(random() * noise.length);
    for (let y = 0; y < HEIGHT; y += 1) {
      for (let x = 0; x < WIDTH; x += 1) {
        const at = y * WIDTH + x;
        const [dx, dy] = [(x - centreX) / 190, (y - centreY) / 260];
        let value = wall[at] ?? 0;
        if (dx * dx + dy * dy < 1) {
          const mouth = Math.abs(dx) < 0.3 && Math.abs(dy - 0.45) < 0.06 + 0.05 * Math.sin(8 * turn);
          value = mouth ? 50 : 175 + 25 * Math.sin(14 * dx) * Math.cos(11 * dy);
        }
        luma[at] = value + (noise[(at * 7 + offset) & 0xffff] ?? 0);
      }
    }
    file.write('FRAME\n');
    file.write(luma);
    file.write(Buffer.from(chroma.fill(122)));
    if (!file.write(Buffer.from(chroma.fill(136)))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

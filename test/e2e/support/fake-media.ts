import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { speech } from '../../support/impairment/speech.ts';

/** Chromium sends the smaller simulcast layer only from 480×270 on. Two cores carry several calls of this size. */
const width = 512;
const height = 288;
const framesPerSecond = 10;
const frames = 2 * framesPerSecond;

/** Returns the file that every fake camera plays, as Y4M. */
export const cameraFile = (): string => writtenOnce('camera.y4m', writeCamera);

/** Returns a file with ten seconds of synthetic speech for fake microphones: beeps with silence between them would hide gaps. */
export const voiceFile = (): string => writtenOnce('voice.wav', (path) => writeFileSync(path, speech()));

/** The same without pauses, in which packets are rare, for measurements of gaps. */
export const steadyVoiceFile = (): string =>
  writtenOnce('steady-voice.wav', (path) => writeFileSync(path, speech({ pauses: false })));

/** Writes the file in the first process of a run; workers inherit its path, and it is deleted when the run ends. */
function writtenOnce(name: string, write: (path: string) => void): string {
  const variable = `YUNZHEN_E2E_FILE_${name}`;
  const known = process.env[variable];
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), 'yunzhen-media-'));
  const path = join(folder, name);
  write(path);
  process.env[variable] = path;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return path;
}

function writeCamera(path: string): void {
  const file = openSync(path, 'w');
  try {
    writeSync(file, `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`);
    for (let frame = 0; frame < frames; frame += 1) {
      writeSync(file, 'FRAME\n');
      writeSync(file, picture(frame));
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Returns squares with hard edges and some grain, over which a bright bar moves: luma at full size, then both chroma planes at half. Bar and grain
 * need more bits than a bad connection has.
 */
function picture(frame: number): Buffer {
  const luma = Buffer.alloc(width * height);
  const barStart = (frame * width) / frames;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inBar = (x - barStart + width) % width < width / 16;
      const bright = ((x >> 5) + (y >> 5)) % 3 === 0;
      const grain = ((x * 7919 + y * 104_729) % 13) - 6;
      luma[y * width + x] = inBar ? 235 : (bright ? 180 : 50) + grain;
    }
  }
  const halfSize = (width / 2) * (height / 2);
  return Buffer.concat([luma, Buffer.alloc(halfSize, 110), Buffer.alloc(halfSize, 150)]);
}

import { afterEach, expect, it, vi } from 'vitest';
import { withDrawnDevices } from './drawn-devices.ts';
import { withMissingDrawn } from './drawn-media.ts';
import { drawPerson, appearances } from './drawn-person.ts';

afterEach(() => vi.unstubAllGlobals());

class Tracks {
  readonly tracks: unknown[] = [];
  addTrack(track: unknown) {
    this.tracks.push(track);
  }
}

/** Devices of a machine with these inputs. Like a browser it refuses a request for an input that is missing. */
function machine(inputs: string[], refusal = 'NotFoundError') {
  vi.stubGlobal('MediaStream', Tracks);
  const devices = {
    enumerateDevices: () => Promise.resolve(inputs.map((kind) => ({ kind }))),
    getUserMedia: (wanted: MediaStreamConstraints) => {
      const kinds = (['audio', 'video'] as const).filter((kind) => wanted[kind]);
      if (kinds.some((kind) => !inputs.includes(`${kind}input`)))
        return Promise.reject(Object.assign(new Error('refused'), { name: refusal }));
      const stream = new Tracks();
      for (const kind of kinds) stream.addTrack(kind);
      return Promise.resolve(stream);
    },
  };
  const drawnTrack = (kind: string) => ({ toString: () => `drawn ${kind}` }) as MediaStreamTrack;
  const drawn = withDrawnDevices(devices as unknown as MediaDevices, async () => ({
    withMissingDrawn: (of, wanted, more) => withMissingDrawn(of, wanted, { ...more, draw: drawnTrack }),
  }));
  return async (wanted: MediaStreamConstraints) =>
    ((await drawn.getUserMedia(wanted)) as unknown as Tracks).tracks.map(String);
}

it('draws only what the machine does not have', async () => {
  expect(await machine([])({ audio: true, video: true })).toEqual(['drawn audio', 'drawn video']);
  expect(await machine(['audioinput'])({ audio: true, video: true })).toEqual(['audio', 'drawn video']);
  expect(await machine([])({ audio: true, video: false })).toEqual(['drawn audio']);
  expect(await machine(['audioinput', 'videoinput'])({ audio: true, video: true })).toEqual(['audio', 'video']);
});

it('hides no camera that is denied or busy', async () => {
  await expect(machine([], 'NotAllowedError')({ video: true })).rejects.toMatchObject({ name: 'NotAllowedError' });
  await expect(machine([], 'NotReadableError')({ video: true })).rejects.toMatchObject({ name: 'NotReadableError' });
});

it('draws a person who moves, blinks and talks', () => {
  const frame = (seconds: number) => {
    const shapes: unknown[] = [];
    const note = (...values: unknown[]) => void shapes.push(values);
    const none = () => undefined;
    const paint = { fillStyle: '', beginPath: none, fill: none, save: none, restore: none };
    drawPerson(
      { ...paint, translate: note, ellipse: note, roundRect: note, fillRect: note },
      seconds,
      appearances.doctor,
    );
    return JSON.stringify(shapes);
  };
  expect(frame(4.05)).not.toBe(frame(4.5));
  expect(new Set([0.05, 0.5, 1, 1.1, 2].map(frame)).size).toBe(5);
});

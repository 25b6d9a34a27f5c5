import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from './bytes.ts';
import { ReceivingKeys } from './receiving-keys.ts';
import { SendingKeys } from './sending-keys.ts';

const pageKeyId = '0197a000-0000-7000-8000-00000000abcd';
const text = (frame: Uint8Array) => new TextDecoder().decode(frame);
const bytes = (content: string): Bytes => new TextEncoder().encode(content);
/** The lowest bit of the first byte is clear: a VP8 key frame. */
const keyFrame = bytes('\u0010\u0002\u0003start12345 and the partitions of a whole picture');
const deltaFrame = bytes('\u0011and what has changed in it');

let sending: SendingKeys;
let receiving: ReceivingKeys;

/** Creates the next key, distributes it and sends under it. */
async function renew(to = [receiving]): Promise<void> {
  const key = sending.renew();
  if (!key) throw new Error('no more epochs');
  await Promise.all(to.map((each) => each.add(pageKeyId, key.epoch, key.secret)));
  await sending.activate(key);
}
async function sealed(source: 'camera' | 'microphone' | 'screen', frame: Bytes): Promise<Bytes> {
  const result = await sending.seal(source, frame);
  if (!result) throw new Error('frame was not sealed');
  return result;
}

beforeEach(async () => {
  sending = new SendingKeys(pageKeyId);
  receiving = new ReceivingKeys();
  await renew();
});

describe('An encrypted frame', () => {
  it('leaves readable what intermediaries need of a picture, and nothing of sound', async () => {
    const key = await sealed('camera', keyFrame);
    expect(key.subarray(0, 10)).toEqual(keyFrame.subarray(0, 10));
    expect(text(key)).not.toContain('partitions');
    const delta = await sealed('camera', deltaFrame);
    expect(delta[0]).toBe(deltaFrame[0]);
    expect(text(delta)).not.toContain('and what');
    const sound = await sealed('microphone', bytes('speech'));
    expect(text(sound)).not.toContain('sp');
  });

  it.each([
    ['camera', keyFrame],
    ['camera', deltaFrame],
    ['screen', keyFrame],
    ['microphone', bytes('speech')],
    ['microphone', bytes('')],
  ] as const)('of the %s is decrypted unchanged', async (source, frame) => {
    expect(await receiving.open(source, await sealed(source, frame))).toEqual({ frame });
  });

  it('never repeats: no counter is reused across sources', async () => {
    const frames = await Promise.all(
      Array.from({ length: 300 }, (_, i) => sealed(i % 2 ? 'camera' : 'screen', deltaFrame)),
    );
    expect(new Set(frames.map((frame) => frame.join())).size).toBe(300);
  });

  it('is shown once', async () => {
    const frame = await sealed('camera', deltaFrame);
    expect(await receiving.open('camera', frame)).toHaveProperty('frame');
    expect(await receiving.open('camera', frame)).toEqual({ refusal: 'replayed' });
  });

  it('is shown once, even when two copies arrive at the same time', async () => {
    const frame = await sealed('camera', deltaFrame);
    const both = await Promise.all([receiving.open('camera', frame), receiving.open('camera', frame)]);
    expect(both.filter((each) => 'frame' in each)).toHaveLength(1);
  });

  it('may arrive out of order, and a forged one does not block later frames', async () => {
    const [first, second] = [await sealed('camera', keyFrame), await sealed('camera', deltaFrame)];
    const forged = second.slice();
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    expect(await receiving.open('camera', forged)).toEqual({ refusal: 'forged' });
    expect(await receiving.open('camera', second)).toHaveProperty('frame');
    expect(await receiving.open('camera', first)).toHaveProperty('frame');
  });

  it('cannot be passed off as another source’s frame, as a key frame, or in clear', async () => {
    expect(await receiving.open('screen', await sealed('camera', deltaFrame))).toEqual({ refusal: 'forged' });
    const pretended = await sealed('camera', deltaFrame);
    pretended[0] = 0x10;
    expect(await receiving.open('camera', pretended)).toHaveProperty('refusal');
    const resized = await sealed('camera', keyFrame);
    resized[6] = 0xff;
    expect(await receiving.open('camera', resized)).toEqual({ refusal: 'forged' });
    expect(await receiving.open('camera', keyFrame)).toHaveProperty('refusal');
    expect(await receiving.open('microphone', bytes('speech'))).toHaveProperty('refusal');
  });
});

describe('An invalid frame', () => {
  it('is neither sent nor shown', async () => {
    for (const frame of [bytes(''), keyFrame.subarray(0, 9)]) {
      expect(await sending.seal('camera', frame)).toBeNull();
      expect(await receiving.open('camera', frame)).toEqual({ refusal: 'forged' });
    }
    expect(await receiving.open('microphone', bytes(''))).toEqual({ refusal: 'forged' });
  });
});

describe('Media keys', () => {
  it('are required for sending: without one, nothing is sent', async () => {
    const fresh = new SendingKeys(pageKeyId);
    fresh.renew();
    expect(await fresh.seal('camera', keyFrame)).toBeNull();
  });

  it('are required for showing, and a missing key is distinguished from a wrong one', async () => {
    const stranger = new ReceivingKeys();
    const frame = await sealed('camera', deltaFrame);
    expect(await stranger.open('camera', frame)).toEqual({ refusal: 'missing-key' });
    await stranger.add(pageKeyId, 0, new Uint8Array(32));
    expect(await stranger.open('camera', frame)).toEqual({ refusal: 'forged' });
  });

  it('change with the epoch: without the new key nothing more can be read, and frames in transit still open', async () => {
    const gone = new ReceivingKeys();
    await renew([receiving, gone]);
    const before = await sealed('camera', keyFrame);
    await renew();
    const after = await sealed('camera', deltaFrame);
    expect(await gone.open('camera', after)).toEqual({ refusal: 'missing-key' });
    expect(await receiving.open('camera', after)).toHaveProperty('frame');
    expect(await receiving.open('camera', before)).toHaveProperty('frame');
  });

  it('are deleted two epochs later', async () => {
    const old = await sealed('camera', keyFrame);
    await renew();
    await renew();
    expect(await receiving.open('camera', old)).toEqual({ refusal: 'missing-key' });
  });

  it('that arrive again keep their replay window', async () => {
    const key = sending.newest;
    const frame = await sealed('camera', deltaFrame);
    await receiving.open('camera', frame);
    if (key) await receiving.add(pageKeyId, key.epoch, key.secret);
    expect(await receiving.open('camera', frame)).toEqual({ refusal: 'replayed' });
  });

  it('end with the last epoch of a page', () => {
    while (sending.renew());
    expect(sending.newest?.epoch).toBe(255);
    expect(sending.renew()).toBeNull();
  });

  it('do not revert to an older epoch', async () => {
    const older = sending.newest;
    await renew();
    if (older) await sending.activate(older);
    const after = await sealed('camera', deltaFrame);
    expect(after[1 + 3]).toBe(1);
  });
});

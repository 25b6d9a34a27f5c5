import { createECDH } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { arePushKeys, encryptPush, longestPushText } from './push-encryption.ts';

const bytes = (text: string) => Buffer.from(text, 'base64url');

/** RFC 8291, section 5 and appendix A. */
const example = {
  plaintext: 'When I grow up, I want to be a watermelon',
  privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
  p256dh: bytes('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
  auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
  salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'),
  body:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT' +
    'pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

describe('the encryption of push messages', () => {
  it('produces the bytes of the example in RFC 8291', () => {
    const { p256dh, auth, privateKey, salt, plaintext } = example;
    expect(encryptPush({ p256dh, auth }, Buffer.from(plaintext), { privateKey, salt }).toString('base64url')).toBe(
      example.body,
    );
  });

  it('uses another key and another salt for each message', () => {
    const [one, other] = [1, 2].map(() => encryptPush(example, Buffer.from('the same')));
    expect(one?.subarray(0, 16)).not.toEqual(other?.subarray(0, 16));
    expect(one?.subarray(21, 86)).not.toEqual(other?.subarray(21, 86));
  });

  it('fills one record and rejects more', () => {
    expect(encryptPush(example, Buffer.alloc(longestPushText))).toHaveLength(4096);
    expect(() => encryptPush(example, Buffer.alloc(longestPushText + 1))).toThrow(RangeError);
  });

  it('detects invalid keys of a subscription', () => {
    expect(arePushKeys(example)).toBe(true);
    const offCurve = Buffer.from(example.p256dh);
    offCurve[64] = (offCurve[64] ?? 0) ^ 1;
    expect(arePushKeys({ ...example, p256dh: offCurve })).toBe(false);
    expect(arePushKeys({ ...example, auth: Buffer.alloc(15) })).toBe(false);
    const other = createECDH('secp384r1');
    expect(arePushKeys({ ...example, p256dh: other.generateKeys() })).toBe(false);
  });
});

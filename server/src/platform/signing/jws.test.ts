import { createHmac, sign } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyJws, signJws } from './jws.ts';
import type { JwsSigner } from './jws.ts';
import { makeAuthority, makeSigner } from './signing-fixtures.ts';

const TYPE = 'contract';
const payload = { number: 'C-1', amount: '0.5', parties: ['李伟', 'Li Wei'] };
let signer: JwsSigner;
let other: JwsSigner;
let jws: string;

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const header = (members: object = {}) => ({
  alg: 'ES256',
  kid: 'p1',
  typ: TYPE,
  'x5t#S256': signer.certificate.thumbprint,
  ...members,
});
/** Signs any header and payload text with the genuine key, so that only checks besides the signature can reject it. */
const forge = (head: string, body: string) => {
  const signed = `${encode(head)}.${encode(body)}`;
  const signature = sign('sha256', Buffer.from(signed), { key: signer.key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
};

beforeAll(async () => {
  const authority = await makeAuthority('Hospital');
  signer = { ...(await makeSigner(authority, 'Shen Qing')), kid: 'p1' };
  other = { ...(await makeSigner(authority, 'Zhou Min')), kid: 'p2' };
  jws = signJws(payload, TYPE, signer);
});

describe('JWS ES256', () => {
  it('verifies what it signed and returns header and payload', () => {
    expect(verifyJws(jws, TYPE, signer.certificate)).toEqual({ outcome: 'valid', header: header(), payload });
  });

  it('is independent of key order', () => {
    const [, body] = signJws({ parties: payload.parties, amount: '0.5', number: 'C-1' }, TYPE, signer).split('.');
    expect(body).toBe(jws.split('.')[1]);
  });

  it('reports a changed payload as a bad signature', () => {
    const [head, , signature] = jws.split('.');
    const changed = [head, encode({ amount: '5', number: 'C-1', parties: payload.parties }), signature].join('.');
    expect(verifyJws(changed, TYPE, signer.certificate)).toEqual({
      outcome: 'bad-signature',
      reason: 'signature-mismatch',
    });
  });

  it('is never valid with any character changed', () => {
    for (let at = 0; at < jws.length; at++) {
      const changed = jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1);
      expect(verifyJws(changed, TYPE, signer.certificate).outcome, `character ${at}`).not.toBe('valid');
    }
  });

  it('rejects another signer’s certificate', () => {
    expect(verifyJws(jws, TYPE, other.certificate)).toEqual({ outcome: 'bad-signature', reason: 'other-certificate' });
  });

  it('rejects a header with another certificate’s thumbprint', () => {
    const borrowed = signJws(payload, TYPE, { ...signer, key: other.key });
    expect(verifyJws(borrowed, TYPE, signer.certificate)).toEqual({
      outcome: 'bad-signature',
      reason: 'signature-mismatch',
    });
  });

  it('rejects alg none, with and without a signature', () => {
    const signed = `${encode(header({ alg: 'none' }))}.${jws.split('.')[1]}`;
    for (const text of [`${signed}.`, `${signed}.${jws.split('.')[2]}`]) {
      expect(verifyJws(text, TYPE, signer.certificate)).toEqual({ outcome: 'malformed', reason: 'algorithm' });
    }
  });

  it('rejects HS256 keyed with the public certificate', () => {
    const signed = `${encode(header({ alg: 'HS256' }))}.${jws.split('.')[1]}`;
    const spki = signer.certificate.publicKey.export({ format: 'pem', type: 'spki' });
    for (const key of [signer.certificate.pem, spki, signer.certificate.der]) {
      const mac = createHmac('sha256', key).update(signed).digest('base64url');
      expect(verifyJws(`${signed}.${mac}`, TYPE, signer.certificate)).toEqual({
        outcome: 'malformed',
        reason: 'algorithm',
      });
    }
  });

  it('rejects a genuine signature over another kind of document', () => {
    expect(verifyJws(jws, 'invoice', signer.certificate)).toEqual({ outcome: 'malformed', reason: 'type' });
  });

  it.each([
    ['an extra member', (text: string) => text.replace('{', '{"aaa":1,')],
    ['an embedded key', (text: string) => text.replace('"kid"', '"jwk":{},"kid"')],
    ['a critical extension', (text: string) => text.replace('"kid"', '"crit":["b64"],"kid"')],
    ['a repeated member', (text: string) => text.replace('"kid"', '"alg":"ES256","kid"')],
    ['blank space', (text: string) => text.replace('{', '{ ')],
    ['a list', (text: string) => `[${text}]`],
  ])('rejects a header with %s', (_case, change) => {
    const text = change(JSON.stringify(header()));
    expect(verifyJws(forge(text, '{}'), TYPE, signer.certificate)).toEqual({ outcome: 'malformed', reason: 'header' });
  });

  it.each(['{"b":1,"a":2}', '{"a":1,"a":2}', '{"a":1.0}', '{"a":', '\u{feff}{}', ''])(
    'rejects the payload %j',
    (text) => {
      const outcome = verifyJws(forge(JSON.stringify(header()), text), TYPE, signer.certificate);
      expect(outcome).toEqual({ outcome: 'malformed', reason: 'payload' });
    },
  );

  it.each(['', '.', '..', 'a.b', 'a.b.c.d', '=.=.=', 'AA==.AA==.AA=='])('reports "%s" as malformed', (text) => {
    expect(verifyJws(text, TYPE, signer.certificate).outcome).toBe('malformed');
  });

  it('rejects a DER signature and other encodings of base64', () => {
    const signed = jws.slice(0, jws.lastIndexOf('.'));
    const der = sign('sha256', Buffer.from(signed), signer.key).toString('base64url');
    expect(verifyJws(`${signed}.${der}`, TYPE, signer.certificate).outcome).toBe('bad-signature');
    expect(verifyJws(`${jws}=`, TYPE, signer.certificate)).toEqual({ outcome: 'malformed', reason: 'not-compact' });
    expect(verifyJws(`${jws}\n`, TYPE, signer.certificate)).toEqual({ outcome: 'malformed', reason: 'not-compact' });
  });

  it('rejects oversized input before decoding it', () => {
    expect(verifyJws('a'.repeat(1_000_001), TYPE, signer.certificate)).toEqual({
      outcome: 'malformed',
      reason: 'too-large',
    });
  });
});

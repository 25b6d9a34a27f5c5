/// <reference types="node" />
// @ts-check
// Verifies a proof of audit entries without the hospital's programs or a network:
//   node verify-proof.mjs [proof.json]
// Needs Node 20 or later and nothing else. Exit code 1 means that a check failed.
import { createHash, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

const file = process.argv[2] ?? new URL('./proof.json', import.meta.url);
const proof = JSON.parse(readFileSync(file, 'utf8'));

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);
/** @param {...(string | Uint8Array)} parts */
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
/** @param {Uint8Array} left @param {Uint8Array} right */
const node = (left, right) => sha256(Uint8Array.of(1), left, right);
/** @param {string} hex */
const bytes = (hex) => Buffer.from(hex, 'hex');

/** Encodes canonical JSON (RFC 8785). @param {any} value @returns {string} */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** @param {boolean} holds @param {string} what */
function check(holds, what) {
  if (holds) return;
  process.stderr.write(`DOES NOT HOLD: ${what}\n`);
  process.exit(1);
}

/** Returns an anchor's statement after verifying its signature. @param {string} jws @param {string} pem */
function anchor(jws, pem) {
  const certificate = new X509Certificate(pem);
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const { alg, typ, 'x5t#S256': thumbprint } = JSON.parse(Buffer.from(header, 'base64url').toString());
  check(alg === 'ES256' && typ === 'yunzhen-audit-anchor+jws', 'the kind of the signature');
  check(thumbprint === sha256(certificate.raw).toString('base64url'), 'the signature is of another certificate');
  const key = /** @type {const} */ ({ key: certificate.publicKey, dsaEncoding: 'ieee-p1363' });
  const signed = Buffer.from(`${header}.${payload}`);
  check(verify('sha256', signed, key, Buffer.from(signature, 'base64url')), 'the signature of an anchor');
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}

/** Returns the root of a path (RFC 9162, 2.1.3.2). @param {Buffer} leaf @param {number} index @param {number} size @param {Buffer[]} path */
function rootOf(leaf, index, size, path) {
  let [hash, at, last] = [leaf, index, size - 1];
  for (const step of path) {
    check(last > 0, 'the length of a path');
    if (at % 2 === 1 || at === last) {
      hash = node(step, hash);
      while (at % 2 === 0 && at > 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else hash = node(hash, step);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  check(last === 0, 'the length of a path');
  return hash;
}

/**
 * Returns whether the larger tree is consistent with the smaller one (RFC 9162, 2.1.4.2). @param {any} small @param {any} large @param {Buffer[]}
 * path
 */
function goesOn(small, large, path) {
  const steps = Number.isInteger(Math.log2(small.size)) ? [bytes(small.root), ...path] : [...path];
  let [at, last] = [small.size - 1, large.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  const [first, ...others] = steps;
  if (!first) return false;
  let [one, other] = [first, first];
  for (const step of others) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [one, other] = [node(step, one), node(step, other)];
      while (at % 2 === 0 && at > 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else other = node(other, step);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && one.equals(bytes(small.root)) && other.equals(bytes(large.root));
}

check(proof.format === 'yunzhen-audit-proof/1', 'the format of the file');
const now = anchor(proof.anchor.anchor, proof.anchor.certificate);
for (const { seq, linkedAt, prev, content, path } of proof.entries) {
  const link = sha256(canonical({ content: sha256(canonical(content)).toString('hex'), linkedAt, prev, seq }));
  const root = rootOf(sha256(Uint8Array.of(0), link), seq - 1, now.size, path.map(bytes));
  check(root.toString('hex') === now.root, `entry ${seq} is in the signed tree`);
  check(content.hospitalId === now.hospital, `entry ${seq} is of this hospital`);
  check(canonical(content).includes(proof.visitId), `entry ${seq} is about the visit`);
  say(`${seq}\t${content.at}\t${content.action ?? content.type}\t${content.actorAccountId ?? ''}`);
}
if (proof.earlier) {
  const then = anchor(proof.earlier.anchor, proof.earlier.certificate);
  check(then.hospital === now.hospital, 'the earlier anchor is of this hospital');
  check(goesOn(then, now, proof.earlier.path.map(bytes)), 'the tree goes on from the earlier anchor');
  say(`Nothing before entry ${then.size + 1} was changed since ${then.madeAt}.`);
}
const { fingerprint256, subject } = new X509Certificate(proof.anchor.certificate);
say(
  `${proof.entries.length} entries about visit ${proof.visitId} are in the tree of ${now.size} signed at ${now.madeAt}.`,
);
say(`Signed by: ${subject.replaceAll('\n', ', ')}`);
say(`Compare this fingerprint with the hospital's own: ${fingerprint256}`);
if (proof.anchor.timeStamp)
  say('The anchor has a time stamp (RFC 3161) over its text, which this script does not check.');

import { createECDH, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallKey, CodePart } from '@yunzhen/shared/calls/keys.contract';
import { CodeRounds, type CodeProgress } from './code-rounds.ts';

const visitId = randomUUID();
const newKey = (participantId: string = randomUUID()): CallKey => ({
  id: randomUUID(),
  participantId,
  publicKey: createECDH('prime256v1').generateKeys('base64url', 'uncompressed'),
  publishedAt: new Date(0).toISOString(),
  part: null,
});

/** One page, as the relay sees it. */
class Side {
  readonly rounds = new CodeRounds(visitId);
  readonly key: CallKey;
  part: CodePart | null = null;
  progress: CodeProgress = { status: 'none', code: null, toPost: null };

  constructor(key = newKey()) {
    this.key = key;
  }

  get shown(): CallKey {
    return { ...this.key, part: this.part };
  }

  async sees(...others: readonly CallKey[]): Promise<CodeProgress> {
    this.progress = await this.rounds.advance(this.shown, others);
    this.part = this.progress.toPost ?? this.part;
    return this.progress;
  }
}

/** Relays everything until nothing changes any more. */
async function settle(...sides: readonly Side[]): Promise<void> {
  for (let pass = 0; pass < 4; pass++) {
    for (const side of sides) await side.sees(...sides.filter((other) => other !== side).map(({ shown }) => shown));
  }
}
const codesOf = (...sides: readonly Side[]) => new Set(sides.map(({ progress }) => progress.code));

let doctor: Side;
let patient: Side;
beforeEach(() => {
  doctor = new Side();
  patient = new Side();
});

describe('A safety code', () => {
  it('is the same on all pages, for two and for three', async () => {
    expect(await doctor.sees()).toEqual({ status: 'none', code: null, toPost: null });
    await settle(doctor, patient);
    expect(doctor.progress).toMatchObject({ status: 'ready', toPost: null });
    expect(doctor.progress.code).toMatch(/^\d{3}( \d{3}){3}$/);
    expect(codesOf(doctor, patient).size).toBe(1);
    const before = doctor.progress.code;
    const guest = new Side();
    await settle(doctor, patient, guest);
    expect(codesOf(doctor, patient, guest).size).toBe(1);
    expect(doctor.progress.code).not.toBe(before);
    await settle(doctor, patient);
    expect(codesOf(doctor, patient)).toEqual(new Set([before]));
  });

  it('differs between calls with the same keys', async () => {
    await settle(doctor, patient);
    const again = [new Side(doctor.key), new Side(patient.key)] as const;
    await settle(...again);
    expect(again[0].progress.code).toMatch(/^\d/);
    expect(again[0].progress.code).not.toBe(doctor.progress.code);
  });

  it('reveals no nonce before all other commitments have arrived', async () => {
    const guest = new Side();
    await doctor.sees(patient.key, guest.key);
    expect(doctor.part).toMatchObject({ nonce: null });
    await patient.sees(doctor.key, guest.key);
    await doctor.sees(patient.shown, guest.key);
    expect(doctor.part?.nonce).toBeNull();
    await guest.sees(doctor.shown, patient.shown);
    await doctor.sees(patient.shown, guest.shown);
    expect(doctor.part?.nonce).toMatch(/^[\w-]{43}$/);
  });

  it('is neither delayed by a part of another round nor computed from it', async () => {
    await settle(doctor, patient);
    const guest = new Side();
    await guest.sees(doctor.shown, patient.shown);
    expect(guest.progress).toMatchObject({ status: 'agreeing' });
    expect(guest.part?.nonce).toBeNull();
  });
});

/** The attacker controls the API and gives each side its own key instead of the other side’s. */
describe('A safety code under attack by the relay', () => {
  /** Plays the other side for one of them, honestly except for the key. */
  const impostorOf = (side: Side) => new Side(newKey(side.key.participantId));

  it('differs on both pages when the attacker plays both sides', async () => {
    const [asPatient, asDoctor] = [impostorOf(patient), impostorOf(doctor)];
    await settle(doctor, asPatient);
    await settle(patient, asDoctor);
    expect([doctor, patient].map(({ progress }) => progress.status)).toEqual(['ready', 'ready']);
    expect(doctor.progress.code).not.toBe(patient.progress.code);
  });

  it('cannot be made equal by searching for a nonce: the one that fits does not match the commitment', async () => {
    const [asPatient, asDoctor] = [impostorOf(patient), impostorOf(doctor)];
    await settle(patient, asDoctor);
    await doctor.sees(asPatient.key);
    await asPatient.sees(doctor.shown);
    const honest = asPatient.part as CodePart;
    await doctor.sees({ ...asPatient.key, part: { ...honest, nonce: null } });
    // The doctor’s nonce is revealed: from here on the attacker can try any number of nonces.
    expect(doctor.part?.nonce).not.toBeNull();
    const found = Buffer.alloc(32, 7).toString('base64url');
    await doctor.sees({ ...asPatient.key, part: { ...honest, nonce: found } });
    expect(doctor.progress).toMatchObject({ status: 'altered', code: null, toPost: null });
    await doctor.sees({ ...asPatient.key, part: honest });
    expect(doctor.progress.code).toBeNull();
  });

  it('does not accept a second commitment once the other nonce is revealed', async () => {
    const asPatient = impostorOf(patient);
    await doctor.sees(asPatient.key);
    await asPatient.sees(doctor.shown);
    await doctor.sees(asPatient.shown);
    const second = new Side(asPatient.key);
    await second.sees(doctor.shown);
    await second.sees(doctor.shown);
    await doctor.sees(second.shown);
    expect(doctor.progress).toMatchObject({ status: 'altered', code: null });
  });

  it('starts a new round for a new key, so a revealed nonce is useless', async () => {
    const asPatient = impostorOf(patient);
    await settle(doctor, asPatient);
    const out = doctor.part?.nonce;
    const next = impostorOf(patient);
    await doctor.sees(next.key);
    expect(doctor.part?.nonce).toBeNull();
    await settle(doctor, next);
    expect(doctor.part?.nonce).not.toBe(out);
  });

  it('is not computed from a page’s own part sent back to it', async () => {
    await doctor.sees(patient.key);
    const mirrored = () => ({ ...patient.key, part: doctor.part });
    await doctor.sees(mirrored());
    await doctor.sees(mirrored());
    expect(doctor.progress).toMatchObject({ status: 'altered', code: null });
  });

  it('is not shown when the attacker withholds parts', async () => {
    await doctor.sees(patient.key);
    await patient.sees(doctor.shown);
    await doctor.sees({ ...patient.key, part: null });
    expect(doctor.progress).toMatchObject({ status: 'agreeing', code: null });
  });
});

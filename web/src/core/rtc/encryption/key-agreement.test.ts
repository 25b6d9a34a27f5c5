import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallKey, CodePart, WrappedKey } from '@yunzhen/shared/calls/keys.contract';
import { KeyAgreement, type Agreement } from './key-agreement.ts';

const visitId = randomUUID();
const picture = new TextEncoder().encode('\u0011what has changed in the picture');

/** Relays keys as the API does, and nothing else. */
class Relay {
  keys: CallKey[] = [];
  wrapped: WrappedKey[] = [];

  publish(key: CallKey): void {
    this.keys = [...this.keys.filter(({ participantId }) => participantId !== key.participantId), key];
  }

  takePart(keyId: string, part: CodePart): void {
    this.keys = this.keys.map((key) => (key.id === keyId ? { ...key, part } : key));
  }
}

class PageInCall {
  readonly agreement = new KeyAgreement();
  readonly participantId: string;
  readonly relay: Relay;
  pageKeyId = '';
  last: Agreement | undefined;
  code: string | null = null;

  constructor(relay: Relay, participantId: string = randomUUID()) {
    this.relay = relay;
    this.participantId = participantId;
  }

  /** Simulates a page that opens or reloads. */
  async arrive(): Promise<this> {
    this.pageKeyId = randomUUID();
    const { pageKeyId, participantId } = this;
    const publicKey = await this.agreement.begin({ visitId, participantId, pageKeyId });
    this.relay.publish({ id: pageKeyId, participantId, publicKey, publishedAt: new Date(0).toISOString(), part: null });
    return this;
  }

  /** Reads, posts and sends under the posted key. */
  async step(): Promise<Agreement> {
    const { relay, agreement, pageKeyId: from } = this;
    const answer = await agreement.learn({
      keys: relay.keys,
      wrapped: relay.wrapped.filter(({ to }) => to === from),
    });
    if (answer.codePart) relay.takePart(from, answer.codePart);
    relay.wrapped.push(...answer.toPost.map((key) => ({ ...key, from })));
    agreement.posted(
      answer.epoch,
      answer.toPost.map(({ to }) => to),
    );
    await agreement.activate(answer.epoch);
    this.last = answer;
    this.code = answer.safetyCode;
    return answer;
  }

  async shows(other: PageInCall): Promise<boolean> {
    const frame = await other.agreement.seal('camera', picture);
    if (!frame) return false;
    const result = await this.agreement.open(other.participantId, 'camera', frame);
    return 'frame' in result;
  }
}

const settle = async (...pages: PageInCall[]) => {
  for (let round = 0; round < 4; round++) for (const page of pages) await page.step();
};

let relay: Relay;
let doctor: PageInCall;
let patient: PageInCall;

beforeEach(async () => {
  relay = new Relay();
  doctor = await new PageInCall(relay).arrive();
  patient = await new PageInCall(relay).arrive();
  await settle(doctor, patient);
});

describe('Two pages that agree on keys', () => {
  it('see each other’s media, which the relay cannot decrypt', async () => {
    expect([await doctor.shows(patient), await patient.shows(doctor)]).toEqual([true, true]);
    expect([doctor.last?.missing, patient.last?.missing]).toEqual([[], []]);
    const onlooker = await new PageInCall(relay).arrive();
    await onlooker.agreement.learn(relay);
    expect(await onlooker.shows(doctor)).toBe(false);
  });

  it('have the same safety code, which differs in another call', async () => {
    expect(doctor.code).toMatch(/^\d{3}( \d{3}){3}$/);
    expect(patient.code).toBe(doctor.code);
    await patient.arrive();
    await settle(doctor, patient);
    const code = patient.code;
    expect(code).toBe(doctor.code);
    expect(await doctor.shows(patient)).toBe(true);
  });

  it('need no new key while no page joins or leaves', async () => {
    const before = [...relay.wrapped];
    await settle(doctor, patient);
    expect(relay.wrapped).toEqual(before);
    expect(doctor.last).toMatchObject({ epoch: 0, toPost: [] });
  });

  it('accept keys in any order and more than once', async () => {
    const late = await new PageInCall(relay).arrive();
    await settle(doctor, patient, late);
    relay.wrapped = [...relay.wrapped, ...relay.wrapped].reverse();
    await late.step();
    expect([await late.shows(doctor), await late.shows(patient)]).toEqual([true, true]);
  });
});

describe('A new media key', () => {
  it('is created when a page reloads; the old page’s keys open nothing more', async () => {
    const old = patient.agreement;
    const reloaded = await new PageInCall(relay, patient.participantId).arrive();
    const answer = await doctor.step();
    expect(answer).toMatchObject({ epoch: 1, atOnce: true, missing: [patient.participantId] });
    expect(answer.toPost.map(({ to }) => to)).toEqual([reloaded.pageKeyId]);
    await settle(doctor, reloaded);
    expect([await doctor.shows(reloaded), await reloaded.shows(doctor)]).toEqual([true, true]);
    const frame = await doctor.agreement.seal('camera', picture);
    expect(frame && (await old.open(doctor.participantId, 'camera', frame))).toEqual({ refusal: 'missing-key' });
    expect(await doctor.shows(patient)).toBe(false);
    expect((await patient.step()).replaced).toBe(true);
  });

  it('is created when a third participant joins, and the others get time to fetch it', async () => {
    const before = await doctor.agreement.seal('camera', picture);
    const guest = await new PageInCall(relay).arrive();
    const answer = await doctor.step();
    expect(answer).toMatchObject({ epoch: 1, atOnce: false });
    expect(new Set(answer.toPost.map(({ to }) => to))).toEqual(new Set([patient.pageKeyId, guest.pageKeyId]));
    await settle(doctor, patient, guest);
    expect(await guest.shows(doctor)).toBe(true);
    expect(before && (await guest.agreement.open(doctor.participantId, 'camera', before))).toEqual({
      refusal: 'missing-key',
    });
  });

  it('is created when the third participant leaves, who can read nothing from then on', async () => {
    const guest = await new PageInCall(relay).arrive();
    await settle(doctor, patient, guest);
    relay.keys = relay.keys.filter(({ id }) => id !== guest.pageKeyId);
    await settle(doctor, patient);
    expect(await guest.shows(doctor)).toBe(false);
    expect(await patient.shows(doctor)).toBe(true);
    expect(doctor.last?.epoch).toBe(2);
  });

  it('is sent again when the API did not accept it', async () => {
    const guest = await new PageInCall(relay).arrive();
    const lost = await doctor.agreement.learn(relay);
    const again = await doctor.agreement.learn(relay);
    expect(again.epoch).toBe(lost.epoch);
    expect(again.toPost.map(({ to }) => to)).toEqual(lost.toPost.map(({ to }) => to));
    expect(again.toPost.map(({ to }) => to)).toContain(guest.pageKeyId);
  });

  it('is unavailable after the last epoch of a page: the page needs a new page key', async () => {
    const publicKey = relay.keys.find(({ id }) => id === patient.pageKeyId)?.publicKey ?? '';
    const reload = () =>
      relay.publish({
        id: randomUUID(),
        participantId: patient.participantId,
        publicKey,
        publishedAt: new Date(0).toISOString(),
        part: null,
      });
    for (let epoch = 1; epoch <= 255; epoch++) {
      reload();
      expect(await doctor.step()).toMatchObject({ epoch, exhausted: false });
    }
    reload();
    expect(await doctor.step()).toMatchObject({ exhausted: true, toPost: [] });
  });
});

describe('A wrapped key', () => {
  it.each(['from', 'to', 'epoch'] as const)('is valid for its own %s only', async (field) => {
    const guest = await new PageInCall(relay).arrive();
    await settle(guest);
    const genuine = relay.wrapped.find(({ from, to }) => from === guest.pageKeyId && to === doctor.pageKeyId);
    if (!genuine) throw new Error('no key was wrapped');
    const moved = { ...genuine, ...(field === 'epoch' ? { epoch: 7 } : { [field]: patient.pageKeyId }) };
    const reader = field === 'to' ? patient : doctor;
    await reader.agreement.learn({ keys: relay.keys, wrapped: [moved] });
    expect(await reader.shows(guest)).toBe(false);
    await doctor.agreement.learn({ keys: relay.keys, wrapped: [genuine] });
    expect(await doctor.shows(guest)).toBe(true);
  });

  it('that is malformed or from an unknown page is ignored', async () => {
    const nonsense = { from: patient.pageKeyId, to: doctor.pageKeyId, epoch: 9, wrapped: 'x'.repeat(40) };
    await doctor.agreement.learn({
      keys: relay.keys,
      wrapped: [nonsense, { ...nonsense, wrapped: '----' }, { ...nonsense, from: randomUUID() }],
    });
    expect(await doctor.shows(patient)).toBe(true);
  });
});

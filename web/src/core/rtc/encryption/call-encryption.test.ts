import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallKey, CodePart, WrappedKey } from '@yunzhen/shared/calls/keys.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { TransformAttacher } from './attach-transform.ts';
import { CallEncryption } from './call-encryption.ts';
import type { EncryptionState } from './encryption-state.ts';
import { KeyAgreement } from './key-agreement.ts';
import type { KeyExchange } from './key-exchange.ts';
import { goneAfterMs } from './presence.ts';
import type { FrameCounts, WorkerRequest } from './worker-messages.ts';
import type { WorkerPort } from './worker-channel.ts';
import { WorkerRequestHandler } from './worker-request-handler.ts';

const visitId = randomUUID();
const picture = new TextEncoder().encode('\u0011what has changed in the picture');

/** Fake of the API’s key routes: stores keys, notifies the pages and fails when the test asks for it. */
class FakeApi {
  keys: CallKey[] = [];
  wrapped: WrappedKey[] = [];
  failing: (() => Error) | null = null;
  reads = 0;
  /** Simulates an API of the previous version, which rejects code parts. */
  takesNoParts = false;
  /** Changes a code part as a hostile API would. */
  alter = (part: CodePart): CodePart => part;
  readonly #listeners = new Map<string, () => void>();

  exchangeOf(participantId: string): KeyExchange {
    return {
      publish: async (id, publicKey) => {
        this.#mayFail();
        const rest = this.keys.filter((key) => key.participantId !== participantId && key.id !== id);
        this.keys = [...rest, { id, participantId, publicKey, publishedAt: new Date(0).toISOString(), part: null }];
        this.tell();
        return this.keys;
      },
      postPart: async (keyId, part) => {
        this.#mayFail();
        if (this.takesNoParts) throw new AppError('resource.not-found');
        this.keys = this.keys.map((key) => (key.id === keyId ? { ...key, part: this.alter(part) } : key));
        this.tell();
      },
      read: async (to) => {
        this.reads += 1;
        this.#mayFail();
        return { keys: this.keys, wrapped: this.wrapped.filter((key) => key.to === to) };
      },
      post: async (from, keys) => {
        this.#mayFail();
        this.wrapped.push(...keys.map((key) => ({ ...key, from })));
        this.tell();
      },
      onChanged: (listener) => {
        this.#listeners.set(participantId, listener);
        return () => void this.#listeners.delete(participantId);
      },
    };
  }

  tell(): void {
    for (const listener of this.#listeners.values()) listener();
  }

  #mayFail(): void {
    if (this.failing) throw this.failing();
  }
}

/** A worker that runs in the same thread. */
class InlineWorker implements WorkerPort {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  terminated = false;
  readonly keys = new KeyAgreement();
  readonly #requests = new WorkerRequestHandler(this.keys, () => undefined);

  postMessage(message: unknown): void {
    void this.#requests.answer(message as WorkerRequest).then((answer) => this.say(answer));
  }

  say(data: unknown): void {
    this.onmessage?.({ data } as MessageEvent);
  }

  die(): void {
    this.onerror?.({} as ErrorEvent);
  }

  terminate(): void {
    this.terminated = true;
  }
}

class PageUnderTest {
  readonly participantId: string;
  readonly workers: InlineWorker[] = [];
  readonly attached: unknown[] = [];
  readonly states: EncryptionState[] = [];
  time = 0;
  readonly encryption: CallEncryption;

  constructor(api: FakeApi, participantId: string = randomUUID(), supported = true) {
    this.participantId = participantId;
    const attacher: TransformAttacher = {
      connectionSettings: {},
      attach: (_end, worker, options) => void this.attached.push([worker, options]),
    };
    this.encryption = new CallEncryption({
      visitId,
      participantId,
      exchange: api.exchangeOf(participantId),
      attacher: supported ? attacher : null,
      createWorker: () => {
        const worker = new InlineWorker();
        this.workers.push(worker);
        return worker;
      },
      random: () => 0,
      now: () => this.time,
    });
    this.encryption.on('state', (state) => this.states.push(state));
    open.push(this.encryption);
  }

  get worker(): InlineWorker {
    const worker = this.workers.at(-1);
    if (!worker) throw new Error('no worker yet');
    return worker;
  }

  async shows(other: PageUnderTest): Promise<boolean> {
    const frame = await other.worker.keys.seal('camera', picture);
    return frame !== null && 'frame' in (await this.worker.keys.open(other.participantId, 'camera', frame));
  }

  tellCounts(counts: Partial<FrameCounts>): void {
    const none = { opened: 0, 'missing-key': 0, forged: 0, replayed: 0 };
    const of = { participantId: 'other', source: 'camera' as const };
    this.worker.say({ counts: [{ ...of, ...none, ...counts }], sealed: 0, withheld: 0 });
  }
}

const open: CallEncryption[] = [];
let api: FakeApi;
let doctor: PageUnderTest;
let patient: PageUnderTest;

/** Waits in real time, because WebCrypto ignores fake timers; on a busy machine that takes long. */
const until = (condition: () => boolean | Promise<boolean>) =>
  vi.waitFor(
    async () => {
      if (!(await condition())) throw new Error('not yet');
    },
    { timeout: 20_000, interval: 5 },
  );
const isOn = (...pages: PageUnderTest[]) => pages.every(({ encryption }) => encryption.state.status === 'on');
const agreed = (...pages: PageUnderTest[]) =>
  until(() => isOn(...pages) && pages.every(({ encryption }) => encryption.state.safetyCode !== null));

beforeEach(() => {
  api = new FakeApi();
  doctor = new PageUnderTest(api);
  patient = new PageUnderTest(api);
});
afterEach(() => {
  for (const encryption of open.splice(0)) encryption.close();
});

describe('Encryption of a call', () => {
  it('is off until it is started, and then turns on', async () => {
    expect(doctor.encryption.state.status).toBe('off');
    doctor.encryption.start();
    expect(doctor.encryption.state.status).toBe('starting');
    await until(() => isOn(doctor));
    expect(doctor.encryption.state.safetyCode).toBeNull();
  });

  it('is agreed by two pages in either order of arrival, with the same code on both', async () => {
    doctor.encryption.start();
    await until(() => isOn(doctor));
    patient.encryption.start();
    await agreed(doctor, patient);
    expect([await doctor.shows(patient), await patient.shows(doctor)]).toEqual([true, true]);
    expect(patient.encryption.state.safetyCode).toBe(doctor.encryption.state.safetyCode);
  });

  it('is agreed by two pages that arrive at the same time', async () => {
    doctor.encryption.start();
    patient.encryption.start();
    await agreed(doctor, patient);
    await until(async () => (await doctor.shows(patient)) && (await patient.shows(doctor)));
  });

  it('starts with the first sender or receiver, and attaches each of them to the worker', () => {
    doctor.encryption.sender({} as RTCRtpSender, 'camera');
    doctor.encryption.receiver({} as RTCRtpReceiver, 'someone', 'microphone');
    expect(doctor.attached).toEqual([
      [doctor.worker, { side: 'send', source: 'camera' }],
      [doctor.worker, { side: 'receive', source: 'microphone', participantId: 'someone' }],
    ]);
    expect(doctor.workers).toHaveLength(1);
  });

  it('lists participants whose media cannot be shown because their key is missing', async () => {
    doctor.encryption.start();
    doctor.encryption.handleParticipants([{ participantId: patient.participantId }]);
    await until(() => doctor.encryption.state.missing.length > 0);
    expect(doctor.encryption.state).toMatchObject({ status: 'starting', missing: [patient.participantId] });
    patient.encryption.start();
    await agreed(doctor, patient);
    expect(doctor.encryption.state.missing).toEqual([]);
  });

  it('continues with a page that was reloaded', async () => {
    doctor.encryption.start();
    patient.encryption.start();
    await agreed(doctor, patient);
    const code = doctor.encryption.state.safetyCode;
    patient.encryption.close();
    const reloaded = new PageUnderTest(api, patient.participantId);
    reloaded.encryption.start();
    await until(async () => (await doctor.shows(reloaded)) && (await reloaded.shows(doctor)));
    await until(() => doctor.encryption.state.safetyCode !== code);
    await until(() => doctor.encryption.state.safetyCode === reloaded.encryption.state.safetyCode);
  });

  it('withdraws the key from a participant who has left, but not from one who is away briefly', async () => {
    doctor.encryption.start();
    patient.encryption.start();
    await agreed(doctor, patient);
    const both = [doctor, patient].map(({ participantId }) => ({ participantId }));
    doctor.encryption.handleParticipants(both);
    const reads = api.reads;
    doctor.encryption.handleParticipants([]);
    doctor.time += goneAfterMs - 1;
    api.tell();
    await until(() => api.reads > reads + 1);
    expect(await patient.shows(doctor)).toBe(true);
    doctor.encryption.handleParticipants(both);
    doctor.time += goneAfterMs;
    api.tell();
    await until(() => api.reads > reads + 3);
    expect(await patient.shows(doctor)).toBe(true);

    doctor.encryption.handleParticipants([]);
    doctor.time += goneAfterMs;
    api.tell();
    await until(async () => !(await patient.shows(doctor)));
    doctor.encryption.handleParticipants(both);
    await until(() => patient.shows(doctor));
  });
});

describe('Encryption of a call after a failure', () => {
  it('retries until the API answers', async () => {
    api.failing = () => new AppError('service.unavailable');
    doctor.encryption.start();
    await until(() => api.keys.length === 0 && doctor.workers.length === 1);
    api.failing = null;
    api.tell();
    await until(() => isOn(doctor));
  });

  it('ends after a rejection, and the next session tries again', async () => {
    api.failing = () => new AppError('visit.not-in-progress');
    doctor.encryption.start();
    await until(() => doctor.encryption.state.failure === 'refused');
    api.failing = null;
    doctor.encryption.sender({} as RTCRtpSender, 'camera');
    await until(() => isOn(doctor));
  });

  it('reports that another page of the same participant took over', async () => {
    doctor.encryption.start();
    await until(() => isOn(doctor));
    const other = new PageUnderTest(api, doctor.participantId);
    other.encryption.start();
    api.exchangeOf(randomUUID());
    await until(() => isOn(other));
    doctor.encryption.start();
    doctor.encryption.handleParticipants([{ participantId: 'someone' }]);
    await until(() => doctor.encryption.state.failure === 'replaced');
    expect(isOn(other)).toBe(true);
  });

  it('reports an unsupported browser and sends nothing', () => {
    const old = new PageUnderTest(api, randomUUID(), false);
    expect(old.encryption.supported).toBe(false);
    expect(() => old.encryption.sender({} as RTCRtpSender, 'camera')).toThrow();
    expect(old.encryption.state).toMatchObject({ status: 'failed', failure: 'unsupported' });
    expect(old.workers).toEqual([]);
  });

  it('reports a worker that died, and the next session creates another one', async () => {
    doctor.encryption.start();
    await until(() => isOn(doctor));
    doctor.worker.die();
    expect(doctor.encryption.state).toMatchObject({ status: 'failed', failure: 'broken' });
    doctor.encryption.sender({} as RTCRtpSender, 'camera');
    expect(doctor.workers).toHaveLength(2);
    await until(() => isOn(doctor));
  });

  it('continues without a safety code when the API is of the previous version', async () => {
    api.takesNoParts = true;
    doctor.encryption.start();
    patient.encryption.start();
    await until(() => isOn(doctor, patient));
    await until(async () => (await doctor.shows(patient)) && (await patient.shows(doctor)));
    await until(() => doctor.encryption.state.codeStatus === 'older-page');
    expect(doctor.encryption.state.safetyCode).toBeNull();
  });

  it('reports a nonce that does not match its commitment until that page has gone', async () => {
    api.alter = (part) => (part.nonce === null ? part : { ...part, nonce: 'A'.repeat(43) });
    doctor.encryption.start();
    patient.encryption.start();
    await until(() => doctor.encryption.state.failure === 'altered');
    expect(doctor.encryption.state).toMatchObject({ status: 'failed', safetyCode: null });
    api.alter = (part) => part;
    const reloaded = new PageUnderTest(api, patient.participantId);
    reloaded.encryption.start();
    await agreed(doctor, reloaded);
    expect(doctor.encryption.state.failure).toBeNull();
  });

  it('requests keys when frames arrive under an unknown key, but not for each frame', async () => {
    doctor.encryption.start();
    await until(() => isOn(doctor));
    const before = api.reads;
    for (let count = 1; count <= 50; count++) doctor.tellCounts({ 'missing-key': count });
    await until(() => api.reads > before);
    expect(doctor.encryption.state.dropped).toBe(50);
    expect(api.reads).toBe(before + 1);
  });

  it('reports forged frames, and when frames are genuine again', async () => {
    doctor.encryption.start();
    await until(() => isOn(doctor));
    doctor.tellCounts({ opened: 100, forged: 24 });
    expect(doctor.encryption.state.status).toBe('on');
    doctor.tellCounts({ opened: 100, forged: 60 });
    expect(doctor.encryption.state).toMatchObject({ status: 'failed', failure: 'tampered', dropped: 60 });
    doctor.tellCounts({ opened: 101, forged: 60 });
    expect(doctor.encryption.state).toMatchObject({ status: 'on', failure: null });
  });

  it('ends the worker once when it is closed', async () => {
    doctor.encryption.start();
    await until(() => isOn(doctor));
    doctor.encryption.close();
    doctor.encryption.close();
    expect(doctor.worker.terminated).toBe(true);
    expect(() => doctor.encryption.sender({} as RTCRtpSender, 'camera')).toThrow();
  });
});

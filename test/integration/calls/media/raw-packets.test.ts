import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { JoinAnswer } from '@yunzhen/shared/calls/call.contract';
import { newId } from '../../../../server/src/platform/ids.ts';
import { Attacker, closeConnections, openConnections, rtcPort } from './support/attacker.ts';
import { CallClient } from './support/call-client.ts';
import { CallUnderAttack, residentBytes, workerPid } from './support/call-under-attack.ts';
import { Impostor } from './support/impostor.ts';
import { NodeFixture, ticketFor } from './support/node-fixture.ts';
import { mutations } from './support/packet-mutations.ts';
import { clientHello, dtlsAlert, framed, isBindingSuccess, rtcp, rtp, stunBinding } from './support/packets.ts';
import { dtlsParameters, opusParameters } from './support/rtp-parameters.ts';

/** The most that a worker may grow between two identical attacks: nothing of an attack may stay in memory. */
const SLACK_BYTES = 8 * 1024 * 1024;
/** The most that an attack may cost while it lasts and in pages that the allocator retains. */
const CEILING_BYTES = 160 * 1024 * 1024;

let fixture: NodeFixture;
/** Two calls of different visits on the same worker. */
let attacked: CallUnderAttack;
let untouched: CallUnderAttack;
let restingBytes = 0;

const bytesOfWorker = () => residentBytes(workerPid(fixture));

/**
 * Runs the attack twice and expects that both calls continue and that the second run does not grow the worker. What each run leaves in memory would grow
 * it in every further one too; what a busy machine queues once does not.
 */
async function expectNoHarm(attack: () => Promise<void>): Promise<void> {
  const attackAndCheck = async () => {
    await attack();
    await Promise.all([attacked.expectUndisturbed(), untouched.expectUndisturbed()]);
    return bytesOfWorker();
  };
  let [before, after] = [await attackAndCheck(), await attackAndCheck()];
  for (let more = 0; more < 3 && after - before >= SLACK_BYTES; more++)
    [before, after] = [after, await attackAndCheck()];
  expect(after - before).toBeLessThan(SLACK_BYTES);
  expect(after - restingBytes).toBeLessThan(CEILING_BYTES);
}

/** Returns an attacker at an unknown address. */
async function stranger(): Promise<Attacker> {
  const attacker = await Attacker.at(rtcPort(attacked.patient.answer.send, 'udp'));
  onTestFinished(() => attacker.close());
  return attacker;
}

async function ticketed(): Promise<{ client: CallClient; answer: JoinAnswer }> {
  const client = await CallClient.connect(fixture.url);
  onTestFinished(() => client.close());
  return { client, answer: await client.join(ticketFor({ visitId: newId() })) };
}

const credentials = ({ iceParameters }: JoinAnswer['send']) => ({
  username: `${String(iceParameters['usernameFragment'])}:evil`,
  password: String(iceParameters['password']),
});

/** Returns an attacker with an own ticket whose address the worker treats as a participant's: ICE is done, DTLS is not. */
async function insider(): Promise<Attacker> {
  const { answer } = await ticketed();
  const attacker = await stranger();
  // Repeated as in ICE: the worker may still be busy with a flood, and drop it.
  const isAnswered = async () => {
    await attacker.send([stunBinding({ ...credentials(answer.send), nominate: true })]);
    return attacker.answers.some(isBindingSuccess);
  };
  await expect.poll(isAnswered, { interval: 200 }).toBe(true);
  return attacker;
}

/** Returns the SSRCs that the node has of the attacked call's patient. */
function ssrcsOfPatient(): number[] {
  const { participantId } = attacked.patient.answer;
  const peer = fixture.node.rooms.rooms
    .flatMap(({ peers }) => peers)
    .find((each) => each.participantId === participantId);
  const encodings = peer?.publications.list().flatMap(({ producer }) => producer.rtpParameters.encodings ?? []) ?? [];
  const ssrcs = encodings.flatMap(({ ssrc }) => ssrc ?? []);
  expect(ssrcs).toHaveLength(2);
  return ssrcs;
}

const times = <Item>(count: number, make: (index: number) => Item) => Array.from({ length: count }, (_, i) => make(i));

/** Returns one valid packet of each kind. */
function goodPackets(): Buffer[] {
  const [ssrc = 1] = ssrcsOfPatient();
  const known = credentials(attacked.patient.answer.send);
  return [
    rtp({ ssrc }),
    rtcp(ssrc),
    clientHello(),
    dtlsAlert(),
    stunBinding({ ...known, password: 'wrong' }),
    stunBinding({ username: known.username }),
    stunBinding({ ...known, password: 'wrong', type: 'success' }),
    stunBinding({ ...known, password: 'wrong', type: 'indication' }),
  ];
}

beforeAll(async () => {
  fixture = await NodeFixture.start();
  attacked = await CallUnderAttack.start(fixture);
  untouched = await CallUnderAttack.start(fixture);
  restingBytes = bytesOfWorker();
});
afterAll(async () => {
  attacked?.close();
  untouched?.close();
  await fixture?.stop();
});

describe('packets from an unknown address', () => {
  it('with RTP and RTCP have no effect, even with the SSRCs of a participant', async () => {
    const attacker = await stranger();
    await expectNoHarm(async () => {
      for (const ssrc of [...ssrcsOfPatient(), 4_711]) {
        const packets = times(500, (sequence) => rtp({ ssrc, sequence, timestamp: sequence * 960 }));
        await attacker.send([...packets, ...times(50, () => rtcp(ssrc))]);
      }
    });
    expect(attacker.answers).toEqual([]);
  });

  it('with a DTLS handshake or alert get no answer', async () => {
    const attacker = await stranger();
    await expectNoHarm(() => attacker.send(times(200, (i) => (i % 2 ? clientHello() : dtlsAlert()))));
    expect(attacker.answers).toEqual([]);
  });

  it('with STUN of a wrong or missing integrity or an unknown user name open nothing', async () => {
    const attacker = await stranger();
    const { username } = credentials(attacked.patient.answer.send);
    await expectNoHarm(async () => {
      await attacker.send(
        times(100, () => [
          stunBinding({ username, password: 'wrong', nominate: true }),
          stunBinding({ username, nominate: true }),
          stunBinding({ username: 'unknown:evil', password: 'wrong', nominate: true }),
          stunBinding({ username: 'x'.repeat(500), password: 'wrong' }),
        ]).flat(),
      );
      // If one of the requests had been accepted as the patient's, these packets would arrive as media.
      for (const ssrc of ssrcsOfPatient()) await attacker.send(times(50, (sequence) => rtp({ ssrc, sequence })));
    });
    // The worker answers a wrong integrity with an error (RFC 8489 §9.1.3), so the requests arrived; none was accepted.
    expect(attacker.answers.length).toBeGreaterThan(0);
    expect(attacker.answers.some(isBindingSuccess)).toBe(false);
  });

  it('that are truncated, inflated or corrupted have no effect', async () => {
    const attacker = await stranger();
    await expectNoHarm(() => attacker.send(mutations(goodPackets(), 5_000, 1)));
  });

  it('of maximum and zero size have no effect', async () => {
    const attacker = await stranger();
    const sizes = [0, 1, 2, 11, 12, 19, 20, 1_501, 9_000, 65_507];
    await expectNoHarm(() =>
      attacker.send([
        ...sizes.map((size) => Buffer.alloc(size, 0x80)),
        ...goodPackets().map((packet) => Buffer.concat([packet, Buffer.alloc(65_507 - packet.length, 0xff)])),
      ]),
    );
  });

  it('in a flood of 50,000 do not end a call', async () => {
    const attacker = await stranger();
    const packets = [...goodPackets(), Buffer.alloc(1_200, 0x80), Buffer.alloc(200, 0x16)];
    await expectNoHarm(() => attacker.send(times(2_500, () => packets).flat()));
  });
});

describe('packets from the address of a participant of another call', () => {
  it('with RTP and RTCP before DTLS have no effect', async () => {
    const attacker = await insider();
    await expectNoHarm(async () => {
      for (const ssrc of ssrcsOfPatient()) {
        await attacker.send(times(500, (sequence) => rtp({ ssrc, sequence })));
        await attacker.send(times(50, () => rtcp(ssrc)));
      }
    });
  });

  it('that are truncated, inflated or corrupted have no effect', async () => {
    const attacker = await insider();
    await expectNoHarm(() => attacker.send(mutations(goodPackets(), 5_000, 2)));
  });

  it('with a DTLS handshake of another certificate than the announced one never connect', async () => {
    await expectNoHarm(async () => {
      const { client, answer } = await ticketed();
      const transportId = answer.send.id;
      await client.ask('connect-transport', { transportId, dtlsParameters: dtlsParameters() });
      await client.ask('produce', { transportId, source: 'microphone', rtpParameters: opusParameters() });
      const transport = transportOf(answer);
      const states: string[] = [];
      transport.on('dtlsstatechange', (state) => states.push(state));
      const impostor = await Impostor.connect(answer.send);
      onTestFinished(() => impostor.close());
      await expect.poll(() => states).toContain('failed');
      // The attacker's own state may be connected: its half of the handshake ends before the node checks its certificate.
      const [stats] = await transport.getStats();
      expect(stats).toMatchObject({ rtpBytesReceived: 0, rtpBytesSent: 0 });
      expect(states).not.toContain('connected');
    });
  });
});

describe('packets with the ICE credentials of a participant', () => {
  it('and another certificate do not enter the call, and the participant recovers when they stop', async () => {
    await expectNoHarm(async () => {
      const impostor = await Impostor.connect(attacked.patient.answer.send);
      const transport = transportOf(attacked.patient.answer);
      await expect.poll(() => impostor.states).toContain('connecting');
      expect(transport.dtlsState).toBe('connected');
      expect(impostor.states).not.toContain('connected');
      impostor.close();
    });
  });
});

describe('connections over TCP', () => {
  const port = () => rtcPort(attacked.patient.answer.send, 'tcp');

  it('with frames of any content from a stranger have no effect', async () => {
    await expectNoHarm(async () => {
      const sockets = await openConnections(port(), 20);
      for (const [index, socket] of sockets.entries()) {
        for (const packet of mutations(goodPackets(), 200, 100 + index)) socket.write(framed(packet));
        socket.write(Buffer.alloc(70_000));
      }
      await closeConnections(sockets);
    });
  });

  it('with frames of any content from a participant of another call have no effect', async () => {
    const { answer } = await ticketed();
    await expectNoHarm(async () => {
      const [socket] = await openConnections(port(), 1);
      if (!socket) throw new Error('no connection');
      socket.write(framed(stunBinding({ ...credentials(answer.send), nominate: true })));
      const [heard] = (await once(socket, 'data')) as [Buffer];
      expect(isBindingSuccess(heard.subarray(2))).toBe(true);
      for (const packet of mutations(goodPackets(), 2_000, 3)) socket.write(framed(packet));
      await closeConnections([socket]);
    });
  });

  it('with frames that never end cost no more than their connections', async () => {
    await expectNoHarm(async () => {
      const sockets = await openConnections(port(), 500);
      for (const socket of sockets) socket.write(framed(Buffer.alloc(1_000, 0x80), 65_535));
      await Promise.all([attacked.expectUndisturbed(), untouched.expectUndisturbed()]);
      await closeConnections(sockets);
    });
  });

  it('that stay silent by thousands do not disturb calls, and a newcomer can join', async () => {
    await expectNoHarm(async () => {
      const sockets = await openConnections(port(), 3_000);
      await Promise.all([attacked.expectUndisturbed(), untouched.expectUndisturbed()]);
      const late = await CallUnderAttack.start(fixture);
      await late.expectUndisturbed();
      late.close();
      await closeConnections(sockets);
    });
  });

  it.runIf(platform() === 'linux')('more connections than the worker may hold leave calls alone', async () => {
    const own = await NodeFixture.start();
    onTestFinished(() => own.stop());
    const call = await CallUnderAttack.start(own);
    onTestFinished(() => call.close());
    const most = ['--pid', String(workerPid(own)), '--nofile=200:200'];
    expect(spawnSync('prlimit', most).status).toBe(0);
    const sockets = await openConnections(rtcPort(call.patient.answer.send, 'tcp'), 500);
    await expect.poll(() => sockets.filter(({ closed }) => closed).length).toBeGreaterThanOrEqual(300);
    await call.expectUndisturbed();
    // The existing socket serves newcomers too: media of all calls shares the worker’s one UDP socket.
    const late = await CallUnderAttack.start(own);
    await late.expectUndisturbed();
    late.close();
    await closeConnections(sockets);
    await call.expectUndisturbed();
  });
});

/** Returns the node's side of a participant's sending transport. */
function transportOf({ participantId, send }: JoinAnswer) {
  const peer = fixture.node.rooms.rooms
    .flatMap(({ peers }) => peers)
    .find((each) => each.participantId === participantId);
  if (!peer) throw new Error('participant not found');
  return peer.transports.byId(send.id);
}

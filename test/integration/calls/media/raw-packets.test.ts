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

/** Of which a worker may be larger after an attack than after the same attack before: nothing of it is kept. */
const SLACK_BYTES = 8 * 1024 * 1024;
/** What an attack may cost while it lasts and in pages that the allocator holds on to. */
const CEILING_BYTES = 160 * 1024 * 1024;

let fixture: NodeFixture;
/** Two calls of different visits on the one worker. */
let attacked: CallUnderAttack;
let untouched: CallUnderAttack;
let restingBytes = 0;

const bytesOfWorker = () => residentBytes(workerPid(fixture));

/** The attack, twice: both calls go on after each, and the second leaves the worker no larger than the first. */
async function expectNoHarm(attack: () => Promise<void>): Promise<void> {
  const survive = async () => {
    await attack();
    await Promise.all([attacked.expectUndisturbed(), untouched.expectUndisturbed()]);
    return bytesOfWorker();
  };
  const [first, second] = [await survive(), await survive()];
  expect(second - first).toBeLessThan(SLACK_BYTES);
  expect(second - restingBytes).toBeLessThan(CEILING_BYTES);
}

/** An attacker at an address that the worker has never heard of. */
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

/** An attacker with a ticket of its own, whose address the worker takes for a participant's: ICE is done, DTLS is not. */
async function insider(): Promise<Attacker> {
  const { answer } = await ticketed();
  const attacker = await stranger();
  await attacker.send([stunBinding({ ...credentials(answer.send), nominate: true })]);
  await expect.poll(() => attacker.answers.some(isBindingSuccess)).toBe(true);
  return attacker;
}

/** The SSRCs that the patient of the attacked call sends, as the node knows them. */
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

/** One good packet of each kind, as raw material. */
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

describe('from a strange address', () => {
  it('RTP and RTCP do nothing, not even with the SSRCs of a participant', async () => {
    const attacker = await stranger();
    await expectNoHarm(async () => {
      for (const ssrc of [...ssrcsOfPatient(), 4_711]) {
        const packets = times(500, (sequence) => rtp({ ssrc, sequence, timestamp: sequence * 960 }));
        await attacker.send([...packets, ...times(50, () => rtcp(ssrc))]);
      }
    });
    expect(attacker.answers).toEqual([]);
  });

  it('a DTLS handshake or alert is not answered', async () => {
    const attacker = await stranger();
    await expectNoHarm(() => attacker.send(times(200, (i) => (i % 2 ? clientHello() : dtlsAlert()))));
    expect(attacker.answers).toEqual([]);
  });

  it('STUN with a wrong integrity, none, or an unknown name opens nothing', async () => {
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
      // Had one of them been taken for the patient's, this would come in as media.
      for (const ssrc of ssrcsOfPatient()) await attacker.send(times(50, (sequence) => rtp({ ssrc, sequence })));
    });
    // They were heard, for a wrong integrity is answered with an error (RFC 8489 §9.1.3); none was believed.
    expect(attacker.answers.length).toBeGreaterThan(0);
    expect(attacker.answers.some(isBindingSuccess)).toBe(false);
  });

  it('packets that are cut off, blown up or bent do nothing', async () => {
    const attacker = await stranger();
    await expectNoHarm(() => attacker.send(mutations(goodPackets(), 5_000, 1)));
  });

  it('packets of the greatest size and of none do nothing', async () => {
    const attacker = await stranger();
    const sizes = [0, 1, 2, 11, 12, 19, 20, 1_501, 9_000, 65_507];
    await expectNoHarm(() =>
      attacker.send([
        ...sizes.map((size) => Buffer.alloc(size, 0x80)),
        ...goodPackets().map((packet) => Buffer.concat([packet, Buffer.alloc(65_507 - packet.length, 0xff)])),
      ]),
    );
  });

  it('a flood of 50,000 packets does not end a call', async () => {
    const attacker = await stranger();
    const packets = [...goodPackets(), Buffer.alloc(1_200, 0x80), Buffer.alloc(200, 0x16)];
    await expectNoHarm(() => attacker.send(times(2_500, () => packets).flat()));
  });
});

describe('from the address of a participant of another call', () => {
  it('RTP and RTCP before DTLS do nothing', async () => {
    const attacker = await insider();
    await expectNoHarm(async () => {
      for (const ssrc of ssrcsOfPatient()) {
        await attacker.send(times(500, (sequence) => rtp({ ssrc, sequence })));
        await attacker.send(times(50, () => rtcp(ssrc)));
      }
    });
  });

  it('packets that are cut off, blown up or bent do nothing', async () => {
    const attacker = await insider();
    await expectNoHarm(() => attacker.send(mutations(goodPackets(), 5_000, 2)));
  });

  it('a handshake with another certificate than the announced one never connects', async () => {
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
      // The impostor may think otherwise: its half of the handshake is done before the node has looked at its certificate.
      const [stats] = await transport.getStats();
      expect(stats).toMatchObject({ rtpBytesReceived: 0, rtpBytesSent: 0 });
      expect(states).not.toContain('connected');
    });
  });
});

describe('with the ICE credentials of a participant', () => {
  it('another certificate does not get into the call, and the participant has it back when that one is gone', async () => {
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

describe('over TCP', () => {
  const port = () => rtcPort(attacked.patient.answer.send, 'tcp');

  it('frames of any content from a stranger do nothing', async () => {
    await expectNoHarm(async () => {
      const sockets = await openConnections(port(), 20);
      for (const [index, socket] of sockets.entries()) {
        for (const packet of mutations(goodPackets(), 200, 100 + index)) socket.write(framed(packet));
        socket.write(Buffer.alloc(70_000));
      }
      await closeConnections(sockets);
    });
  });

  it('frames of any content from the address of a participant of another call do nothing', async () => {
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

  it('frames that never end cost no more than their connections', async () => {
    await expectNoHarm(async () => {
      const sockets = await openConnections(port(), 500);
      for (const socket of sockets) socket.write(framed(Buffer.alloc(1_000, 0x80), 65_535));
      await Promise.all([attacked.expectUndisturbed(), untouched.expectUndisturbed()]);
      await closeConnections(sockets);
    });
  });

  it('thousands of silent connections leave calls alone, and a newcomer still gets in', async () => {
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
    // What is open already serves newcomers too: media of all calls shares the worker’s one UDP socket.
    const late = await CallUnderAttack.start(own);
    await late.expectUndisturbed();
    late.close();
    await closeConnections(sockets);
    await call.expectUndisturbed();
  });
});

/** The node's own side of a participant's sending transport. */
function transportOf({ participantId, send }: JoinAnswer) {
  const peer = fixture.node.rooms.rooms
    .flatMap(({ peers }) => peers)
    .find((each) => each.participantId === participantId);
  if (!peer) throw new Error('no such participant');
  return peer.transports.byId(send.id);
}

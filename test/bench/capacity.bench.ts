import { bareSide, ourSide, type Side } from './generator/sides.ts';
import { arrived, pace } from './generator/pace.ts';
import type { Participant } from './generator/participant.ts';
import { median, option, report } from './report.ts';

/*
 * Measures the media worker's cost per forwarded packet, and its memory per visit and waiting patient, ours against bare mediasoup, alternating, with
 * the same worker binary. The generator speaks real ICE, DTLS and SRTP, sends speech and a picture of about 1 Mbit/s from both sides, and counts what
 * arrives.
 */
const rounds = option('rounds', 6);
const visits = option('visits', 8);
const seconds = option('seconds', 6);
const idleVisits = 40;

interface Turn {
  readonly microsecondsPerPacket: number;
  readonly visitsPerCore: number;
  readonly missing: number;
}

async function turn(side: Side, participants: readonly Participant[]): Promise<Turn> {
  await pace(participants, 1_000);
  const before = {
    cpu: await side.cpuMilliseconds(),
    packets: arrived(participants, 'packets'),
    missing: arrived(participants, 'missing'),
  };
  await pace(participants, seconds * 1_000);
  const cpu = (await side.cpuMilliseconds()) - before.cpu;
  const packets = arrived(participants, 'packets') - before.packets;
  return {
    microsecondsPerPacket: (cpu * 1_000) / packets,
    visitsPerCore: (visits * seconds * 1_000) / cpu,
    missing: arrived(participants, 'missing') - before.missing,
  };
}

async function memoryOf(side: Side, open: () => Promise<unknown>): Promise<number> {
  const before = await side.memory();
  for (let i = 0; i < idleVisits; i += 1) await open();
  return ((await side.memory()) - before) / idleVisits;
}

const sides = await Promise.all([ourSide(), bareSide()]);
const [ours, bare] = sides;
const participants = new Map<Side, Participant[]>();
for (const side of sides) {
  const opened: Participant[] = [];
  for (let i = 0; i < visits; i += 1) opened.push(...(await side.openVisit()));
  participants.set(side, opened);
}

const turns = new Map<Side, Turn[]>(sides.map((side) => [side, []]));
for (let round = 0; round < rounds; round += 1) {
  // The order alternates per round.
  for (const side of round % 2 === 0 ? sides : [...sides].reverse()) {
    turns.get(side)?.push(await turn(side, participants.get(side) ?? []));
  }
}

const memory = new Map<Side, number>();
for (const side of sides) memory.set(side, await memoryOf(side, () => side.openVisit()));
const waiting = await memoryOf(ours, () => ours.openWaiting?.() ?? Promise.resolve());

const of = (side: Side, figure: keyof Turn) => (turns.get(side) ?? []).map((each) => each[figure]);
const ratio = (figure: keyof Turn) =>
  median(of(ours, figure).map((value, index) => value / (of(bare, figure)[index] ?? Number.NaN)));
report(
  'capacity',
  rounds,
  sides.map((side) => ({
    side: side.name,
    'CPU µs / forwarded packet': median(of(side, 'microsecondsPerPacket')).toFixed(2),
    'visits / core': median(of(side, 'visitsPerCore')).toFixed(1),
    'packets missing': of(side, 'missing').reduce((total, value) => total + value, 0),
    'kB / idle visit': ((memory.get(side) ?? Number.NaN) / 1024).toFixed(0),
    'kB / waiting patient': side === ours ? (waiting / 1024).toFixed(0) : '–',
  })),
  [
    {
      name: 'worker CPU per forwarded packet, ours / bare',
      value: ratio('microsecondsPerPacket'),
      unit: 'ratio',
      goal: '<= 1.02',
    },
    { name: 'visits per core, ours / bare', value: ratio('visitsPerCore'), unit: 'ratio', goal: '>= 0.97' },
    {
      name: 'packets missing, ours',
      value: of(ours, 'missing').reduce((total, value) => total + value, 0),
      unit: 'packets',
      goal: '<= 0',
    },
    {
      name: 'packets missing, bare',
      value: of(bare, 'missing').reduce((total, value) => total + value, 0),
      unit: 'packets',
      goal: null,
    },
    {
      name: 'worker memory per idle visit, ours',
      value: (memory.get(ours) ?? Number.NaN) / 1024,
      unit: 'kB',
      goal: null,
    },
    {
      name: 'worker memory per idle visit, bare',
      value: (memory.get(bare) ?? Number.NaN) / 1024,
      unit: 'kB',
      goal: null,
    },
    { name: 'worker memory per waiting patient, ours', value: waiting / 1024, unit: 'kB', goal: null },
  ],
);
for (const each of participants.values()) for (const participant of each) participant.close();
await Promise.all(sides.map((side) => side.close()));

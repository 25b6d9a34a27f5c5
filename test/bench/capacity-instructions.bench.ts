import { arrived, pace } from './generator/pace.ts';
import { Callgrind, hasValgrind } from './generator/callgrind.ts';
import type { Feedback, Participant } from './generator/participant.ts';
import { bareSide, ourSide, type Side } from './generator/sides.ts';
import { median, option, report, type Figure } from './report.ts';

/*
 * Measures the media worker's instructions and system calls per forwarded packet, ours against bare mediasoup, alternating. It answers the question
 * of `capacity` independently of machine load. Same worker binary, same generator. Kernel instructions are not counted, so system calls are.
 */
const rounds = option('rounds', 6);
const visits = option('visits', 1);
const seconds = option('seconds', 10);
/** Attempts per turn: a worker that is fifty times slower falls behind on a busy machine, and dropped packets are no forwarding. */
const maxAttempts = 5;

interface Turn {
  readonly instructions: number;
  readonly systemCalls: number;
  readonly packets: number;
  readonly missing: number;
}

interface Result {
  readonly name: string;
  readonly turns: readonly Turn[];
  /** Number of turns in which the worker fell behind, which are not counted. */
  readonly disturbed: number;
}

async function turn(side: Side, participants: readonly Participant[]): Promise<Turn> {
  await pace(participants, 1_000);
  const before = { packets: arrived(participants, 'packets'), missing: arrived(participants, 'missing') };
  await callgrind.zero(side.workerPid);
  await pace(participants, seconds * 1_000);
  const work = await callgrind.dump(side.workerPid);
  const packets = arrived(participants, 'packets') - before.packets;
  return {
    instructions: work.instructions / packets,
    systemCalls: work.systemCalls / packets,
    packets,
    missing: arrived(participants, 'missing') - before.missing,
  };
}

async function compare(feedback: Feedback): Promise<readonly [ours: Result, bare: Result]> {
  const sides = await Promise.all([ourSide(feedback), bareSide(feedback)]);
  const entries = await Promise.all(
    sides.map(async (side) => ({ side, participants: await opened(side), turns: [] as Turn[], disturbed: 0 })),
  );
  for (let round = 0; round < rounds; round += 1) {
    // The order alternates per round.
    for (const entry of round % 2 === 0 ? entries : entries.toReversed()) {
      for (let attempt = 1; entry.turns.length <= round; attempt += 1) {
        const done = await turn(entry.side, entry.participants);
        if (done.missing === 0 || attempt === maxAttempts) entry.turns.push(done);
        else entry.disturbed += 1;
      }
    }
  }
  for (const { participants } of entries) for (const participant of participants) participant.close();
  await Promise.all(sides.map((side) => side.close()));
  const [ours, bare] = entries.map(({ side, turns, disturbed }) => ({ name: side.name, turns, disturbed }));
  if (!ours || !bare) throw new Error('expected two sides');
  return [ours, bare];
}

async function opened(side: Side): Promise<Participant[]> {
  const participants: Participant[] = [];
  for (let i = 0; i < visits; i += 1) participants.push(...(await side.openVisit()));
  return participants;
}

const each = ({ turns }: Result, figure: keyof Turn) => turns.map((turn) => turn[figure]);
const total = (result: Result, figure: keyof Turn) => each(result, figure).reduce((sum, value) => sum + value, 0);
const spread = (values: readonly number[]) => Math.max(...values) / Math.min(...values);

function row(feedback: Feedback, result: Result): Record<string, unknown> {
  return {
    feedback,
    side: result.name,
    'instructions / forwarded packet': median(each(result, 'instructions')).toFixed(0),
    'highest / lowest round': spread(each(result, 'instructions')).toFixed(3),
    'system calls / forwarded packet': median(each(result, 'systemCalls')).toFixed(2),
    'packets forwarded': total(result, 'packets'),
    'packets missing': total(result, 'missing'),
    'turns repeated': result.disturbed,
  };
}

function figures(feedback: Feedback, [ours, bare]: readonly [ours: Result, bare: Result]): Figure[] {
  const ratio = (figure: keyof Turn) =>
    median(each(ours, figure).map((value, index) => value / (each(bare, figure)[index] ?? Number.NaN)));
  const instructions = ratio('instructions');
  const figure = (name: string, value: number, goal: string | null, unit = 'ratio') => ({
    name: `${feedback}: ${name}`,
    value,
    unit,
    goal,
  });
  return [
    figure('worker instructions per forwarded packet, ours / bare', instructions, '<= 1.02'),
    figure('visits per core by instructions, ours / bare', 1 / instructions, '>= 0.97'),
    figure('worker system calls per forwarded packet, ours / bare', ratio('systemCalls'), null),
    figure('bare, highest / lowest round', spread(each(bare, 'instructions')), null),
    figure('packets missing, ours', total(ours, 'missing'), '<= 0', 'packets'),
    figure('packets missing, bare', total(bare, 'missing'), null, 'packets'),
  ];
}

if (!(await hasValgrind())) {
  throw new Error(
    'this bench counts with valgrind, which is not here: apt-get install valgrind (brew, dnf and others have it too)',
  );
}
const callgrind = await Callgrind.use();
const only = process.argv.find((argument) => argument.startsWith('--feedback='))?.slice('--feedback='.length);
const feedbacks = (['plain', 'repair'] as const).filter((feedback) => !only || feedback === only);
const compared: { feedback: Feedback; results: readonly [ours: Result, bare: Result] }[] = [];
for (const feedback of feedbacks) compared.push({ feedback, results: await compare(feedback) });
report(
  'capacity-instructions',
  rounds,
  compared.flatMap(({ feedback, results }) => results.map((result) => row(feedback, result))),
  compared.flatMap(({ feedback, results }) => figures(feedback, results)),
);
if (process.argv.includes('--keep')) process.stderr.write(`the profiles are in ${callgrind.folder}\n`);
else await callgrind.close();

import { performance } from 'node:perf_hooks';
import { expect, type Page } from '@playwright/test';
import { startInstallation } from '../e2e/support/installation.ts';
import { admittedVisit, benchPage, doctorArrives, endVisit } from '../e2e/support/visit-in-call.ts';
import { launchBrowser } from './browser.ts';
import { atTheEnd } from './endings.ts';
import { secondsPerKey, secondsPerThought, Typist } from './editor/typist.ts';
import { median, option, report } from './report.ts';

/*
 * Measures the time for a prescription line by keyboard alone, in the real editor in a real browser, typed at the pace of the keystroke-level model.
 * A line starts with the search field focused and ends when it is complete and the field has the focus again. Mental steps: the medicine, the hit,
 * what to state, and what was understood.
 */
const rounds = option('rounds', 5);

interface Kind {
  readonly kind: string;
  /** The text typed to find the medicine. */
  readonly words: string;
  readonly hit: RegExp;
  /** The whole line as one input; when absent, the first usual dose is selected by its number. */
  readonly said?: string;
  /** The expected text of the finished line. */
  readonly reads: RegExp;
}

const kinds: readonly Kind[] = [
  {
    kind: 'usual dose by its number',
    words: 'cetir 10',
    hit: /^Cetirizine tablet/,
    reads: /Take 1 tablet by mouth once a day/,
  },
  {
    kind: 'plain',
    words: 'amox 500',
    hit: /^Amoxicillin/,
    said: '1 tid 7d',
    reads: /Take 1 capsule by mouth 3 times a day for 7 days/,
  },
  {
    kind: 'every so many hours',
    words: 'ibup 200',
    hit: /^Ibuprofen/,
    said: '1 q8h pc 3d',
    reads: /every 8 hours/,
  },
  {
    kind: 'taper',
    words: 'prednisol 5',
    hit: /^Prednisolone/,
    said: '20 10 5 mg am x 2d',
    reads: /Day 3–4: 2 tablets once a day in the morning/,
  },
  {
    kind: 'as needed',
    words: 'parac 500',
    hit: /^Paracetamol/,
    said: '1 fever max 4 3d #12',
    reads: /Take 1 tablet by mouth when needed for fever, at most 4 times a day, for up to 3 days/,
  },
];

interface Filled {
  readonly seconds: number;
  /** The part that the model gives the typist; the rest is waiting. */
  readonly typist: number;
  readonly keys: number;
}

async function fill(page: Page, { words, hit, said, reads }: Kind, place: number): Promise<Filled> {
  const search = page.getByRole('combobox', { name: 'Add medicine' });
  await expect(search).toBeFocused();
  const typist = new Typist(page);
  const begun = performance.now();
  await typist.think();
  await typist.type(words);
  await typist.think();
  await expect(page.getByRole('option', { name: hit }).first()).toHaveAttribute('data-highlighted');
  await typist.press('Enter');
  const usual = page.getByTestId('usual-sig').first();
  const quick = page.getByTestId('quick-entry');
  await expect(usual.or(quick).first()).toBeVisible();
  await typist.think();
  if (said === undefined) await typist.press('1');
  else {
    // Usual doses have the focus when there are any; a slash moves to the field for the whole line.
    if (await usual.isVisible()) await typist.press('/');
    await expect(quick).toBeFocused();
    await typist.type(said);
    await typist.think();
    await typist.press('Enter');
  }
  await expect(search).toBeFocused();
  const seconds = (performance.now() - begun) / 1000;
  const line = page.getByTestId('prescription-line').nth(place);
  await expect(line).toContainText(reads);
  await expect(line.getByTestId('missing-fields')).toHaveCount(0);
  return { seconds, typist: typist.modelSeconds, keys: typist.keys };
}

const installation = await startInstallation();
atTheEnd(() => installation.stop());
process.env['YUNZHEN_E2E_URL'] = installation.url;
const browser = await launchBrowser();
const filled = new Map<string, Filled[]>(kinds.map(({ kind }) => [kind, []]));
for (let round = 0; round < rounds; round += 1) {
  const visitId = await admittedVisit();
  const doctor = await doctorArrives(browser);
  await doctor.page.goto(benchPage(visitId));
  await doctor.page.getByRole('tab', { name: 'Prescription' }).click();
  await doctor.page.getByRole('combobox', { name: 'Add medicine' }).focus();
  for (const [place, kind] of kinds.entries()) {
    const done = await fill(doctor.page, kind, place);
    filled.get(kind.kind)?.push(done);
    process.stderr.write(`round ${round + 1}, ${kind.kind}: ${done.seconds.toFixed(1)} s\n`);
  }
  await doctor.leave();
  await endVisit(visitId);
}

const rows = [...filled].map(([kind, lines]) => ({
  kind,
  keys: lines[0]?.keys ?? Number.NaN,
  median: median(lines.map(({ seconds }) => seconds)),
  slowest: Math.max(...lines.map(({ seconds }) => seconds)),
  waited: median(lines.map(({ seconds, typist }) => seconds - typist)),
}));
report(
  'editor',
  rounds,
  rows.map(({ kind, keys, median: middle, slowest, waited }) => ({
    line: kind,
    keys,
    'seconds, median': middle.toFixed(2),
    'seconds, slowest': slowest.toFixed(2),
    'of it waited for the page': waited.toFixed(2),
  })),
  [
    ...rows.map(({ kind, median: value }) => ({ name: `a line, ${kind}`, value, unit: 's', goal: '<= 15' })),
    { name: 'the slowest line', value: Math.max(...rows.map(({ slowest }) => slowest)), unit: 's', goal: '<= 15' },
    { name: 'a key', value: secondsPerKey, unit: 's', goal: null },
    { name: 'a thought', value: secondsPerThought, unit: 's', goal: null },
  ],
);

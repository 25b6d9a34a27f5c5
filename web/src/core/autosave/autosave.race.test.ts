import { describe, expect, it } from 'vitest';
import { Autosave, type FailureReason } from './autosave.ts';
import { AutosaveMachine, type StoredDraft, type Revision } from './autosave-state.ts';

const machine = new AutosaveMachine<string>({ same: (a, b) => a === b, savable: () => true });

class Refusal extends Error {
  readonly reason: FailureReason;
  constructor(reason: FailureReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Fake hospital with one text and optimistic locking. The test loses its answers or releases them. */
function fakeHospital() {
  let held: Revision<string> = { version: 1, content: '', closed: false };
  const history = [held];
  const pending: (() => void)[] = [];
  const store = (content: string) => {
    held = { version: held.version + 1, content, closed: false };
    history.push(held);
  };
  const answer = <T>(work: () => T, fate: () => 'arrives' | 'request-lost' | 'answer-lost') =>
    new Promise<T>((resolve, reject) => {
      pending.push(() => {
        const chosen = fate();
        if (chosen === 'request-lost') return reject(new Refusal('away'));
        try {
          const value = work();
          if (chosen === 'answer-lost') reject(new Refusal('away'));
          else resolve(value);
        } catch (error) {
          reject(error as Error);
        }
      });
    });
  return { current: () => held, history, pending, store, answer };
}

/** Returns reproducible numbers from 0 to 1 (linear congruential generator of Numerical Recipes). */
function seeded(seed: number): () => number {
  let value = seed;
  return () => {
    value = (Math.imul(value, 1_664_525) + 1_013_904_223) >>> 0;
    return value / 2 ** 32;
  };
}

async function drain() {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
}

function rig(random: () => number) {
  const hospital = fakeHospital();
  const timers: { due: () => void }[] = [];
  const shown = new Set(['']);
  const saves: { content: string; version: number }[] = [];
  const unseen: string[] = [];
  let reliable = false;
  let kept: StoredDraft<string> | null = null;
  const fate = () => {
    if (reliable) return 'arrives';
    const roll = random();
    return roll < 0.6 ? 'arrives' : roll < 0.8 ? 'request-lost' : 'answer-lost';
  };
  const save = (content: string, version: number) => {
    const held = hospital.current();
    if (version !== held.version) throw new Refusal('stale');
    // The invariant: replaced content was shown on the doctor’s page, or came from it.
    if (!shown.has(held.content)) unseen.push(held.content);
    saves.push({ content, version });
    hospital.store(content);
    return hospital.current();
  };
  let open = 0;
  /** A closed page receives no answers. */
  const toPage = <T>(page: number, answer: Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      answer.then(
        (value) => page === open && resolve(value),
        (error: unknown) => page === open && reject(error as Error),
      );
    });
  const portsOf = (page: number) => ({
    save: (content: string, version: number) =>
      toPage(
        page,
        hospital.answer(() => save(content, version), fate),
      ),
    read: () =>
      toPage(
        page,
        hospital.answer(() => hospital.current(), fate),
      ),
    reasonOf: (error: unknown) => (error instanceof Refusal ? error.reason : 'refused'),
    keep: (draft: StoredDraft<string>) => void (kept = draft),
    forget: () => void (kept = null),
    later(_milliseconds: number, callback: () => void) {
      const timer = { due: callback };
      timers.push(timer);
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
    },
  });
  const begin = () => {
    open += 1;
    const page = new Autosave(machine, portsOf(open), {
      revision: hospital.current(),
      draft: kept ?? undefined,
    });
    const show = () => {
      const { content, trouble, unsure } = page.state();
      for (const each of [content, ...unsure]) shown.add(each);
      if (trouble?.kind === 'conflict') shown.add(trouble.theirs.content);
    };
    page.onState(show);
    show();
    return page;
  };
  return {
    hospital,
    timers,
    saves,
    unseen,
    begin,
    kept: () => kept,
    heal: () => (reliable = true),
    fire: () => timers.splice(0, 1)[0]?.due(),
    answerNext: () => hospital.pending.splice(0, 1)[0]?.(),
  };
}

/** Runs sixty events in an order that the seed decides, then restores the network and types a last sentence. */
async function liveThrough(seed: number) {
  const random = seeded(seed);
  const world = rig(random);
  let page = world.begin();
  let words = 0;
  for (let step = 0; step < 60; step++) {
    const roll = random();
    if (roll < 0.35) page.edit(`mine ${words++}`);
    else if (roll < 0.55) world.fire();
    else if (roll < 0.8) world.answerNext();
    else if (roll < 0.86) world.hospital.store(`theirs ${words++}`);
    else if (roll < 0.92) page.see(world.hospital.current());
    else if (roll < 0.95) {
      const { trouble, content } = page.state();
      if (trouble?.kind === 'conflict') page.resolve(random() < 0.5 ? content : trouble.theirs.content);
    } else if (roll < 0.97) {
      // The tab is closed and reopened: timers are lost, pending requests may or may not arrive.
      world.timers.length = 0;
      page = world.begin();
    } else page.flush();
    await drain();
  }

  world.heal();
  page.edit('the last word');
  for (let turn = 0; turn < 60 && page.phase() !== 'saved'; turn++) {
    const { trouble, content } = page.state();
    if (trouble?.kind === 'conflict') page.resolve(content);
    else page.flush();
    world.fire();
    world.answerNext();
    await drain();
  }
  return { world, page };
}

describe('Autosave races', () => {
  it('lose nothing and overwrite nothing unseen, in any order of events', async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { world, page } = await liveThrough(seed);
      expect(world.unseen, `seed ${seed}`).toEqual([]);
      expect(page.phase(), `seed ${seed}`).toBe('saved');
      expect(world.hospital.current().content, `seed ${seed}`).toBe('the last word');
      expect(world.kept(), `seed ${seed}`).toBeNull();
    }
  });

  it('never have two saves in progress', async () => {
    const world = rig(() => 0);
    const page = world.begin();
    for (const text of ['a', 'b', 'c']) {
      page.edit(text);
      page.flush();
      await drain();
    }
    expect(world.hospital.pending).toHaveLength(1);
    world.answerNext();
    await drain();
    expect(world.hospital.pending).toHaveLength(1);
    world.answerNext();
    await drain();
    expect(world.saves).toEqual([
      { content: 'a', version: 1 },
      { content: 'c', version: 2 },
    ]);
  });

  it('report that everything is saved, including text typed while the question was pending', async () => {
    const world = rig(() => 0);
    const page = world.begin();
    page.edit('a');
    page.flush();
    page.edit('ab');
    const settled = page.settled();
    world.answerNext();
    await drain();
    world.answerNext();
    expect(await settled).toBe(true);
    expect(world.hospital.current().content).toBe('ab');
  });

  it('report at once that the text cannot be saved while the user has to decide', async () => {
    const world = rig(() => 0);
    const page = world.begin();
    page.edit('mine');
    world.hospital.store('theirs');
    page.see(world.hospital.current());
    expect(await page.settled()).toBe(false);
  });

  it('send the last text when the page closes, and start nothing afterwards', async () => {
    const world = rig(() => 0.7);
    const page = world.begin();
    page.edit('last');
    page.leave();
    world.answerNext();
    await drain();
    expect(world.timers).toHaveLength(0);
    expect(world.hospital.pending).toHaveLength(0);
    expect(world.kept()).toMatchObject({ content: 'last', unsure: ['last'] });
  });
});

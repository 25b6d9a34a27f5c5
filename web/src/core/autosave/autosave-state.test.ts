import { describe, expect, it } from 'vitest';
import { AutosaveMachine, type AutosaveEvent, type Revision, type Step } from './autosave-state.ts';

const machine = new AutosaveMachine<string>({
  same: (a, b) => a === b,
  savable: (content) => !content.includes('half'),
});
const revision = (version: number, content: string, closed = false): Revision<string> => ({ version, content, closed });
const begin = () => machine.start(revision(1, 'a'));

function after(step: Step<string>, ...events: AutosaveEvent<string>[]): Step<string> {
  return events.reduce((before, event) => machine.next(before.state, event), step);
}

const typed = (content: string) => ({ type: 'edited', content }) as const;
const due = { type: 'due' } as const;
const saved = (version: number, content: string) => ({ type: 'saved', revision: revision(version, content) }) as const;
const seen = (version: number, content: string, closed = false) =>
  ({ type: 'seen', revision: revision(version, content, closed) }) as const;
const failed = (reason: 'away' | 'stale' | 'refused') => ({ type: 'failed', reason, error: reason }) as const;
const kinds = (step: Step<string>) => step.effects.map(({ type }) => type);
const sent = (step: Step<string>) => step.effects.find((effect) => effect.type === 'save');

describe('Autosave', () => {
  it('stores the typed text as a draft and waits for a pause', () => {
    const step = after(begin(), typed('ab'));
    expect(step.effects).toEqual([
      { type: 'keep', draft: { version: 1, basis: 'a', content: 'ab', unsure: [] } },
      { type: 'wait', for: 'pause' },
    ]);
    expect(machine.phase(step.state)).toBe('unsaved');
  });

  it('saves over the version that the text is based on and removes the draft once acknowledged', () => {
    const sending = after(begin(), typed('ab'), due);
    expect(sent(sending)).toEqual({ type: 'save', content: 'ab', version: 1 });
    expect(machine.phase(sending.state)).toBe('saving');
    const done = after(sending, saved(2, 'ab'));
    expect(kinds(done)).toEqual(['forget']);
    expect(machine.phase(done.state)).toBe('saved');
    expect(done.state.base).toEqual(revision(2, 'ab'));
  });

  it('sends one save at a time; the next one sends everything typed since, over the new version', () => {
    const busy = after(begin(), typed('ab'), due, typed('abc'), due);
    expect(sent(busy)).toBeUndefined();
    expect(sent(after(busy, saved(2, 'ab')))).toEqual({ type: 'save', content: 'abc', version: 2 });
  });

  it('waits for the pause when the text changed but no save was requested', () => {
    const step = after(begin(), typed('ab'), due, typed('abc'), saved(2, 'ab'));
    expect(kinds(step)).toEqual(['keep']);
    expect(machine.phase(step.state)).toBe('unsaved');
  });

  it('saves again when the text was changed back to what it was before the save', () => {
    const step = after(begin(), typed('ab'), due, typed('a'), due, saved(2, 'ab'));
    expect(sent(step)).toEqual({ type: 'save', content: 'a', version: 2 });
  });

  it('does not resend content that the hospital normalises', () => {
    const step = after(begin(), typed('ab '), due, saved(2, 'ab'), due);
    expect(step.effects).toEqual([]);
    expect(machine.phase(step.state)).toBe('saved');
  });

  it('does not send incomplete content until it is complete', () => {
    const half = after(begin(), typed('half'), due);
    expect(sent(half)).toBeUndefined();
    expect(machine.phase(half.state)).toBe('incomplete');
    expect(sent(after(half, typed('whole'), due))).toEqual({ type: 'save', content: 'whole', version: 1 });
  });

  it('retries after no answer and recognises its own earlier save', () => {
    const away = after(begin(), typed('ab'), due, failed('away'));
    expect(kinds(away)).toEqual(['keep', 'wait']);
    expect(machine.phase(away.state)).toBe('away');
    const late = after(away, typed('abc'), due, failed('stale'));
    expect(kinds(late)).toEqual(['read']);
    expect(sent(after(late, seen(2, 'ab')))).toEqual({ type: 'save', content: 'abc', version: 2 });
  });

  it('queries the current revision when the text was typed back while there was no answer', () => {
    const step = after(begin(), typed('ab'), due, failed('away'), typed('a'), due);
    expect(kinds(step)).toEqual(['read']);
    expect(sent(after(step, seen(2, 'ab')))).toEqual({ type: 'save', content: 'a', version: 2 });
    expect(machine.phase(after(step, seen(1, 'a')).state)).toBe('saved');
  });

  it('never overwrites another author’s change until the user has decided', () => {
    const conflict = after(begin(), typed('mine'), due, failed('stale'), seen(2, 'theirs'));
    expect(machine.phase(conflict.state)).toBe('conflict');
    expect(sent(after(conflict, typed('mine!'), due))).toBeUndefined();
    const resolved = after(conflict, { type: 'resolved', content: 'both' });
    expect(sent(resolved)).toEqual({ type: 'save', content: 'both', version: 2 });
  });

  it('has nothing left to save after the user accepted the other version', () => {
    const step = after(begin(), typed('mine'), seen(2, 'theirs'), { type: 'resolved', content: 'theirs' });
    expect(kinds(step)).toEqual(['forget']);
    expect(step.state.content).toBe('theirs');
    expect(machine.phase(step.state)).toBe('saved');
  });

  it('keeps a conflict unchanged when the same revision is read again', () => {
    const conflict = after(begin(), typed('mine'), seen(2, 'theirs'));
    expect(after(conflict, seen(2, 'theirs')).state).toBe(conflict.state);
    const newer = after(conflict, seen(3, 'theirs, more'));
    expect(newer.state.trouble).toEqual({ kind: 'conflict', theirs: revision(3, 'theirs, more') });
  });

  it('shows another author’s revision when there are no unsaved changes', () => {
    const step = after(begin(), seen(2, 'theirs'));
    expect(step.state.content).toBe('theirs');
    expect(machine.phase(step.state)).toBe('saved');
  });

  it('ignores an old revision that arrives late', () => {
    const step = after(begin(), typed('ab'), due, saved(2, 'ab'), seen(1, 'a'));
    expect(step.state.content).toBe('ab');
  });

  it('waits for the answer to the save in progress, whatever is read in the meantime', () => {
    const step = after(begin(), typed('ab'), due, seen(2, 'ab'));
    expect(machine.phase(step.state)).toBe('saving');
  });

  it('does not retry a rejected save automatically, but sends it after a change', () => {
    const refused = after(begin(), typed('ab'), due, failed('refused'));
    expect(kinds(refused)).toEqual(['keep']);
    expect(machine.phase(refused.state)).toBe('refused');
    expect(sent(after(refused, typed('abc'), due))).toEqual({ type: 'save', content: 'abc', version: 1 });
  });

  it('shows the unsaved text beside the version that was signed elsewhere', () => {
    const step = after(begin(), typed('mine'), seen(2, 'signed', true));
    expect(step.state.content).toBe('signed');
    expect(step.state.trouble).toEqual({ kind: 'closed', mine: 'mine' });
    expect(after(step, typed('more')).state.content).toBe('signed');
    expect(kinds(after(step, { type: 'put-away' }))).toEqual(['forget']);
  });
});

describe('Autosave that starts from a stored draft', () => {
  const draft = { version: 1, basis: 'a', content: 'ab', unsure: [] };

  it('continues with the text of the draft', () => {
    const step = machine.start(revision(1, 'a'), draft);
    expect(step.state.content).toBe('ab');
    expect(sent(after(step, due))).toEqual({ type: 'save', content: 'ab', version: 1 });
  });

  it('removes a draft that the hospital has already saved', () => {
    expect(kinds(machine.start(revision(2, 'ab'), draft))).toEqual(['forget']);
  });

  it('saves over its own earlier save whose answer was lost', () => {
    const step = machine.start(revision(2, 'ab'), { ...draft, content: 'abc', unsure: ['ab'] });
    expect(sent(step)).toEqual({ type: 'save', content: 'abc', version: 2 });
  });

  it('reports a conflict when another author has saved since', () => {
    const step = machine.start(revision(2, 'theirs'), draft);
    expect(machine.phase(step.state)).toBe('conflict');
    expect(step.state.base.content).toBe('a');
  });

  it('reports a conflict when the hospital’s revision is older than the draft’s base', () => {
    const step = machine.start(revision(1, 'older'), { ...draft, version: 4 });
    expect(machine.phase(step.state)).toBe('conflict');
  });

  it('shows the draft beside the version that was signed since', () => {
    const step = machine.start(revision(2, 'signed', true), draft);
    expect(step.state.trouble).toEqual({ kind: 'closed', mine: 'ab' });
  });
});

import { describe, expect, it } from 'vitest';
import { createAutosaveMachine, type AutosaveEvent, type Revision, type Step } from './autosave-state.ts';

const machine = createAutosaveMachine<string>({
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

describe('autosave', () => {
  it('keeps what is typed and waits for a pause', () => {
    const step = after(begin(), typed('ab'));
    expect(step.effects).toEqual([
      { type: 'keep', draft: { version: 1, basis: 'a', content: 'ab', unsure: [] } },
      { type: 'wait', for: 'pause' },
    ]);
    expect(machine.phase(step.state)).toBe('unsaved');
  });

  it('saves over the version that the text grew from and forgets the draft once acknowledged', () => {
    const sending = after(begin(), typed('ab'), due);
    expect(sent(sending)).toEqual({ type: 'save', content: 'ab', version: 1 });
    expect(machine.phase(sending.state)).toBe('saving');
    const done = after(sending, saved(2, 'ab'));
    expect(kinds(done)).toEqual(['forget']);
    expect(machine.phase(done.state)).toBe('saved');
    expect(done.state.base).toEqual(revision(2, 'ab'));
  });

  it('sends one save at a time; the next carries everything typed meanwhile over the new version', () => {
    const busy = after(begin(), typed('ab'), due, typed('abc'), due);
    expect(sent(busy)).toBeUndefined();
    expect(sent(after(busy, saved(2, 'ab')))).toEqual({ type: 'save', content: 'abc', version: 2 });
  });

  it('waits for the pause when the text went on but no save was asked for', () => {
    const step = after(begin(), typed('ab'), due, typed('abc'), saved(2, 'ab'));
    expect(kinds(step)).toEqual(['keep']);
    expect(machine.phase(step.state)).toBe('unsaved');
  });

  it('saves again when the text was typed back to what it was before the save', () => {
    const step = after(begin(), typed('ab'), due, typed('a'), due, saved(2, 'ab'));
    expect(sent(step)).toEqual({ type: 'save', content: 'a', version: 2 });
  });

  it('sends nothing for ever when the hospital writes the content in its own way', () => {
    const step = after(begin(), typed('ab '), due, saved(2, 'ab'), due);
    expect(step.effects).toEqual([]);
    expect(machine.phase(step.state)).toBe('saved');
  });

  it('sends no content that could only be refused, and sends it once it is whole', () => {
    const half = after(begin(), typed('half'), due);
    expect(sent(half)).toBeUndefined();
    expect(machine.phase(half.state)).toBe('incomplete');
    expect(sent(after(half, typed('whole'), due))).toEqual({ type: 'save', content: 'whole', version: 1 });
  });

  it('tries again after no answer and takes its own lost save for its own', () => {
    const away = after(begin(), typed('ab'), due, failed('away'));
    expect(kinds(away)).toEqual(['keep', 'wait']);
    expect(machine.phase(away.state)).toBe('away');
    const late = after(away, typed('abc'), due, failed('stale'));
    expect(kinds(late)).toEqual(['look']);
    expect(sent(after(late, seen(2, 'ab')))).toEqual({ type: 'save', content: 'abc', version: 2 });
  });

  it('looks what arrived when the text was typed back while nobody answered', () => {
    const step = after(begin(), typed('ab'), due, failed('away'), typed('a'), due);
    expect(kinds(step)).toEqual(['look']);
    expect(sent(after(step, seen(2, 'ab')))).toEqual({ type: 'save', content: 'a', version: 2 });
    expect(machine.phase(after(step, seen(1, 'a')).state)).toBe('saved');
  });

  it('never saves over what somebody else wrote until a person has decided', () => {
    const conflict = after(begin(), typed('mine'), due, failed('stale'), seen(2, 'theirs'));
    expect(machine.phase(conflict.state)).toBe('conflict');
    expect(sent(after(conflict, typed('mine!'), due))).toBeUndefined();
    const resolved = after(conflict, { type: 'resolved', content: 'both' });
    expect(sent(resolved)).toEqual({ type: 'save', content: 'both', version: 2 });
  });

  it('has nothing left to save when theirs was taken', () => {
    const step = after(begin(), typed('mine'), seen(2, 'theirs'), { type: 'resolved', content: 'theirs' });
    expect(kinds(step)).toEqual(['forget']);
    expect(step.state.content).toBe('theirs');
    expect(machine.phase(step.state)).toBe('saved');
  });

  it('leaves a conflict as it is when the same revision is read again', () => {
    const conflict = after(begin(), typed('mine'), seen(2, 'theirs'));
    expect(after(conflict, seen(2, 'theirs')).state).toBe(conflict.state);
    const newer = after(conflict, seen(3, 'theirs, more'));
    expect(newer.state.trouble).toEqual({ kind: 'conflict', theirs: revision(3, 'theirs, more') });
  });

  it('shows what somebody else saved when nothing of one’s own is unsaved', () => {
    const step = after(begin(), seen(2, 'theirs'));
    expect(step.state.content).toBe('theirs');
    expect(machine.phase(step.state)).toBe('saved');
  });

  it('ignores an old revision that comes late', () => {
    const step = after(begin(), typed('ab'), due, saved(2, 'ab'), seen(1, 'a'));
    expect(step.state.content).toBe('ab');
  });

  it('lets the answer of a save under way tell, whatever is read meanwhile', () => {
    const step = after(begin(), typed('ab'), due, seen(2, 'ab'));
    expect(machine.phase(step.state)).toBe('saving');
  });

  it('does not repeat a refused save by itself, but after a change', () => {
    const refused = after(begin(), typed('ab'), due, failed('refused'));
    expect(kinds(refused)).toEqual(['keep']);
    expect(machine.phase(refused.state)).toBe('refused');
    expect(sent(after(refused, typed('abc'), due))).toEqual({ type: 'save', content: 'abc', version: 1 });
  });

  it('shows the unsaved text beside what was signed elsewhere', () => {
    const step = after(begin(), typed('mine'), seen(2, 'signed', true));
    expect(step.state.content).toBe('signed');
    expect(step.state.trouble).toEqual({ kind: 'closed', mine: 'mine' });
    expect(after(step, typed('more')).state.content).toBe('signed');
    expect(kinds(after(step, { type: 'put-away' }))).toEqual(['forget']);
  });
});

describe('autosave, begun with a kept draft', () => {
  const draft = { version: 1, basis: 'a', content: 'ab', unsure: [] };

  it('goes on where the text was left', () => {
    const step = machine.start(revision(1, 'a'), draft);
    expect(step.state.content).toBe('ab');
    expect(sent(after(step, due))).toEqual({ type: 'save', content: 'ab', version: 1 });
  });

  it('forgets a draft that had arrived', () => {
    expect(kinds(machine.start(revision(2, 'ab'), draft))).toEqual(['forget']);
  });

  it('saves over its own earlier save whose answer was lost', () => {
    const step = machine.start(revision(2, 'ab'), { ...draft, content: 'abc', unsure: ['ab'] });
    expect(sent(step)).toEqual({ type: 'save', content: 'abc', version: 2 });
  });

  it('asks when somebody else has written meanwhile', () => {
    const step = machine.start(revision(2, 'theirs'), draft);
    expect(machine.phase(step.state)).toBe('conflict');
    expect(step.state.base.content).toBe('a');
  });

  it('asks when the hospital holds an older revision than the draft grew from', () => {
    const step = machine.start(revision(1, 'older'), { ...draft, version: 4 });
    expect(machine.phase(step.state)).toBe('conflict');
  });

  it('shows the draft beside what was signed meanwhile', () => {
    const step = machine.start(revision(2, 'signed', true), draft);
    expect(step.state.trouble).toEqual({ kind: 'closed', mine: 'ab' });
  });
});

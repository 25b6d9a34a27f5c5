/** The hospital’s revision: content and its version. `closed`: signed, so it does not change any more. */
export interface Revision<Content> {
  readonly version: number;
  readonly content: Content;
  readonly closed: boolean;
}

/** A draft stored in the browser until the hospital has saved it. */
export interface StoredDraft<Content> {
  readonly version: number;
  /** The content that the text was based on, to find the user’s own changes later. */
  readonly basis: Content;
  readonly content: Content;
  /** Contents that were sent without an answer: the hospital may have saved one of them. */
  readonly unsure: readonly Content[];
}

export type Trouble<Content> =
  /** The hospital did not answer; the save is retried automatically. */
  | { readonly kind: 'away' }
  /** The hospital rejected the save; nothing is sent until the text changes or a save is requested. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Another author, or another window, saved something different. The user decides. */
  | { readonly kind: 'conflict'; readonly theirs: Revision<Content> }
  /** The text was closed with unsaved changes; they are shown beside it until the user dismisses them. */
  | { readonly kind: 'closed'; readonly mine: Content };

export interface AutosaveState<Content> {
  /** The hospital’s last known revision that the text on the page is based on. */
  readonly base: Revision<Content>;
  readonly content: Content;
  readonly flight: { readonly content: Content } | null;
  /** A save was requested while another was in progress. */
  readonly asked: boolean;
  /** The hospital’s revision is being fetched, after a save was rejected as stale or its outcome is unknown. */
  readonly reading: boolean;
  readonly unsure: readonly Content[];
  readonly trouble: Trouble<Content> | null;
}

export type AutosaveEvent<Content> =
  | { readonly type: 'edited'; readonly content: Content }
  /** The pause after typing is over, the field lost focus, or the hospital can be reached again. */
  | { readonly type: 'due' }
  | { readonly type: 'saved'; readonly revision: Revision<Content> }
  | { readonly type: 'failed'; readonly reason: 'away' | 'stale' | 'refused'; readonly error: unknown }
  /** A revision was read, for any reason. */
  | { readonly type: 'seen'; readonly revision: Revision<Content> }
  | { readonly type: 'look-failed' }
  | { readonly type: 'resolved'; readonly content: Content }
  | { readonly type: 'put-away' };

export type AutosaveEffect<Content> =
  | { readonly type: 'save'; readonly content: Content; readonly version: number }
  | { readonly type: 'read' }
  | { readonly type: 'wait'; readonly for: 'pause' | 'retry' }
  | { readonly type: 'keep'; readonly draft: StoredDraft<Content> }
  | { readonly type: 'forget' };

export interface Step<Content> {
  readonly state: AutosaveState<Content>;
  readonly effects: readonly AutosaveEffect<Content>[];
}

export type AutosavePhase =
  | 'saved'
  | 'unsaved'
  | 'incomplete'
  | 'saving'
  | 'away'
  | 'refused'
  | 'conflict'
  | 'closed-unsaved';

/** Number of sent contents with unknown outcome to remember. All were sent under one version, so at most one was saved. */
const rememberedUnsure = 5;

interface AutosaveRules<Content> {
  same: (a: Content, b: Content) => boolean;
  savable: (content: Content) => boolean;
}

/**
 * State machine of saving while typing, without clock, network or page. One save is in progress at a time, each based on the version before it; no
 * change is overwritten silently.
 * `savable` returns false for content that the hospital would reject, such as a half-filled line.
 */
export class AutosaveMachine<Content> {
  readonly #rules: AutosaveRules<Content>;

  constructor(rules: AutosaveRules<Content>) {
    this.#rules = rules;
  }

  /** Starts from the hospital’s revision and the draft that this browser stored earlier, if any. */
  start(revision: Revision<Content>, draft?: StoredDraft<Content>): Step<Content> {
    const blank = { flight: null, asked: false, reading: false, trouble: null };
    const fresh: AutosaveState<Content> = { ...blank, base: revision, content: revision.content, unsure: [] };
    if (!draft) return { state: fresh, effects: [] };
    const basis = { version: draft.version, content: draft.basis, closed: false };
    const found: AutosaveState<Content> = { ...blank, base: basis, content: draft.content, unsure: draft.unsure };
    if (revision.version === draft.version && !revision.closed) {
      const next = { ...found, base: revision };
      if (!this.#isDirty(next)) return this.#clean(next, revision);
      return { state: next, effects: [{ type: 'wait', for: 'pause' }] };
    }
    return this.#seen({ ...found, reading: true }, revision);
  }

  next(state: AutosaveState<Content>, event: AutosaveEvent<Content>): Step<Content> {
    switch (event.type) {
      case 'edited':
        return this.#edited(state, event.content);
      case 'due':
        return this.#send(state);
      case 'saved':
        return this.#saved(state, event.revision);
      case 'failed':
        return this.#failed(state, event.reason, event.error);
      case 'seen':
        return this.#seen(state, event.revision);
      case 'look-failed': {
        const next: AutosaveState<Content> = { ...state, reading: false, trouble: { kind: 'away' } };
        return { state: next, effects: [{ type: 'wait', for: 'retry' }] };
      }
      case 'resolved':
        return this.#resolved(state, event.content);
      case 'put-away':
        if (state.trouble?.kind !== 'closed') return { state, effects: [] };
        return { state: { ...state, trouble: null }, effects: [{ type: 'forget' }] };
    }
  }

  phase(state: AutosaveState<Content>): AutosavePhase {
    const { trouble } = state;
    if (trouble?.kind === 'conflict') return 'conflict';
    if (trouble?.kind === 'closed') return 'closed-unsaved';
    if (state.flight || state.reading) return 'saving';
    if (trouble) return trouble.kind;
    if (!this.#isDirty(state)) return 'saved';
    return this.#rules.savable(state.content) ? 'unsaved' : 'incomplete';
  }

  #isDirty(state: AutosaveState<Content>): boolean {
    return !this.#rules.same(state.content, state.base.content);
  }

  #isUnsure(state: AutosaveState<Content>, content: Content): boolean {
    return state.unsure.some((each) => this.#rules.same(each, content));
  }

  #keep({ base, content, unsure, flight }: AutosaveState<Content>): AutosaveEffect<Content> {
    // Content that is being sent may be saved although the page is closed before the answer arrives.
    const sent = flight ? this.#remember(unsure, flight.content) : unsure;
    return { type: 'keep', draft: { version: base.version, basis: base.content, content, unsure: sent } };
  }

  #remember(unsure: readonly Content[], content: Content): Content[] {
    return [...unsure.filter((each) => !this.#rules.same(each, content)), content].slice(-rememberedUnsure);
  }

  #clean(state: AutosaveState<Content>, base: Revision<Content>): Step<Content> {
    const settled = { ...state, base, content: base.content, flight: null, asked: false, reading: false, unsure: [] };
    return { state: { ...settled, trouble: null }, effects: [{ type: 'forget' }] };
  }

  #send(state: AutosaveState<Content>): Step<Content> {
    if (state.flight) return { state: { ...state, asked: true }, effects: [] };
    const held = state.reading || state.base.closed || state.trouble?.kind === 'conflict';
    if (held) return { state, effects: [] };
    if (!this.#isDirty(state)) {
      // The text was changed and changed back without an answer: the content that was sent may still have been saved.
      if (state.unsure.length === 0) return { state, effects: [] };
      return { state: { ...state, reading: true }, effects: [{ type: 'read' }] };
    }
    if (!this.#rules.savable(state.content)) return { state, effects: [] };
    const { content, base } = state;
    const next = { ...state, flight: { content }, asked: false };
    return { state: next, effects: [this.#keep(next), { type: 'save', content, version: base.version }] };
  }

  #edited(state: AutosaveState<Content>, content: Content): Step<Content> {
    if (state.base.closed) return { state, effects: [] };
    const trouble = state.trouble?.kind === 'refused' ? null : state.trouble;
    const next: AutosaveState<Content> = { ...state, content, trouble };
    if (!this.#isDirty(next) && !next.flight && !trouble) return { state: next, effects: [{ type: 'forget' }] };
    return { state: next, effects: [this.#keep(next), { type: 'wait', for: 'pause' }] };
  }

  #saved(state: AutosaveState<Content>, revision: Revision<Content>): Step<Content> {
    if (!state.flight) return { state, effects: [] };
    // The sent content counts as saved even where the hospital normalises it; otherwise it would be sent for ever.
    const base = { ...revision, content: state.flight.content };
    if (this.#rules.same(state.content, base.content)) return this.#clean(state, base);
    const next: AutosaveState<Content> = { ...state, base, flight: null, unsure: [], trouble: null };
    return state.asked ? this.#send(next) : { state: next, effects: [this.#keep(next)] };
  }

  #failed(state: AutosaveState<Content>, reason: 'away' | 'stale' | 'refused', error: unknown): Step<Content> {
    if (!state.flight) return { state, effects: [] };
    const landed: AutosaveState<Content> = { ...state, flight: null, asked: false };
    if (reason === 'stale') return { state: { ...landed, reading: true }, effects: [{ type: 'read' }] };
    if (reason === 'refused') {
      const next: AutosaveState<Content> = { ...landed, trouble: { kind: 'refused', error } };
      return { state: next, effects: [this.#keep(next)] };
    }
    const next: AutosaveState<Content> = {
      ...landed,
      unsure: this.#remember(state.unsure, state.flight.content),
      trouble: { kind: 'away' },
    };
    return { state: next, effects: [this.#keep(next), { type: 'wait', for: 'retry' }] };
  }

  #seen(before: AutosaveState<Content>, revision: Revision<Content>): Step<Content> {
    // The answer to the save in progress decides.
    if (before.flight) return { state: before, effects: [] };
    if (before.trouble?.kind === 'conflict' && isThe(before.trouble.theirs, revision)) {
      return { state: before, effects: [] };
    }
    const state = { ...before, reading: false };
    if (isThe(state.base, revision)) {
      if (!before.reading) return { state, effects: [] };
      if (!this.#isDirty(state)) return this.#clean(state, state.base);
      // The save was rejected as stale, but no newer revision is visible yet: retry shortly.
      return { state: { ...state, trouble: { kind: 'away' } }, effects: [{ type: 'wait', for: 'retry' }] };
    }
    if (revision.version < state.base.version && !before.reading) return { state, effects: [] };
    if (this.#rules.same(revision.content, state.content)) return this.#clean(state, revision);
    if (revision.closed) {
      if (!this.#isDirty(state)) return this.#clean(state, revision);
      const next: AutosaveState<Content> = {
        ...state,
        base: revision,
        content: revision.content,
        unsure: [],
        asked: false,
      };
      return { state: { ...next, trouble: { kind: 'closed', mine: state.content } }, effects: [] };
    }
    if (this.#isUnsure(state, revision.content)) return this.#sendOver(state, revision);
    if (!this.#isDirty(state)) return this.#clean(state, revision);
    if (this.#rules.same(revision.content, state.base.content)) return this.#sendOver(state, revision);
    return { state: { ...state, trouble: { kind: 'conflict', theirs: revision } }, effects: [this.#keep(state)] };
  }

  #resolved(state: AutosaveState<Content>, content: Content): Step<Content> {
    if (state.trouble?.kind !== 'conflict') return { state, effects: [] };
    const base = state.trouble.theirs;
    if (this.#rules.same(content, base.content)) return this.#clean(state, base);
    return this.#sendOver({ ...state, content }, base);
  }

  /** Saves the page’s content over a revision that may be replaced. */
  #sendOver(state: AutosaveState<Content>, base: Revision<Content>): Step<Content> {
    const next: AutosaveState<Content> = { ...state, base, unsure: [], trouble: null };
    return this.#rules.savable(next.content) ? this.#send(next) : { state: next, effects: [this.#keep(next)] };
  }
}

function isThe(one: Revision<unknown>, other: Revision<unknown>): boolean {
  return one.version === other.version && one.closed === other.closed;
}

/** What the hospital holds: a content under its version. `closed`: signed, it does not change any more. */
export interface Revision<Content> {
  readonly version: number;
  readonly content: Content;
  readonly closed: boolean;
}

/** What is kept in the browser until the hospital has it. */
export interface StoredDraft<Content> {
  readonly version: number;
  /** What the text grew from, to tell later which parts are one's own. */
  readonly basis: Content;
  readonly content: Content;
  /** Contents that were sent without an answer: the hospital may hold one of them. */
  readonly unsure: readonly Content[];
}

export type Trouble<Content> =
  /** The hospital did not answer; it is asked again by itself. */
  | { readonly kind: 'away' }
  /** It refused; nothing is sent again until something is changed or asked for. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Somebody else, or another window, has saved something different. A person decides. */
  | { readonly kind: 'conflict'; readonly theirs: Revision<Content> }
  /** It was closed while something of one's own was unsaved; that is shown beside it until it is put away. */
  | { readonly kind: 'closed'; readonly mine: Content };

export interface AutosaveState<Content> {
  /** The last revision that is known to be the hospital's and that the text on the page grew from. */
  readonly base: Revision<Content>;
  readonly content: Content;
  readonly flight: { readonly content: Content } | null;
  /** A save was asked for while another was under way. */
  readonly asked: boolean;
  /** The hospital's own revision is being fetched, after a save that came too late. */
  readonly looking: boolean;
  readonly unsure: readonly Content[];
  readonly trouble: Trouble<Content> | null;
}

export type AutosaveEvent<Content> =
  | { readonly type: 'edited'; readonly content: Content }
  /** The pause after typing is over, the field was left, or the hospital can be reached again. */
  | { readonly type: 'due' }
  | { readonly type: 'saved'; readonly revision: Revision<Content> }
  | { readonly type: 'failed'; readonly reason: 'away' | 'stale' | 'refused'; readonly error: unknown }
  /** A revision was read, for whatever reason. */
  | { readonly type: 'seen'; readonly revision: Revision<Content> }
  | { readonly type: 'look-failed' }
  | { readonly type: 'resolved'; readonly content: Content }
  | { readonly type: 'put-away' };

export type AutosaveEffect<Content> =
  | { readonly type: 'save'; readonly content: Content; readonly version: number }
  | { readonly type: 'look' }
  | { readonly type: 'wait'; readonly for: 'pause' | 'retry' }
  | { readonly type: 'keep'; readonly draft: StoredDraft<Content> }
  | { readonly type: 'forget' };

export interface Step<Content> {
  readonly state: AutosaveState<Content>;
  readonly effects: readonly AutosaveEffect<Content>[];
}

export type AutosavePhase =
  'saved' | 'unsaved' | 'incomplete' | 'saving' | 'away' | 'refused' | 'conflict' | 'closed-unsaved';

/** So many contents of unknown fate are remembered; all were sent under one version, so at most one can have arrived. */
const rememberedUnsure = 5;

/**
 * Saving while typing, as a state machine without clock, network or page: one save under way at a time, each based on
 * the version before it, nothing of anybody overwritten in silence. `savable` is false for a content that the hospital
 * could only refuse, such as a half-filled line.
 */
export function createAutosaveMachine<Content>(rules: {
  same: (a: Content, b: Content) => boolean;
  savable: (content: Content) => boolean;
}) {
  type State = AutosaveState<Content>;
  type Effect = AutosaveEffect<Content>;

  const isDirty = (state: State) => !rules.same(state.content, state.base.content);
  const isUnsure = (state: State, content: Content) => state.unsure.some((each) => rules.same(each, content));
  const keep = ({ base, content, unsure, flight }: State): Effect => ({
    type: 'keep',
    // A content on its way may arrive although this page is gone before the answer comes.
    draft: {
      version: base.version,
      basis: base.content,
      content,
      unsure: flight ? remember(unsure, flight.content) : unsure,
    },
  });
  const remember = (unsure: readonly Content[], content: Content) =>
    [...unsure.filter((each) => !rules.same(each, content)), content].slice(-rememberedUnsure);

  function clean(state: State, base: Revision<Content>): Step<Content> {
    const settled = { ...state, base, content: base.content, flight: null, asked: false, looking: false, unsure: [] };
    return { state: { ...settled, trouble: null }, effects: [{ type: 'forget' }] };
  }

  function send(state: State): Step<Content> {
    if (state.flight) return { state: { ...state, asked: true }, effects: [] };
    const held = state.looking || state.base.closed || state.trouble?.kind === 'conflict';
    if (held) return { state, effects: [] };
    if (!isDirty(state)) {
      // Typed and taken back while nobody answered: what was sent may have arrived all the same.
      if (state.unsure.length === 0) return { state, effects: [] };
      return { state: { ...state, looking: true }, effects: [{ type: 'look' }] };
    }
    if (!rules.savable(state.content)) return { state, effects: [] };
    const { content, base } = state;
    const next = { ...state, flight: { content }, asked: false };
    return { state: next, effects: [keep(next), { type: 'save', content, version: base.version }] };
  }

  function edited(state: State, content: Content): Step<Content> {
    if (state.base.closed) return { state, effects: [] };
    const trouble = state.trouble?.kind === 'refused' ? null : state.trouble;
    const next: State = { ...state, content, trouble };
    if (!isDirty(next) && !next.flight && !trouble) return { state: next, effects: [{ type: 'forget' }] };
    return { state: next, effects: [keep(next), { type: 'wait', for: 'pause' }] };
  }

  function saved(state: State, revision: Revision<Content>): Step<Content> {
    if (!state.flight) return { state, effects: [] };
    // What was sent counts as held, even where the hospital writes it in its own way; else it would be sent for ever.
    const base = { ...revision, content: state.flight.content };
    if (rules.same(state.content, base.content)) return clean(state, base);
    const next: State = { ...state, base, flight: null, unsure: [], trouble: null };
    return state.asked ? send(next) : { state: next, effects: [keep(next)] };
  }

  function failed(state: State, reason: 'away' | 'stale' | 'refused', error: unknown): Step<Content> {
    if (!state.flight) return { state, effects: [] };
    const landed: State = { ...state, flight: null, asked: false };
    if (reason === 'stale') return { state: { ...landed, looking: true }, effects: [{ type: 'look' }] };
    if (reason === 'refused') {
      const next: State = { ...landed, trouble: { kind: 'refused', error } };
      return { state: next, effects: [keep(next)] };
    }
    const next: State = { ...landed, unsure: remember(state.unsure, state.flight.content), trouble: { kind: 'away' } };
    return { state: next, effects: [keep(next), { type: 'wait', for: 'retry' }] };
  }

  function seen(before: State, revision: Revision<Content>): Step<Content> {
    // The answer to the save under way will tell.
    if (before.flight) return { state: before, effects: [] };
    if (before.trouble?.kind === 'conflict' && isThe(before.trouble.theirs, revision)) {
      return { state: before, effects: [] };
    }
    const state = { ...before, looking: false };
    if (isThe(state.base, revision)) {
      if (!before.looking) return { state, effects: [] };
      if (!isDirty(state)) return clean(state, state.base);
      // Refused as stale, and yet nothing newer is to be seen: looked at again in a moment.
      return { state: { ...state, trouble: { kind: 'away' } }, effects: [{ type: 'wait', for: 'retry' }] };
    }
    if (revision.version < state.base.version && !before.looking) return { state, effects: [] };
    if (rules.same(revision.content, state.content)) return clean(state, revision);
    if (revision.closed) {
      if (!isDirty(state)) return clean(state, revision);
      const next: State = { ...state, base: revision, content: revision.content, unsure: [], asked: false };
      return { state: { ...next, trouble: { kind: 'closed', mine: state.content } }, effects: [] };
    }
    if (isUnsure(state, revision.content)) return sendOver(state, revision);
    if (!isDirty(state)) return clean(state, revision);
    if (rules.same(revision.content, state.base.content)) return sendOver(state, revision);
    return { state: { ...state, trouble: { kind: 'conflict', theirs: revision } }, effects: [keep(state)] };
  }

  function resolved(state: State, content: Content): Step<Content> {
    if (state.trouble?.kind !== 'conflict') return { state, effects: [] };
    const base = state.trouble.theirs;
    if (rules.same(content, base.content)) return clean(state, base);
    return sendOver({ ...state, content }, base);
  }

  /** Saves what is on the page over a revision that may be replaced. */
  function sendOver(state: State, base: Revision<Content>): Step<Content> {
    const next: State = { ...state, base, unsure: [], trouble: null };
    return rules.savable(next.content) ? send(next) : { state: next, effects: [keep(next)] };
  }

  return {
    /** Where a page begins: with the hospital's revision and with what this browser still kept of an earlier one. */
    start(revision: Revision<Content>, draft?: StoredDraft<Content>): Step<Content> {
      const blank = { flight: null, asked: false, looking: false, trouble: null };
      const fresh: State = { ...blank, base: revision, content: revision.content, unsure: [] };
      if (!draft) return { state: fresh, effects: [] };
      const basis = { version: draft.version, content: draft.basis, closed: false };
      const found: State = { ...blank, base: basis, content: draft.content, unsure: draft.unsure };
      if (revision.version === draft.version && !revision.closed) {
        const next = { ...found, base: revision };
        if (!isDirty(next)) return clean(next, revision);
        return { state: next, effects: [{ type: 'wait', for: 'pause' }] };
      }
      return seen({ ...found, looking: true }, revision);
    },

    next(state: State, event: AutosaveEvent<Content>): Step<Content> {
      switch (event.type) {
        case 'edited':
          return edited(state, event.content);
        case 'due':
          return send(state);
        case 'saved':
          return saved(state, event.revision);
        case 'failed':
          return failed(state, event.reason, event.error);
        case 'seen':
          return seen(state, event.revision);
        case 'look-failed': {
          const next: State = { ...state, looking: false, trouble: { kind: 'away' } };
          return { state: next, effects: [{ type: 'wait', for: 'retry' }] };
        }
        case 'resolved':
          return resolved(state, event.content);
        case 'put-away':
          if (state.trouble?.kind !== 'closed') return { state, effects: [] };
          return { state: { ...state, trouble: null }, effects: [{ type: 'forget' }] };
      }
    },

    phase(state: State): AutosavePhase {
      const { trouble } = state;
      if (trouble?.kind === 'conflict') return 'conflict';
      if (trouble?.kind === 'closed') return 'closed-unsaved';
      if (state.flight || state.looking) return 'saving';
      if (trouble) return trouble.kind;
      if (!isDirty(state)) return 'saved';
      return rules.savable(state.content) ? 'unsaved' : 'incomplete';
    },
  };
}

function isThe(one: Revision<unknown>, other: Revision<unknown>): boolean {
  return one.version === other.version && one.closed === other.closed;
}

export type AutosaveMachine<Content> = ReturnType<typeof createAutosaveMachine<Content>>;

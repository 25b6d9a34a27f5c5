import type { CallKey, CodePart } from '@yunzhen/shared/calls/keys.contract';
import { fromBase64Url, toBase64Url, type Bytes } from './bytes.ts';
import { commitmentOf, createNonce, isOpened, roundOf, safetyCode, type CodeKey } from './safety-code.ts';

/** Progress of the safety code. `none`: there is no other page to agree with. */
export interface CodeProgress {
  readonly status: 'none' | 'agreeing' | 'ready' | 'altered';
  readonly code: string | null;
  /** This page’s part, where the API does not have this version yet. */
  readonly toPost: CodePart | null;
}

interface Round {
  readonly id: string;
  readonly nonce: Bytes;
  readonly commitment: string;
  /** First commitment of each other page. A second, different one is an attack. */
  readonly accepted: Map<string, string>;
  code: string | null;
  altered: boolean;
}

/**
 * Commit-then-reveal protocol for one stay of one page. A round is one set of public keys. Its nonce leaves this page only after all other
 * commitments have arrived.
 * A round that returns continues with the same nonces.
 */
export class CodeRounds {
  readonly #visitId: string;
  readonly #rounds = new Map<string, Round>();

  constructor(visitId: string) {
    this.#visitId = visitId;
  }

  /** Processes the keys of the other pages, each with the part that its page has posted. */
  async advance(own: CodeKey & { readonly part: CodePart | null }, others: readonly CallKey[]): Promise<CodeProgress> {
    if (others.length === 0) return { status: 'none', code: null, toPost: null };
    const round = await this.#enter(own, others);
    const parts = others.map(({ id, part }) => ({ id, part: part?.round === round.id ? part : null }));
    for (const { id, part } of parts) if (part) accept(round, id, part.commitment);
    const complete = others.every(({ id }) => round.accepted.has(id));
    if (complete && !round.altered && round.code === null) await open(round, own.id, parts);
    if (round.altered) return { status: 'altered', code: null, toPost: null };
    const { id, commitment, code } = round;
    const nonce = complete ? toBase64Url(round.nonce) : null;
    const isPosted = own.part?.round === id && own.part.nonce === nonce;
    return {
      status: code === null ? 'agreeing' : 'ready',
      code,
      toPost: isPosted ? null : { round: id, commitment, nonce },
    };
  }

  async #enter(own: CodeKey, others: readonly CallKey[]): Promise<Round> {
    const id = await roundOf(this.#visitId, [own, ...others]);
    const known = this.#rounds.get(id);
    if (known) return known;
    const nonce = createNonce();
    const commitment = await commitmentOf(id, own.id, nonce);
    const round: Round = { id, nonce, commitment, accepted: new Map(), code: null, altered: false };
    this.#rounds.set(id, round);
    return round;
  }
}

function accept(round: Round, keyId: string, commitment: string): void {
  const first = round.accepted.get(keyId) ?? commitment;
  round.accepted.set(keyId, first);
  if (first !== commitment) round.altered = true;
}

/** Computes the code once all nonces have arrived; a nonce that does not match its commitment ends the round. */
async function open(
  round: Round,
  ownId: string,
  parts: readonly { readonly id: string; readonly part: CodePart | null }[],
): Promise<void> {
  const nonces = new Map([[ownId, round.nonce]]);
  for (const { id, part } of parts) {
    if (!part || part.nonce === null) return;
    if (!(await isOpened(part, id))) {
      round.altered = true;
      return;
    }
    nonces.set(id, fromBase64Url(part.nonce));
  }
  round.code = await safetyCode(round.id, nonces);
}

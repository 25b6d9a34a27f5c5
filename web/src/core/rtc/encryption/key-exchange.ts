import type { CallKey, CodePart, WrappedKey } from '@yunzhen/shared/calls/keys.contract';
import type { KnownKeys } from './key-agreement.ts';

/** The key routes of one visit. Rejects with errors that have a `code`, or with any other error when there is no answer. */
export interface KeyExchange {
  /** Publishes a public key; resolves with all public keys of the call. */
  publish(pageKeyId: string, publicKey: string): Promise<readonly CallKey[]>;
  /** Commits to a nonce for the safety code, or reveals it. */
  postPart(pageKeyId: string, part: CodePart): Promise<void>;
  read(pageKeyId: string): Promise<KnownKeys>;
  post(pageKeyId: string, keys: readonly Omit<WrappedKey, 'from'>[]): Promise<void>;
  /** Calls back when the keys may have changed; returns a function that unsubscribes. */
  onChanged(listener: () => void): () => void;
}

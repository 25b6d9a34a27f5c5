import type { CallKey, CodePart, WrappedKey } from '@yunzhen/shared/calls/keys.contract';
import type { KnownKeys } from './key-agreement.ts';

/** The way to the api for one visit. Rejects with errors that carry a `code`, or with any other for no answer. */
export interface KeyExchange {
  /** Resolves with all public keys of the call. */
  publish(pageKeyId: string, publicKey: string): Promise<readonly CallKey[]>;
  /** Commits to a nonce for the safety code, or opens the commitment. */
  postPart(pageKeyId: string, part: CodePart): Promise<void>;
  read(pageKeyId: string): Promise<KnownKeys>;
  post(pageKeyId: string, keys: readonly Omit<WrappedKey, 'from'>[]): Promise<void>;
  /** Calls back when there may be something new; returns what ends it. */
  onChanged(listener: () => void): () => void;
}

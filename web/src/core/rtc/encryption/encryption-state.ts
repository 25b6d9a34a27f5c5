/**
 * Why encryption does not work. `unsupported`: this browser can’t. `replaced`: another page of this person took over.
 * `refused`: the api takes no keys of this page. `broken`: the worker died. `tampered`: what arrives from somebody is,
 * again and again, not what they sent.
 */
export type EncryptionFailure = 'unsupported' | 'replaced' | 'refused' | 'broken' | 'tampered';

export interface EncryptionState {
  /** `off`: nobody has asked for it. `on`: keys are agreed with everybody who is known to be in the call. */
  readonly status: 'off' | 'starting' | 'on' | 'failed';
  readonly failure: EncryptionFailure | null;
  /** For reading aloud to each other, `123 456 789 012`; null while nobody else has a key. */
  readonly safetyCode: string | null;
  /** Participants of whom nothing can be shown yet, for want of their key. */
  readonly missing: readonly string[];
  /** Frames that were not shown since the start, because they could not be opened. */
  readonly dropped: number;
}

export const encryptionOff: EncryptionState = {
  status: 'off',
  failure: null,
  safetyCode: null,
  missing: [],
  dropped: 0,
};

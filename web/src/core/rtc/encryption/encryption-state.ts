/**
 * Why encryption does not work. `unsupported`: this browser can’t. `replaced`: another page of this person took over.
 * `refused`: the api takes no keys of this page. `broken`: the worker died. `tampered`: what arrives from somebody is,
 * again and again, not what they sent. `altered`: a page's part of the safety code is not what that page had committed to.
 */
export type EncryptionFailure = 'unsupported' | 'replaced' | 'refused' | 'broken' | 'tampered' | 'altered';

/** `none`: no one to compare with yet. `older-page`: a page in the call is from before there were commitments. */
export type CodeStatus = 'none' | 'agreeing' | 'older-page' | 'ready';

export interface EncryptionState {
  /** `off`: nobody has asked for it. `on`: keys are agreed with everybody who is known to be in the call. */
  readonly status: 'off' | 'starting' | 'on' | 'failed';
  readonly failure: EncryptionFailure | null;
  /** For reading aloud to each other, `123 456 789 012`; null unless `codeStatus` is `ready`. */
  readonly safetyCode: string | null;
  readonly codeStatus: CodeStatus;
  /** Participants of whom nothing can be shown yet, for want of their key. */
  readonly missing: readonly string[];
  /** Frames that were not shown since the start, because they could not be opened. */
  readonly dropped: number;
}

export const encryptionOff: EncryptionState = {
  status: 'off',
  failure: null,
  safetyCode: null,
  codeStatus: 'none',
  missing: [],
  dropped: 0,
};

/**
 * Why encryption does not work:
 * - `unsupported`: this browser does not support it
 * - `replaced`: another page of this participant took over
 * - `refused`: the API rejects the keys of this page
 * - `broken`: the worker died
 * - `tampered`: frames of a sender repeatedly fail authentication
 * - `altered`: a page’s part of the safety code does not match its commitment
 */
export type EncryptionFailure = 'unsupported' | 'replaced' | 'refused' | 'broken' | 'tampered' | 'altered';

/** `none`: there is no page to compare with yet. `older-page`: a page in the call runs a version without commitments. */
export type CodeStatus = 'none' | 'agreeing' | 'older-page' | 'ready';

export interface EncryptionState {
  /** `off`: not started. `on`: keys are agreed with every known participant of the call. */
  readonly status: 'off' | 'starting' | 'on' | 'failed';
  readonly failure: EncryptionFailure | null;
  /** Code that participants read aloud to each other, `123 456 789 012`; null unless `codeStatus` is `ready`. */
  readonly safetyCode: string | null;
  readonly codeStatus: CodeStatus;
  /** Participants whose media cannot be shown yet because their key is missing. */
  readonly missing: readonly string[];
  /** Frames since the start that were not shown because decryption failed. */
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

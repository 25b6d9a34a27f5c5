/** A participant’s connection quality, in terms that a person understands. */
export const lineGrades = ['good', 'fair', 'poor'] as const;

/** The cause of the trouble: the participant’s own network, the other side’s, or the participant’s device; `none` when good. */
export const lineCauses = ['none', 'own-network', 'other-network', 'device'] as const;

/** The steps of the recovery ladder, lowest first. */
export const recoveryRungs = ['ice-restart', 'resume', 'rebuild', 'rejoin', 'audio-only'] as const;
export type RecoveryRung = (typeof recoveryRungs)[number];
/** What triggered the recovery. */
export const recoveryCauses = [
  'media-silent',
  'ice',
  'socket',
  'network-changed',
  'place-lost',
  'node-draining',
] as const;
export type RecoveryCause = (typeof recoveryCauses)[number];

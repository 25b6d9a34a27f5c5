/** Why a certificate is revoked (RFC 5280, section 5.3.1). */
export const revocationReasons = [
  'key-compromise',
  'affiliation-changed',
  'superseded',
  'cessation-of-operation',
] as const;

export const certificateStates = ['in-force', 'renewed', 'expired', 'revoked'] as const;
export const certificateSorts = ['end', 'name', 'issued'] as const;
export type CertificateSort = (typeof certificateSorts)[number];

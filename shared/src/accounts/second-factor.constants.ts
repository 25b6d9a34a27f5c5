export const secondFactorKinds = ['totp', 'passkey'] as const;

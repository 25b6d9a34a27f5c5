/** Texts of the hospital that patients agree to when they sign up, and again when a new version asks for it. */
export const agreementKinds = ['privacy', 'terms'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

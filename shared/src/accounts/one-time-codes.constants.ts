export const codePurposes = ['sign-up', 'sign-in', 'reset-password'] as const;

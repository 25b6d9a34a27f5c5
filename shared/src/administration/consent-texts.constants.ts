export const consentVersionSorts = ['valid-from', 'label'] as const;

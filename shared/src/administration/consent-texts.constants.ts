export const consentVersionSorts = ['valid-from', 'label'] as const;

/** The texts of the public pages; the product ships a standard text of each. */
export const publicTextKinds = ['privacy', 'terms', 'complaints', 'accessibility'] as const;
export type PublicTextKind = (typeof publicTextKinds)[number];

/** Texts that a hospital publishes in versions: the consent before a visit, and those of its public pages. */
export const hospitalTextKinds = ['visit-consent', ...publicTextKinds] as const;
export type HospitalTextKind = (typeof hospitalTextKinds)[number];

/** Picture types that a person may upload. */
export const portraitTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

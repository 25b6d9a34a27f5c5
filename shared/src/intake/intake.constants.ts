export const intakePictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** Where pictures of an earlier diagnosis stand beside those of a form’s questions. */
export const evidenceQuestion = 'prior-diagnosis';

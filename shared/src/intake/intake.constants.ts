export const intakePictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** The question id of pictures of an earlier diagnosis. */
export const evidenceQuestion = 'prior-diagnosis';

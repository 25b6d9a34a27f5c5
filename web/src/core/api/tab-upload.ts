import { sessionTokens } from './index.ts';
import type { createUploader } from './upload.ts';

type Upload = ReturnType<typeof createUploader>;

/** The uploader of this tab. It loads with the first file, because few people send one. */
export const upload: Upload = async (route, input, options) => {
  const { createUploader } = await import('./upload.ts');
  return createUploader({ tokens: sessionTokens })(route, input, options);
};

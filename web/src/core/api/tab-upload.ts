import { sessionTokens } from './index.ts';
import type { createUploader } from './upload.ts';

type Upload = ReturnType<typeof createUploader>;

const load = () => import('./upload.ts');

/** Loads the uploader before a file is chosen: the network may be gone at that moment. */
export const prefetchUpload = () => void load().catch(() => undefined);

/** The uploader of this tab. It loads with the first field for files, because few people send one. */
export const upload: Upload = async (route, input, options) => {
  const { createUploader } = await load();
  return createUploader({ tokens: sessionTokens })(route, input, options);
};

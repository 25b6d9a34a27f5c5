import { sessionTokens } from './index.ts';
import { createUploader } from './upload.ts';

/** The uploader of this tab. Separate from the client, which every page loads, because few pages send files. */
export const upload = createUploader({ tokens: sessionTokens });

import { sessionTokens } from './index.ts';
import { createUploader } from './upload.ts';

/** The tab’s one uploader. Apart from the client, which every page has: few send files. */
export const upload = createUploader({ tokens: sessionTokens });

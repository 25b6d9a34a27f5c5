export { forgetCareDrafts } from './drafts.ts';

export { forgetCareDrafts } from './request/complaint-draft.ts';

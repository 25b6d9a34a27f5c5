import type { Role } from '@yunzhen/shared/core/permission';
import type { MessageKey, TextArea } from '../core/i18n/index.ts';

/** `public`: a quiet page for anybody; `patient`: phone first; `staff`: side bar; `bare`: the page alone, for a call. */
export type LayoutName = 'public' | 'patient' | 'staff' | 'bare';

declare module 'vue-router' {
  interface RouteMeta {
    title: MessageKey;
    layout: LayoutName;
    /** The texts that the page needs besides those of every page. Without this, all that there are. */
    texts?: readonly TextArea[];
    /** Open without a session. */
    public?: boolean;
    /** Makes no sense with a session: those who have one go on to their own pages. */
    guestOnly?: boolean;
    /** The step of the sign-in that asks for the second factor. */
    secondStep?: boolean;
    /** Who may come here; without it everybody who has a session. */
    roles?: readonly Role[];
    /** Where people go who are no patients, from a page that is for patients. */
    staffPath?: string;
    /** Where patients are led instead. */
    patientPath?: string;
  }
}

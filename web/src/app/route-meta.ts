import type { Role } from '@yunzhen/shared/core/permission';
import type { MessageKey, TextArea } from '../core/i18n/index.ts';

/** `public`: a plain page for everyone; `patient`: phone first; `staff`: side bar; `bare`: the page alone; `call`: the same for patients and guests. */
export type LayoutName = 'public' | 'patient' | 'staff' | 'bare' | 'call';

declare module 'vue-router' {
  interface RouteMeta {
    title: MessageKey;
    layout: LayoutName;
    /** A step before the visit: on a phone the navigation gives its place to the step’s own buttons. */
    step?: boolean;
    /**
     * The step of the patient’s way to the call: its pages are one file, with all that no earlier step has (vite.config.ts). The weight of this way
     * is measured.
     */
    journey?: 'home' | 'choose' | 'prepare' | 'wait' | 'call';
    /** The page needs its width: the side bar is narrow until a person opens it there. */
    narrowSide?: boolean;
    /** Has the small text and controls of staff pages on a public page. */
    dense?: boolean;
    /** Uses two columns on a wide screen. */
    wide?: boolean;
    /** Text areas that the page needs besides those of every page. Without it, all areas load. */
    texts?: readonly TextArea[];
    /** Open without a session. */
    public?: boolean;
    /** Only for visitors without a session; others are redirected to their own pages. */
    guestOnly?: boolean;
    /** The sign-in step that asks for the second factor. */
    secondStep?: boolean;
    /** The page that asks for agreement to new versions of the hospital’s texts. */
    agreementStep?: boolean;
    /** Open to patients who have not agreed to them yet. */
    beforeAgreement?: boolean;
    /** Roles that may open the page; without it, every account with a session. */
    roles?: readonly Role[];
    /** Redirect of staff from a patient page. */
    staffPath?: string;
    /** Redirect of patients from a staff page. */
    patientPath?: string;
  }
}

import { shallowRef, type ShallowRef } from 'vue';
import { defineStore } from 'pinia';
import {
  readAccount,
  signOut,
  updateAccount,
  type Account,
  type SessionGrant,
} from '@yunzhen/shared/accounts/auth.contract';
import { actFor } from '@yunzhen/shared/accounts/acting.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { demoWindow } from '../../core/demo-window.ts';
import { setHospitalPhone, setHospitalTimeZone, setLocale } from '../../core/i18n/index.ts';
import { forgetHeld } from '../../core/autosave/drafts/at-sign-out.ts';
import { endAllIntentions } from '../../core/commands/index.ts';
import { api, isSamePerson, OfflineError, sessionTokens, type SessionEnd } from '../../core/api/index.ts';
import { turnOffPushHere, toldHere } from '../notifications/index.ts';
import { showColour } from './sign-in/brand-color.ts';
import { showAs } from './preferences/appearance.ts';
import { signedInBefore } from './sign-in/signed-in-before.ts';

/** The signed-in account of this tab. The access token stays in core/api. */
export const useSessionStore = defineStore('session', () => {
  const account = shallowRef<Account | null>(null);
  /** Why the last session ended, for the sign-in page. */
  const ended = shallowRef<SessionEnd | null>(null);

  function reset() {
    account.value = null;
    ended.value = null;
  }

  sessionTokens.onGrant((grant) => {
    // Another tab has signed in with another account, or acts for another patient: no data of the first one may stay on this page.
    if (account.value && !isSamePerson(account.value, grant.account)) return location.assign('/');
    account.value = grant.account;
    ended.value = null;
    showSession(grant);
  });
  sessionTokens.onEnd((reason) => {
    reset();
    forgetSession(reason);
    ended.value = reason;
  });

  return {
    account,
    ended,
    reset,
    ...restoring(account),
    ...sessionCommands(account),
    /** Sets the account to the server’s latest answer. */
    show(now: Account) {
      account.value = now;
    },
  };
});

type SignedIn = ShallowRef<Account | null>;

/** Applies a session’s settings to the page: the hospital’s time zone and brand, the user’s preferences. */
function showSession({ account: { hospital, wishes } }: SessionGrant) {
  setHospitalTimeZone(hospital.timeZone);
  setHospitalPhone(hospital.phone);
  showAs(wishes);
  showColour(hospital.brand);
  signedInBefore.remember();
}

function forgetSession(reason: SessionEnd) {
  signedInBefore.forget();
  // An expired session may be renewed by the same account.
  if (reason === 'expired') return;
  setHospitalPhone(null);
  demoWindow.value = false;
  // The next user of this browser must not see that there are messages for another account.
  if (toldHere.anybody()) void turnOffPushHere().catch(() => undefined);
  endAllIntentions();
}

/** Restores the session from the refresh cookie. */
function restoring(account: SignedIn) {
  /** The server did not answer when the session was being restored; the user can retry. */
  const unreachable = shallowRef(false);
  let running: Promise<void> | null = null;
  let askAgain = () => {};

  async function tryToRestore(): Promise<void> {
    if (account.value || !signedInBefore.is()) return;
    for (;;) {
      try {
        await sessionTokens.renew(null);
        break;
      } catch (error) {
        if (!(error instanceof OfflineError)) {
          signedInBefore.forget();
          // The session ended while no page was open.
          void forgetHeld().catch(() => undefined);
          break;
        }
        unreachable.value = true;
        await new Promise<void>((resolve) => (askAgain = resolve));
      }
    }
    unreachable.value = false;
  }

  return {
    unreachable,
    /** Runs once; resolves when it is known whether there is a session. */
    restore: () => (running ??= tryToRestore()),
    retryRestore: () => askAgain(),
  };
}

/** Commands that change the session itself and therefore are not in an `actions.ts`. */
function sessionCommands(account: SignedIn) {
  return {
    /** Accepts a new session and applies the user’s preferred language on this device. */
    enter(grant: SessionGrant) {
      // On a page without a session, such as an invitation, another account may still have one in this browser: this one replaces it.
      void forgetHeld().catch(() => undefined);
      sessionTokens.accept(grant);
      const { language } = grant.account.wishes;
      if (language) void setLocale(language);
    },
    /** Renews the session to get the roles that the second factor has unlocked. */
    async complete() {
      await sessionTokens.renew(sessionTokens.current()?.accessToken ?? null);
    },
    /** Refetches the account after it was changed elsewhere. */
    async reload() {
      const now = await api.call(readAccount);
      account.value = now;
      showColour(now.hospital.brand);
    },
    /** Switches to acting for a dependant, or (null) for the account’s own patient: every tab restarts with that patient’s record. */
    async actFor(patientId: string | null) {
      sessionTokens.accept(await api.call(actFor, { body: { patientId } }));
    },
    /** Ends the session here, in other tabs and on the server. */
    async leave() {
      try {
        await api.call(signOut);
      } finally {
        sessionTokens.end('signed-out');
      }
    },
    /** Saves the account’s language. */
    async chooseLocale(locale: Locale) {
      if (!account.value || account.value.locale === locale) return;
      account.value = await api.call(updateAccount, { body: { locale } });
    },
  };
}

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
import { setHospitalTimeZone, setLocale } from '../../core/i18n/index.ts';
import { endAllIntentions } from '../../core/commands/index.ts';
import { api, isSamePerson, OfflineError, sessionTokens, type SessionEnd } from '../../core/api/index.ts';
import { turnOffPushHere, toldHere } from '../notifications/index.ts';
import { showColour } from './sign-in/brand-color.ts';
import { showAs } from './preferences/appearance.ts';
import { signedInBefore } from './sign-in/signed-in-before.ts';

/** Who is signed in, in this tab. The access token itself stays in core/api. */
export const useSessionStore = defineStore('session', () => {
  const account = shallowRef<Account | null>(null);
  /** Why the last session ended, for the sign-in page. */
  const ended = shallowRef<SessionEnd | null>(null);

  function reset() {
    account.value = null;
    ended.value = null;
  }

  sessionTokens.onGrant((grant) => {
    // Another tab has signed in as somebody else, or acts for somebody else: nothing of the first person may stay on this page.
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
    /** The account as the hospital has just answered it. */
    show(now: Account) {
      account.value = now;
    },
  };
});

type SignedIn = ShallowRef<Account | null>;

/** What the page takes from a session: the hospital's time and brand, the person's wishes. */
function showSession({ account: { hospital, wishes } }: SessionGrant) {
  setHospitalTimeZone(hospital.timeZone);
  showAs(wishes);
  showColour(hospital.brand);
  signedInBefore.remember();
}

function forgetSession(reason: SessionEnd) {
  signedInBefore.forget();
  // A session that only ran out may be taken up again.
  if (reason === 'expired') return;
  // Whoever uses this browser next is not shown that there are messages for another.
  if (toldHere.anybody()) void turnOffPushHere().catch(() => undefined);
  endAllIntentions();
}

/** Restores the session from the refresh cookie. */
function restoring(account: SignedIn) {
  /** The hospital did not answer when the session was to be restored; it is asked again. */
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
    /** Once. Resolves when it is known whether there is a session. */
    restore: () => (running ??= tryToRestore()),
    retryRestore: () => askAgain(),
  };
}

/** What changes the session itself, so that it stands in no `actions.ts`. */
function sessionCommands(account: SignedIn) {
  return {
    /** Takes a fresh session; who wishes for one language everywhere gets it on this device, too. */
    enter(grant: SessionGrant) {
      sessionTokens.accept(grant);
      const { language } = grant.account.wishes;
      if (language) void setLocale(language);
    },
    /** Takes up the roles that the second factor has given the session. */
    async complete() {
      await sessionTokens.renew(sessionTokens.current()?.accessToken ?? null);
    },
    /** Asks for the account again, after something of it was changed elsewhere. */
    async reload() {
      const now = await api.call(readAccount);
      account.value = now;
      showColour(now.hospital.brand);
    },
    /** Goes on for a dependant, or (null) for oneself: every tab begins again with the other person’s record. */
    async actFor(patientId: string | null) {
      sessionTokens.accept(await api.call(actFor, { body: { patientId } }));
    },
    /** Ends the session here, in other tabs and at the hospital. */
    async leave() {
      try {
        await api.call(signOut);
      } finally {
        sessionTokens.end('signed-out');
      }
    },
    /** Tells the hospital which language this person reads. */
    async chooseLocale(locale: Locale) {
      if (!account.value || account.value.locale === locale) return;
      account.value = await api.call(updateAccount, { body: { locale } });
    },
  };
}

import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import {
  addSignInPasskey,
  beginPasskeySignIn,
  beginSignInPasskey,
  signInByPasskey,
} from '@yunzhen/shared/accounts/sign-in-passkeys.contract';
import type { PersonConfirmation } from '@yunzhen/shared/accounts/person-confirmation.contract';
import type { BodyInputOf } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';
import { api, OfflineError } from '../../../core/api/index.ts';

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON'];
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type PasskeyAnswer = BodyInputOf<typeof addSignInPasskey>['response'];

export const canHavePasskeys = browserSupportsWebAuthn;

/** Whether the browser threw it: the person closed its window, or it has no passkey that fits. */
export const isOfBrowser = (error: unknown) => !(error instanceof AppError || error instanceof OfflineError);

/** Has the browser make a passkey that says by itself whose it is, and lets it open the account. */
export async function makeSignInPasskey(name: string, confirmation: PersonConfirmation) {
  const options: unknown = await api.call(beginSignInPasskey, { body: { confirmation } });
  const response: unknown = await startRegistration({ optionsJSON: options as Creation });
  return api.call(addSignInPasskey, { body: { name, response: response as PasskeyAnswer } });
}

/** Has whichever passkey the person chooses sign in. */
export async function enterByPasskey(hospital: string) {
  const begun = await api.call(beginPasskeySignIn, { body: { hospital } });
  const options: unknown = begun.options;
  const response: unknown = await startAuthentication({ optionsJSON: options as Request });
  const { challengeId } = begun;
  return api.call(signInByPasskey, { body: { hospital, challengeId, response: response as PasskeyAnswer } });
}

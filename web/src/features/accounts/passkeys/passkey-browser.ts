import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { addSignInPasskey } from '@yunzhen/shared/accounts/sign-in-passkeys.contract';
import type { BodyInputOf } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';
import { OfflineError } from '../../../core/api/index.ts';

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON'];
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type PasskeyAnswer = BodyInputOf<typeof addSignInPasskey>['response'];

export const canHavePasskeys = browserSupportsWebAuthn;

/** Returns whether the browser threw the error: the user closed its dialog, or it has no matching passkey. */
export const isOfBrowser = (error: unknown) => !(error instanceof AppError || error instanceof OfflineError);

/** Creates a passkey in the browser. */
export async function createPasskey(options: object): Promise<PasskeyAnswer> {
  const response: unknown = await startRegistration({ optionsJSON: options as Creation });
  return response as PasskeyAnswer;
}

/** Signs in the browser with the passkey that the user chooses. */
export async function signWithPasskey(options: object): Promise<PasskeyAnswer> {
  const response: unknown = await startAuthentication({ optionsJSON: options as Request });
  return response as PasskeyAnswer;
}

import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { addPasskey, beginPasskeyConfirmation, confirmSession } from '@yunzhen/shared/accounts/second-factor.contract';
import type { BodyInputOf } from '@yunzhen/shared/core/route';
import { api } from '../../../core/api/index.ts';

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON'];
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type PasskeyAnswer = BodyInputOf<typeof addPasskey>['response'];

/** Has the browser make a passkey and enrols it. */
export async function makePasskey(name: string, options: object) {
  const response = (await startRegistration({ optionsJSON: options as Creation })) as unknown as PasskeyAnswer;
  return api.call(addPasskey, { body: { name, response } });
}

/** Has the browser’s passkey sign for this session. */
export async function confirmByPasskey() {
  const options = await api.call(beginPasskeyConfirmation);
  const optionsJSON = options as unknown as Request;
  const response = (await startAuthentication({ optionsJSON })) as unknown as PasskeyAnswer;
  return api.call(confirmSession, { body: { kind: 'passkey', response } });
}

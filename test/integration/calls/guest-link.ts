import { guestConsentVersion } from '../../../shared/src/calls/conduct.constants.ts';

export const guestName = '王小明 · Ming';

/** The contents of an invitation link. */
export interface Link {
  readonly id: string;
  readonly secret: string;
}

/** Returns the request that opens a link. */
export const opening = ({ id, secret }: Link) => ({ params: { invitationId: id }, body: { secret } });

/** Returns the request that accepts a link with the current consent. */
export const acceptance = ({ id, secret }: Link) => ({
  params: { invitationId: id },
  body: {
    secret,
    name: guestName,
    consent: { version: guestConsentVersion as typeof guestConsentVersion, locale: 'zh-CN' as const },
  },
});

import { guestConsentVersion } from '../../../shared/src/calls/conduct.constants.ts';

export const guestName = '王小明 · Ming';

/** What the link of an invitation holds. */
export interface Link {
  readonly id: string;
  readonly secret: string;
}

/** Opening a link. */
export const opening = ({ id, secret }: Link) => ({ params: { invitationId: id }, body: { secret } });

/** Coming in by a link, with the consent in force. */
export const acceptance = ({ id, secret }: Link) => ({
  params: { invitationId: id },
  body: {
    secret,
    name: guestName,
    consent: { version: guestConsentVersion as typeof guestConsentVersion, locale: 'zh-CN' as const },
  },
});

import { useSessionStore } from '../../accounts/index.ts';

/** Returns the full link of an invitation. The part after # never reaches a server log. */
export function useInvitationAddress() {
  const session = useSessionStore();
  return (invitationId: string, secret: string) =>
    `${window.location.origin}/staff-invitation/${session.account?.hospital.slug ?? ''}/${invitationId}#${secret}`;
}

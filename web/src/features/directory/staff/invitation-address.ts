import { useSessionStore } from '../../accounts/index.ts';

/** The whole link of an invitation. What stands after # never reaches a server’s log. */
export function useInvitationAddress() {
  const session = useSessionStore();
  return (invitationId: string, secret: string) =>
    `${window.location.origin}/staff-invitation/${session.account?.hospital.slug ?? ''}/${invitationId}#${secret}`;
}

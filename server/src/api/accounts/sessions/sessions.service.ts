import type { BodyOf } from '@yunzhen/shared/core/route';
import type { signIn } from '@yunzhen/shared/accounts/auth.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ActorContext, RequestContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import type { PasswordCheck } from '../sign-in/password-check.ts';
import type { SignInCheck } from '../sign-in/sign-in-check.ts';
import type { OpenedSession } from './session-opening.ts';
import type { DeviceTrust } from '../trusted-devices/device-trust.ts';
import type { AccountsPart } from '../accounts-part.ts';

interface SessionsServiceDeps extends AccountsPart<'transactions' | 'hospitals' | 'opening'> {
  passwords: PasswordCheck;
  signIns: SignInCheck;
  trust: DeviceTrust;
}

/** Uses passwords to open a session, or to confirm the person within one. */
export class SessionsService extends Service<SessionsServiceDeps> {
  /** Opens a session. Throws as `SignInCheck.run`. */
  async signIn(
    context: RequestContext,
    request: BodyOf<typeof signIn>,
    cookies: { device: string | undefined; trusted: string | undefined },
  ): Promise<OpenedSession> {
    const hospital = await this.deps.hospitals.bySlug(request.hospital, context.requestId);
    if (!hospital) throw new AppError('auth.invalid-credentials', 'hospital not found');
    const here = { ...context, hospitalId: hospital.id, actor: null };
    const { email, phone, password } = request;
    const who = phone === undefined ? { email: email ?? '' } : { phone };
    const holder = await this.deps.signIns.run(here, { who, password, deviceCookie: cookies.device });
    return this.deps.transactions.run(here, async (tx) => {
      const { deviceId, set } = await this.deps.trust.admit(tx, holder, cookies.trusted);
      const opened = await this.deps.opening.open(tx, holder, { factor: deviceId !== null, trustedDeviceId: deviceId });
      return set ? { ...opened, trust: set } : opened;
    });
  }

  /**
   * Checks the signed-in person’s password again. Call it before the transaction that it guards: the hash is slow, and a refusal is written in a
   * transaction of its own.
   * Throws `auth.confirmation-failed`, or `request.rate-limited` after too many failures in this session.
   */
  async confirmPassword(context: ActorContext, password: string): Promise<void> {
    const { accountId, sessionId } = context.actor;
    await this.deps.passwords.run(context, { accountId, sessionId, password });
  }
}

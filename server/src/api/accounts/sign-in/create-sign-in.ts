import { labelOfHost } from '../../../platform/http/own-address.ts';
import { channels } from '../../../platform/messaging/message.ts';
import type { AccountsDeps, AccountsParts } from '../accounts-parts.ts';
import { AccountsService } from '../accounts.service.ts';
import { CodeSecrets } from '../codes/code-secrets.ts';
import { CodesRepository } from '../codes/codes.repository.ts';
import { registerCodeRoutes } from '../codes/codes.routes.ts';
import { CodesService } from '../codes/codes.service.ts';
import { TextCodeBudget } from '../codes/text-code-budget.ts';
import { ProofsService } from '../codes/proofs.service.ts';
import { RefreshService } from '../sessions/refresh.service.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { PasswordCheck } from './password-check.ts';
import { SignInCheck } from './sign-in-check.ts';
import { registerSignInRoutes } from './sign-in.routes.ts';

/** Sign-up, and sign-in by password or code, with the sessions that they open. */
export function createSignIn({ settings, routes, clock, hub }: AccountsDeps, parts: AccountsParts) {
  const { transactions, accounts, attempts, cookie, requireAddress, notify } = parts;
  const passwords = new PasswordCheck({ transactions, accounts, attempts });
  const signIns = new SignInCheck({ ...parts, settings });
  const sessions = new SessionsService({ ...parts, passwords, signIns });
  const confirmPassword = sessions.confirmPassword.bind(sessions);
  const secrets = new CodeSecrets(settings.ACCESS_TOKEN_SECRET);
  const stored = new CodesRepository();
  const textBudget = new TextCodeBudget({ settings, codes: stored });
  const codes = new CodesService({ ...parts, codes: stored, secrets, confirmPassword, textBudget });
  registerSignInRoutes(
    routes,
    cookie,
    {
      accounts: new AccountsService({ ...parts, clock, codes }),
      hospitals: parts.hospitals,
      refresh: new RefreshService(parts),
      sessions,
    },
    { channels: channels.filter((channel) => notify.can(channel)), passkeys: parts.passkeys.possible },
    (request) => labelOfHost(request.host, settings.PUBLIC_URL),
    requireAddress,
    () => hub().position,
  );
  registerCodeRoutes(routes, cookie, requireAddress, codes, new ProofsService({ ...parts, codes }));
  return { codes, confirmPassword };
}

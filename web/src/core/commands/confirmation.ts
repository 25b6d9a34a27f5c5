import { AppError } from '@yunzhen/shared/core/errors';
import type { AnyRoute } from '@yunzhen/shared/core/route';

/** Asks the person for their second factor; true when it was given. */
type Ask = () => Promise<boolean>;

let askPerson: Ask = () => Promise.resolve(false);
let asking: Promise<boolean> | undefined;

/** How the pages ask. Set by the dialog of staff. */
export function askForConfirmationBy(ask: Ask): void {
  askPerson = ask;
}

/**
 * Sends to a route that needs a recent second factor. Where the hospital asks for one, the person is asked in one dialog and the same is
 * sent again; without an answer the refusal stays.
 */
export async function withConfirmation<T>(route: Pick<AnyRoute, 'confirmation'>, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const asked = error instanceof AppError && error.code === 'auth.second-factor-required';
    if (route.confirmation !== 'recent' || !asked) throw error;
    // Two refusals at once are one question.
    asking ??= askPerson().finally(() => (asking = undefined));
    if (!(await asking)) throw error;
    return send();
  }
}

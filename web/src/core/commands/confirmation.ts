import { AppError } from '@yunzhen/shared/core/errors';
import type { AnyRoute } from '@yunzhen/shared/core/route';

/** Asks the user for their second factor; resolves with true when it was given. */
type Ask = () => Promise<boolean>;

let askPerson: Ask = () => Promise.resolve(false);
let asking: Promise<boolean> | undefined;

/** Sets how the app asks. The staff dialog calls it. */
export function askForConfirmationBy(ask: Ask): void {
  askPerson = ask;
}

/**
 * Sends to a route that needs a recent second factor. When the hospital requires one, asks the user in a dialog and sends again; if the user cancels,
 * throws the original rejection.
 */
export async function withConfirmation<T>(route: Pick<AnyRoute, 'confirmation'>, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const asked = error instanceof AppError && error.code === 'auth.second-factor-required';
    if (route.confirmation !== 'recent' || !asked) throw error;
    // Concurrent rejections open one dialog.
    asking ??= askPerson().finally(() => (asking = undefined));
    if (!(await asking)) throw error;
    return send();
  }
}

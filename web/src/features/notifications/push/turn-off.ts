import { toldHere } from './told-here.ts';

export async function subscriptionHere(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Unsubscribes this browser, also when the server cannot be reached. */
export async function turnOffHere(): Promise<void> {
  toldHere.forget();
  await (await subscriptionHere())?.unsubscribe();
}

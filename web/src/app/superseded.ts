/**
 * A page that asks anew gives up its earlier question, whose promise then rejects with an AbortError that nobody waits
 * for. That is no failure, so it is kept out of the browser’s error log; every other rejection still shows there.
 */
export function forgiveSupersededRequests(target: EventTarget = window): void {
  target.addEventListener('unhandledrejection', (event) => {
    const { reason } = event as PromiseRejectionEvent;
    if (reason instanceof DOMException && reason.name === 'AbortError') event.preventDefault();
  });
}

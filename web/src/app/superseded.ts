/**
 * Keeps aborted requests out of the browser’s error log: a newer request rejects the earlier one with an AbortError that no code awaits. Every other
 * rejection still shows there.
 */
export function forgiveSupersededRequests(target: EventTarget = window): void {
  target.addEventListener('unhandledrejection', (event) => {
    const { reason } = event as PromiseRejectionEvent;
    if (reason instanceof DOMException && reason.name === 'AbortError') event.preventDefault();
  });
}

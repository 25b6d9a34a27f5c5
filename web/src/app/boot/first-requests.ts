/* Requests what the opened page needs before the app has loaded, which saves a round trip. A separate classic script (build/static-files.ts). */
import { requestReadsEarly } from '../../core/api/early-reads.ts';
import { requestSessionEarly } from '../../core/api/early-session.ts';
import type { SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import { preferredLocale } from '../../core/i18n/preferred-locale.ts';
import { signedInBefore } from '../../features/accounts/sign-in/signed-in-before.ts';
import { pageFiles } from './page-files.ts';

const files = pageFiles(preferredLocale());
if (files) {
  const { pathname } = location;
  const request = () => {
    files.requestStart();
    files.request(pathname);
  };
  // The router requests the files of the next page.
  window.requestPageFiles = files.request;
  // The session first, because a browser sends only six requests at a time.
  if (files.needsSession(pathname)) {
    if (signedInBefore.is()) void requestSessionEarly(request).then(requestReads);
    else request();
  } else {
    request();
    requestReadsEarly(files.readsOf(pathname));
  }

  function requestReads(grant: SessionGrant | undefined): void {
    if (grant) requestReadsEarly(files?.readsOf(pathname, grant.account) ?? [], grant.accessToken);
  }
}

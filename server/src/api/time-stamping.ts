import type { Clock } from '../platform/clock.ts';
import type { ApiSettings } from '../platform/config/settings.ts';
import {
  closedAuthority,
  createTimeStampAuthority,
  type TimeStamping,
} from '../platform/signing/time-stamp-authority.ts';
import { readTimeAnchors } from '../platform/signing/time-stamp-trust.ts';

/** Returns how this installation time-stamps. An isolated copy asks no authority. */
export function timeStamping(
  settings: Pick<ApiSettings, 'TSA_URL' | 'TSA_CERTIFICATES' | 'ISOLATED'>,
  clock: Clock,
): TimeStamping {
  const { TSA_URL: url, TSA_CERTIFICATES: pem } = settings;
  const anchors = pem ? readTimeAnchors(pem) : [];
  if (!url) return { authority: null, anchors };
  return {
    authority: settings.ISOLATED ? closedAuthority : createTimeStampAuthority({ url, anchors, clock }),
    anchors,
  };
}

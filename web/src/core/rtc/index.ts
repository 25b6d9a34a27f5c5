export { browserKind } from './media/browser-kind.ts';
export { CallClient } from './session/call-client.ts';
export type { CallState } from './session/call-state.ts';
export { makeDarkTrack } from './media/dark-track.ts';
export { deviceLoader } from './media/device-loader.ts';
export { createDtlsIdentity } from './media/dtls-identity.ts';
export { meterLevel } from './media/level-meter.ts';
export {
  LocalMedia,
  type DeviceList,
  type LocalSource,
  type LocalSourceState,
  type MediaDevice,
} from './media/local-media.ts';
export { mediaPermission } from './media/media-permission.ts';
export type { MediaTrouble } from './media/media-trouble.ts';
export { checkNetwork, type NetworkCheckResult, type NetworkCheckStage } from './quality/network-check.ts';
export type { NetworkVerdict } from './quality/network-verdict.ts';
export { NetworkWatch } from './quality/network-watch.ts';
export { QualityMonitor, noQuality, type MonitoredCall } from './quality/quality-monitor.ts';
export type { StopReason } from './session/reconnect-policy.ts';
export type { RemoteTrack } from './media/remote-media.ts';
export { ScreenCapture, type ScreenTrouble } from './media/screen-capture.ts';
export { openCallSocket } from './session/socket-link.ts';
export { playTestTone } from './quality/test-tone.ts';

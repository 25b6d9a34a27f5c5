export { browserKind } from './browser-kind.ts';
export { CallClient } from './call-client.ts';
export type { CallState } from './call-state.ts';
export { makeDarkTrack } from './dark-track.ts';
export { deviceLoader } from './device-loader.ts';
export { createDtlsIdentity } from './dtls-identity.ts';
export { meterLevel } from './level-meter.ts';
export {
  LocalMedia,
  type DeviceList,
  type LocalSource,
  type LocalSourceState,
  type MediaDevice,
} from './local-media.ts';
export { mediaPermission } from './media-permission.ts';
export type { MediaTrouble } from './media-trouble.ts';
export { checkNetwork, type NetworkCheckResult, type NetworkCheckStage } from './network-check.ts';
export type { NetworkVerdict } from './network-verdict.ts';
export { NetworkWatch } from './network-watch.ts';
export { QualityMonitor, noQuality, type MonitoredCall } from './quality-monitor.ts';
export type { StopReason } from './reconnect-policy.ts';
export type { RemoteTrack } from './remote-media.ts';
export { ScreenCapture, type ScreenTrouble } from './screen-capture.ts';
export { openCallSocket } from './socket-link.ts';
export { playTestTone } from './test-tone.ts';

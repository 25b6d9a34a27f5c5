/** Returns the settings that start a restored folder beside the running hospital: isolated, at ports of its own. */
export const settingsBeside = (folder: string): string =>
  `DATA_DIR=${folder} ISOLATED=true PUBLIC_URL=http://localhost:8180 MEDIA_PUBLIC_URL=http://localhost:8181 PORT=8180 METRICS_PORT=9190 MEDIA_PORT=8181 MEDIA_METRICS_PORT=9191 RTC_PORT=41000`;

/** What to do with a restored folder. */
export const restoredText = (folder: string): string =>
  `To replace the hospital, stop it and start with its settings and DATA_DIR=${folder}.
To look into the copy beside the running hospital, start with its settings and these, so that nothing leaves this machine:
  ${settingsBeside(folder)}
`;

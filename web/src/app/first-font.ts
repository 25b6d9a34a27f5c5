// First module that the pages run. Fetches the font while the app starts and the connection is idle; requested by the first text, it would arrive
// after the first paint and shift the layout.
void document.fonts.load("1rem 'Inter Variable'").catch(() => undefined);

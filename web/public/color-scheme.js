// Runs before the first paint, so that a page in dark mode never flashes white. Kept in step with src/app/color-mode.ts
// and src/app/i18n/index.ts, which own these two keys. A file of its own: the content security policy allows no inline
// script.
(function () {
  var mode = null;
  var locale = null;
  try {
    mode = localStorage.getItem('yunzhen.color-mode');
    locale = localStorage.getItem('yunzhen.locale');
  } catch {
    // Storage is closed to us (private window, strict settings): the system's choice holds.
  }
  var dark = mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  var root = document.documentElement;
  root.classList.toggle('dark', dark);
  root.classList.toggle('light', !dark);
  document.querySelector('meta[name="theme-color"]').content = dark ? '#141210' : '#faf9f7';
  if (locale === 'en' || locale === 'zh-CN') root.lang = locale;
})();

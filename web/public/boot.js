// Runs before the first paint, so that a page in dark mode never flashes white. Kept in step with src/app/color-mode.ts
// src/core/i18n/index.ts, src/features/accounts/preferences/appearance.ts, features/accounts/sign-in/signed-in-before.ts and shown-brand.ts, and src/core/api/browser-session.ts, which own these keys. A file of its own: the content security policy allows no inline
// script.
(function () {
  var mode = null;
  var locale = null;
  var looks = '';
  var brand = null;
  var signedIn = false;
  try {
    mode = localStorage.getItem('yunzhen.color-mode');
    locale = localStorage.getItem('yunzhen.locale');
    looks = localStorage.getItem('yunzhen.looks') || '';
    signedIn = localStorage.getItem('yunzhen.signed-in') !== null;
    brand = JSON.parse(localStorage.getItem('yunzhen.brand'));
  } catch {
    // Storage is closed to us (private window, strict settings) or holds what we did not write: the system's choice holds.
  }
  var dark = mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  var root = document.documentElement;
  root.classList.toggle('dark', dark);
  root.classList.toggle('light', !dark);
  looks.split(' ').forEach(function (look) {
    if (look) root.classList.add(look);
  });
  if (brand) {
    root.style.setProperty('--brand-light', brand.light);
    root.style.setProperty('--brand-dark', brand.dark);
    root.style.setProperty('--brand-light-strong', brand.lightStrong);
    root.style.setProperty('--brand-dark-strong', brand.darkStrong);
  }
  document.querySelector('meta[name="theme-color"]').content = dark ? '#141210' : '#faf9f7';
  if (locale === 'en' || locale === 'zh-CN') root.lang = locale;
  var wished = navigator.languages.find(function (wish) {
    return /^(zh|en)/i.test(wish);
  });
  var language = locale === 'en' || locale === 'zh-CN' ? locale : /^zh/i.test(wished || '') ? 'zh-CN' : 'en';
  // The app is installed under its name in the reader’s language.
  document.querySelector('link[rel="manifest"]').href = '/' + language + '.webmanifest';

  // What this page needs besides the first file is asked for now: its program would only learn it a round trip later.
  var known = document.getElementById('first-files');
  if (!known) return;
  var first = JSON.parse(known.textContent);
  var texts = first.texts[language];
  var asked = {};
  function ask(place) {
    if (asked[place]) return;
    asked[place] = true;
    var link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = '/assets/' + first.names[place] + '.js';
    document.head.append(link);
  }
  function pageOf(path) {
    return first.pages.find(function (page) {
      return new RegExp('^' + page.path + '/?$').test(path);
    });
  }
  // Once more by the router, when somebody goes on to another page.
  window.askForPage = function (path) {
    var page = pageOf(path);
    if (!page) return;
    page.files.forEach(ask);
    page.areas.forEach(function (area) {
      texts[area].forEach(ask);
    });
  };
  function askForFiles() {
    texts.start.forEach(ask);
    window.askForPage(location.pathname);
  }
  var opened = pageOf(location.pathname);
  if (!opened || !opened.session || !signedIn || !navigator.locks) return askForFiles();
  // The session first, since a browser asks for six things at a time: under the lock that all tabs keep, and taken over by the first renewal,
  // where what goes wrong is said. While another tab renews, the program will ask.
  window.earlySession = navigator.locks.request('yunzhen.session', { ifAvailable: true }, function (lock) {
    var answer = lock
      ? fetch('/api/sessions/current/refresh', {
          method: 'POST',
          headers: { accept: 'application/json' },
          // As long as any request: a lock held for longer would keep every tab waiting.
          signal: AbortSignal.timeout && AbortSignal.timeout(20000),
        })
      : undefined;
    askForFiles();
    return answer;
  });
  window.earlySession.catch(function () {});
})();

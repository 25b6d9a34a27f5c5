import { ensureSystemPackages } from '../server/src/worker-build/system-packages.ts';
import { findProgram, outputOf } from './processes.ts';
import { report } from './report.ts';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const SHELL = 'chromium-headless-shell';
const FIREFOXES = ['firefox-esr', 'firefox'];

/**
 * Provides the system programs that only tests need: Chromium and its headless shell, Firefox, PDF tools, Caddy, PgBouncer, Valkey, libfaketime, a font with
 * Chinese characters. Passes browsers to the tests as CHROMIUM_PATH and CHROMIUM_SHELL_PATH.
 * @throws Error with the command to run when something is missing and cannot be installed
 */
export function ensureTestPrograms(): void {
  const browser = findBrowser();
  const missing = [
    ...(browser ? [] : ['chromium']),
    ...(needsShell(browser) ? [SHELL] : []),
    ...(findProgram('pdfsig') && findProgram('pdftoppm') ? [] : ['poppler-utils']),
    ...(findProgram('certutil') ? [] : ['libnss3-tools']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ];
  ensureSystemPackages(missing, 'for the tests in a browser (an own Chromium or Chrome can be named in CHROMIUM_PATH)');
  const path = browser ?? findBrowser();
  if (!path) throw new Error('The tests need Chromium or Chrome: install it, or set CHROMIUM_PATH to its program.');
  process.env['CHROMIUM_PATH'] = path;
  const shell = findProgram(SHELL);
  if (shell) process.env['CHROMIUM_SHELL_PATH'] ??= shell;
  ensureFirefox();
  ensureServers();
}

/** Provides the servers of larger installations, and a wrong clock. If they are unavailable their tests are skipped, with a message. */
function ensureServers(): void {
  ensureOr(
    'Caddy, PgBouncer and Valkey',
    ['caddy', 'pgbouncer', 'valkey-server'],
    'for the tests of larger installations',
  );
  ensureOr('programs whose clock is wrong', ['faketime'], 'for the tests of wrong clocks');
}

function ensureOr(skipped: string, packages: readonly string[], purpose: string): void {
  try {
    ensureSystemPackages(packages, purpose);
  } catch (error) {
    report(`skipping the tests of ${skipped}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Provides Firefox for its tests as FIREFOX_PATH. If it is unavailable the tests are skipped, with a message. */
function ensureFirefox(): void {
  if (process.env['FIREFOX_PATH']) return;
  ensureOr('pages in Firefox', findProgram(...FIREFOXES) ? [] : ['firefox-esr'], 'for the tests in Firefox');
  const path = findProgram(...FIREFOXES);
  if (path) process.env['FIREFOX_PATH'] = path;
}

/** Returns whether to use Debian's headless shell, which needs a fifth less CPU. Other browsers run every test themselves. */
function needsShell(browser: string | undefined): boolean {
  return (browser === undefined || browser === '/usr/bin/chromium') && !findProgram(SHELL);
}

function findBrowser(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  if (!given) return findProgram(...BROWSERS);
  if (outputOf(given, ['--version'])) return given;
  throw new Error(`CHROMIUM_PATH names ${given}, which does not run on this machine.`);
}

/** Returns whether a Chinese font is present; systems other than Linux include one. */
function hasChineseFont(): boolean {
  return process.platform !== 'linux' || outputOf('fc-list', [':lang=zh', 'family']).trim() !== '';
}

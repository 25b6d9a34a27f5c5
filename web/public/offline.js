// A file of its own: the content security policy allows no inline script. The address is still that of the page that was requested.
addEventListener('online', () => location.reload());

// Prescriptions that the session holds on this device, encrypted. The names and the shape are those of src/core/autosave/held and
// src/features/prescribing/patient/held; see docs/adr/0075-hold-prescriptions-on-the-device.md.
const place = 'held.prescriptions';
const longest = 7 * 24 * 3_600_000;
const labels = {
  en: {
    title: 'Your prescriptions',
    note: 'Saved on this device. They may have changed since. Pharmacies check them again.',
    number: 'Number',
    until: 'Valid until',
    show: 'Show code for the pharmacy',
    code: 'QR code of prescription',
  },
  'zh-CN': {
    title: '您的处方',
    note: '保存在本设备上，之后可能有变动，药房会再次核对。',
    number: '编号',
    until: '有效期至',
    show: '显示处方码（供药房扫描）',
    code: '处方二维码',
  },
};

const answered = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function heldPrescriptions() {
  const name = 'yunzhen.drafts';
  if (!(await indexedDB.databases()).some((database) => database.name === name)) return null;
  const database = await answered(indexedDB.open(name));
  try {
    const [key, sealed] = await Promise.all([
      answered(database.transaction('keys').objectStore('keys').get('held')),
      answered(database.transaction('texts').objectStore('texts').get(place)),
    ]);
    if (!key || !sealed) return null;
    const additionalData = new TextEncoder().encode(place);
    const cipher = { name: 'AES-GCM', iv: sealed.subarray(0, 12), additionalData };
    const plain = await crypto.subtle.decrypt(cipher, key, sealed.subarray(12));
    const value = JSON.parse(new TextDecoder().decode(plain));
    return value.at > Date.now() - longest && value.items.length > 0 ? value : null;
  } finally {
    database.close();
  }
}

function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

/** ISO/IEC 18004: four light modules on each side, without which scanners lose the edge. */
function picture(modules, label) {
  const quiet = 4;
  const side = modules.length + 2 * quiet;
  const make = (name, attributes) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const dark = modules.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(
      ({ 0: run, index }) => `M${index + quiet} ${y + quiet}h${run.length}v1h-${run.length}z`,
    ),
  );
  const drawn = make('svg', { viewBox: `0 0 ${side} ${side}`, role: 'img', 'aria-label': label });
  drawn.append(
    make('rect', { width: side, height: side, fill: '#fff' }),
    make('path', { d: dark.join(''), fill: '#111' }),
  );
  return drawn;
}

/** The last minute in which it is valid, on the hospital’s clock and in the format of the app’s pages (shared/src/core/time/date-format.ts). */
function lastMinute(until, locale, timeZone) {
  const day = { year: 'numeric', month: 'short', day: 'numeric' };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...day, ...clock, timeZone });
  return format.format(until.getTime() - 60_000);
}

function card(one, locale, timeZone) {
  const text = labels[locale];
  const inLocale = (both) => (locale === 'en' ? both.en : both.zh);
  const { name, nameLatin } = one.patient;
  const parts = one.items.flatMap((item) => [
    element('h3', `${inLocale(item.productName)} ${item.strength}`),
    element('p', inLocale(item.instruction)),
  ]);
  const until = one.validUntil && new Date(one.validUntil);
  parts.push(element('p', `${(locale === 'en' && nameLatin) || name} · ${text.number} ${one.number}`));
  if (until) parts.push(element('p', `${text.until} ${lastMinute(until, locale, timeZone)}`));
  // Its holder can collect the medicines, so it is shown on request.
  if (one.code && (!until || until > new Date()))
    parts.push(
      element('details', '', element('summary', text.show), picture(one.code.modules, `${text.code} ${one.number}`)),
    );
  return element('article', '', ...parts);
}

heldPrescriptions()
  .then((value) => {
    if (!value) return;
    const locale = value.locale in labels ? value.locale : 'en';
    const text = labels[locale];
    const section = element('section', '', element('h2', text.title), element('p', text.note));
    section.lang = locale;
    section.append(...value.items.map((one) => card(one, locale, value.timeZone)));
    document.querySelector('main').append(section);
  })
  // Without storage there is nothing to show.
  .catch(() => undefined);

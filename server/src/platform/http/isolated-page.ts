const banner = `<aside class="isolated-banner">
      <p lang="en"><strong>Restored copy.</strong> Nothing you do here reaches the hospital. No messages are sent, and nothing can be signed.</p>
      <p lang="zh-CN"><strong>恢复副本：</strong>在此进行的操作不会影响医院系统，不会发送任何消息，也不能签名。</p>
    </aside>`;

/**
 * Returns index.html with the banner of a restored copy (`ISOLATED`). It is above the app, so it is there before the first page and on every page,
 * and the pages of a hospital load nothing for it.
 */
export function isolatedPage(html: string): string {
  const page = html
    .replace('<html ', '<html data-isolated ')
    .replace('</head>', '  <link rel="stylesheet" href="/isolated.css" />\n  </head>')
    .replace(/<body[^>]*>/, (body) => `${body}\n    ${banner}`);
  if (!/<html data-isolated [^]*isolated\.css[^]*isolated-banner/.test(page))
    throw new Error('index.html has no place for the banner of a restored copy');
  return page;
}

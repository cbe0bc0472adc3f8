// Serves the page of the local Slack: one document, its script, its style, its icon.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { bundlePage } from './bundle.ts'

const DOCUMENT = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Local Slack</title>
    <link rel="icon" href="/page/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/page/page.css" />
    <script type="module" src="/page/page.js"></script>
  </head>
  <body>
    <div id="page"></div>
  </body>
</html>
`

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#1f4e5f"/>
<path d="M8 21v-5M16 21v-9M24 21V8" stroke="#fff" stroke-width="4" stroke-linecap="round"/></svg>`

/** Content security policy: only the page's own script, no inline script, images from anywhere. */
const POLICY =
  "default-src 'self'; img-src 'self' data: http: https:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const FILES: Readonly<Record<string, { type: string; read(): Promise<string> }>> = {
  '/': { type: 'text/html', read: async () => DOCUMENT },
  '/page/page.js': { type: 'text/javascript', read: async () => (await bundlePage()).script },
  '/page/page.css': { type: 'text/css', read: async () => (await bundlePage()).style },
  '/page/icon.svg': { type: 'image/svg+xml', read: async () => ICON },
}

/** Returns false for any other URL. */
export async function servePage(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const file = Object.hasOwn(FILES, url.pathname) ? FILES[url.pathname] : undefined
  if (file === undefined || request.method !== 'GET') return false
  response.writeHead(200, {
    'content-type': `${file.type}; charset=utf-8`,
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
  })
  response.end(await file.read())
  return true
}

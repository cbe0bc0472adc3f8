// Keeps the local Slack local: who may ask it, and where it sends requests itself.
import type { IncomingMessage } from 'node:http'

const HOSTS = ['127.0.0.1', 'localhost', '[::1]']

/** Only this machine, by its loopback address. */
export function isLoopback(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && ['http:', 'https:'].includes(parsed.protocol) && HOSTS.includes(parsed.hostname)
}

/**
 * A page of the web reaches 127.0.0.1 through the browser: by a name that was bound to it (then `Host` is that name), or
 * by posting across sites (then `Origin` is that site). Programs name the loopback address and send no `Origin`.
 */
export function isForeign({ headers }: IncomingMessage): boolean {
  if (!isLoopback(`http://${headers.host ?? ''}/`)) return true
  if (headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate') return true
  return headers.origin !== undefined && headers.origin !== `http://${headers.host}`
}

// Signed HTTP: the same payloads as requests to the app's address, with Slack's v0 signature and retry headers.
import { createHmac, randomBytes } from 'node:crypto'
import { parseJson } from '../api/arguments.ts'
import { isObject, type Json } from '../json.ts'
import { isLoopback } from '../loopback.ts'
import type { Envelope, Outcome, Transport } from './delivery.ts'
import { takeDeliveryFault } from './delivery.ts'

export interface SignedHttpOptions {
  signingSecret: string
  ackTimeoutMs: number
}

export function createSignedHttp(url: string, options: SignedHttpOptions): Transport {
  return {
    deliver: async (envelope, faults) => {
      const lost = takeDeliveryFault(faults, envelope, ['lost_delivery', 'lost_ack'])
      if (lost === 'lost_delivery') return { acked: false, reason: 'timeout', retry: true }
      const outcome = await post(url, encode(envelope), retryHeaders(envelope), options)
      return lost === 'lost_ack' ? { acked: false, reason: 'timeout', retry: true } : outcome
    },
  }
}

/** Slack's first request to a new address: the app must send the challenge back. */
export async function verifyUrl(
  url: string,
  verificationToken: string,
  options: SignedHttpOptions,
): Promise<boolean> {
  const challenge = randomBytes(24).toString('base64url')
  const body = JSON.stringify({ token: verificationToken, challenge, type: 'url_verification' })
  const outcome = await post(url, { type: 'application/json', body }, {}, options)
  if (!outcome.acked) return false
  return isObject(outcome.payload) ? outcome.payload.challenge === challenge : outcome.payload === challenge
}

/** HMAC-SHA256 of `v0:timestamp:body` with the signing secret; docs.slack.dev /authentication/verifying-requests-from-slack. */
function signature(signingSecret: string, timestampSeconds: number, body: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestampSeconds}:${body}`).digest('hex')}`
}

interface Encoded {
  type: string
  body: string
}

function encode({ kind, payload }: Envelope): Encoded {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) }
  const fields = kind === 'slash_commands' ? stringsOf(payload) : { payload: JSON.stringify(payload) }
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() }
}

function stringsOf(payload: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]))
}

function retryHeaders({ retryAttempt, retryReason }: Envelope): Record<string, string> {
  return retryAttempt === 0
    ? {}
    : { 'x-slack-retry-num': String(retryAttempt), 'x-slack-retry-reason': retryReason }
}

async function post(
  url: string,
  { type, body }: Encoded,
  headers: Record<string, string>,
  options: SignedHttpOptions,
): Promise<Outcome> {
  if (!isLoopback(url)) return { acked: false, reason: 'no_connection', retry: false }
  const timestampSeconds = Math.floor(Date.now() / 1000)
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(options.ackTimeoutMs),
      redirect: 'error',
      headers: {
        'content-type': type,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': String(timestampSeconds),
        'x-slack-signature': signature(options.signingSecret, timestampSeconds, body),
        ...headers,
      },
    })
    const text = await response.text()
    if (response.ok) return { acked: true, payload: text === '' ? undefined : (parseJson(text) ?? text) }
    const retry = response.headers.get('x-slack-no-retry') !== '1'
    return { acked: false, reason: 'http_error', status: response.status, retry }
  } catch (fault) {
    const timedOut = (fault as Error).name === 'TimeoutError'
    return { acked: false, reason: timedOut ? 'timeout' : 'no_connection', retry: true }
  }
}

// Sends signed HTTP requests like Slack: a number of concurrent view submissions, with the time to each acknowledgement.
import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'

export interface Target {
  port: number
  signingSecret: string
  /** How far its clock is ahead of the real one: requests signed more than five minutes off are refused. */
  clockMoveMs: number
}

export interface Load {
  perSecond: number
  /** Milliseconds until each acknowledgement. */
  acks: number[]
}

export async function submitAll(target: Target, payloads: readonly object[], atOnce: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const acks: number[] = []
  const left = payloads.values()
  const from = performance.now()
  const one = async () => {
    for (const payload of left) {
      const sentAt = performance.now()
      const answer = await post(agent, target, `payload=${encodeURIComponent(JSON.stringify(payload))}`)
      acks.push(performance.now() - sentAt)
      // An acknowledgement with a body reports errors in the form.
      if (answer !== '') throw new Error(`The view was not taken: ${answer.slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  agent.destroy()
  return { perSecond: payloads.length / ((performance.now() - from) / 1000), acks }
}

function post(agent: Agent, { port, signingSecret, clockMoveMs }: Target, body: string): Promise<string> {
  const timestamp = String(Math.floor((Date.now() + clockMoveMs) / 1000))
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  }
  return new Promise((done, failed) => {
    const sent = request({ port, agent, headers, method: 'POST', path: '/slack/events', host: '127.0.0.1' })
    sent.once('error', failed)
    sent.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => (text += part))
      response.once('end', () =>
        done(response.statusCode === 200 ? text : `HTTP ${response.statusCode} ${text}`),
      )
    })
    sent.end(body)
  })
}

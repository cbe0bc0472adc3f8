// The real process accepts by signed HTTP all payloads that Slack sent to another app (recorded).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BotProcess, startBot } from '../../demo/harness/bot-process.ts'
import { freePort } from '../../demo/harness/free-port.ts'
import type { Envelope } from '../../sandbox/delivery/delivery.ts'
import { createSignedHttp } from '../../sandbox/delivery/signed-http.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { startSandbox } from '../../sandbox/start.ts'
import {
  administer,
  databaseUrl,
  startThrowAwayPostgres,
  TEMPLATE,
  type ThrowAwayPostgres,
} from '../support/throw-away-postgres.ts'
import { type Payload, type Recording, recordings, teamOf } from './replay-recordings.ts'

const all = recordings()
let postgres: ThrowAwayPostgres
let taken = 0

beforeAll(async () => {
  postgres = await startThrowAwayPostgres()
}, 60_000)

afterAll(async () => {
  await postgres.stop()
  console.log(`replay: the bot took ${taken} of ${all.length} recorded payloads without a fault`)
})

describe.each([...new Set(all.map(({ payload }) => teamOf(payload)))])('in the workspace %s', (team) => {
  const ours = all.filter(({ payload }) => teamOf(payload) === team)
  let sandbox: Sandbox
  let bot: BotProcess
  let url: string

  beforeAll(async () => {
    sandbox = await startSandbox({ seed: seedOf(team, ours), rateScale: Number.POSITIVE_INFINITY })
    await administer(postgres.url, `create database ${team.toLowerCase()} template ${TEMPLATE}`)
    const [healthPort, port] = [await freePort(), await freePort()]
    const { SLACK_APP_TOKEN: _, ...env } = sandbox.env()
    bot = startBot({
      healthPort,
      env: {
        ...env,
        SLACK_SIGNING_SECRET: sandbox.platform.app.signingSecret,
        PORT: String(port),
        DATABASE_URL: databaseUrl(postgres.url, team.toLowerCase()),
      },
    })
    await bot.ready()
    url = `http://127.0.0.1:${port}/slack/events`
  }, 60_000)

  afterAll(async () => {
    expect(await bot.stop()).toBe(0)
    await sandbox.stop()
  }, 30_000)

  test.each(ours.map((one) => [one.name, one] as const))('%s', async (_name, recording) => {
    const before = bot.log().length
    const delivery = createSignedHttp(url, {
      signingSecret: sandbox.platform.app.signingSecret,
      ackTimeoutMs: 3000,
    })
    const envelope = envelopeOf(recording, sandbox.platform.origin)
    expect(await delivery.deliver(envelope, sandbox.platform.faults)).toMatchObject({ acked: true })
    await sandbox.whenIdle(100)
    expect(faultsIn(bot.log().slice(before))).toEqual([])
    expect(await bot.readiness()).toMatchObject({ ready: true })
    taken += 1
  })
})

/** The people and channels of the recordings, by their own ids. */
function seedOf(team: string, ours: readonly Recording[]) {
  const text = JSON.stringify(ours.map(({ payload }) => payload))
  const idsLike = (pattern: RegExp) => [...new Set(text.match(pattern))]
  const { botUserId } = ours[0]!
  return {
    workspace: { id: team, name: team, botUserId },
    people: idsLike(/\bU[A-Z0-9]{8,}\b/g)
      .filter((id) => id !== botUserId)
      .map((id) => ({ id, name: id.toLowerCase() })),
    channels: idsLike(/\bC[A-Z0-9]{8,}\b/g).map((id) => ({ id, name: id.toLowerCase(), withApp: true })),
  }
}

/**
 * As it was recorded, but for two things: Slack sends an app its own command only, and what the bot answers to a
 * `response_url` goes to the local Slack (where the address is long over), not out into the world.
 */
function envelopeOf({ kind, payload }: Recording, origin: string): Envelope {
  const sent: Payload = structuredClone(payload)
  if (sent.response_url) sent.response_url = sent.response_url.replace('https://hooks.slack.com', origin)
  if (kind === 'slash_command') sent.command = '/kpi'
  const way = kind === 'slash_command' ? 'slash_commands' : payload.event ? 'events_api' : 'interactive'
  return { kind: way, payload: sent, retryAttempt: 0, retryReason: '' }
}

function faultsIn(log: string): string[] {
  return log.split('\n').filter((line) => line !== '' && !/^\{"level":"(debug|info|warn)"/.test(line))
}

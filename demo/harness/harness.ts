// The test harness: starts bot processes against a local Slack, and moves the clock that they share.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import type { Seed } from '../../sandbox/seed.ts'
import { startSandbox } from '../../sandbox/start.ts'
import type { UserSession } from '../../sandbox/user/user-session.ts'
import { unlessAborted } from '../unless-aborted.ts'
import { type BotProcess, startBot } from './bot-process.ts'
import { freePort } from './free-port.ts'
import { moveClock } from './move-clock.ts'

export interface HarnessOptions {
  seed: Seed
  databaseUrl: string
  /** What the clock shows when the bots start, e.g. `2026-03-02T05:00:00Z`. */
  startAt: string
  /** Bots on the one database [1]. */
  replicas?: number
  /** Port of the local Slack [any free one]. */
  port?: number
  /** How long a user waits for the bot: see SandboxOptions [10 s]. */
  waitTimeoutMs?: number
  /** See SandboxOptions [as fast as it goes]. */
  rateScale?: number
  /** See SandboxOptions [false]. */
  optionalScopes?: boolean
  env?: Readonly<Record<string, string>>
  /** See BotOptions. */
  project?: string
  /** Aborted before all bots are ready: everything is killed, and startHarness throws the signal's reason. */
  signal?: AbortSignal
}

export interface Harness {
  sandbox: Sandbox
  bots: readonly BotProcess[]
  user(name: string): UserSession
  now(): Temporal.Instant
  /** Moves the clock through every item that falls due on the way; resolves when all is done and delivered. */
  moveTo(instant: string | Temporal.Instant): Promise<void>
  /** Moves the clock in one step, as if the machine had slept: everything on the way is overdue. */
  sleepUntil(instant: string | Temporal.Instant): Promise<void>
  /** Resolves when everything due by now is done and delivered. */
  settled(): Promise<void>
  /** Drains the bots and stops the local Slack. Throws when a bot did not end cleanly. */
  stop(): Promise<void>
  /** Ends everything at once. */
  kill(): Promise<void>
}

export async function startHarness(options: HarnessOptions): Promise<Harness> {
  const folder = mkdtempSync(join(tmpdir(), 'pacesetter-harness-'))
  const clockFile = join(folder, 'clock.json')
  const sandbox = await startSandbox({
    seed: options.seed,
    clockFile,
    rateScale: options.rateScale ?? Number.POSITIVE_INFINITY,
    optionalScopes: options.optionalScopes ?? false,
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.waitTimeoutMs === undefined ? {} : { waitTimeoutMs: options.waitTimeoutMs }),
  })
  const bots: BotProcess[] = []
  const kill = async () => {
    await Promise.all(bots.map((bot) => bot.kill()))
    rmSync(folder, { recursive: true, force: true })
    await sandbox.stop()
  }
  try {
    sandbox.clock.set(Temporal.Instant.from(options.startAt).epochMilliseconds)
    const env = {
      ...sandbox.env(),
      DATABASE_URL: options.databaseUrl,
      PACESETTER_CLOCK_FILE: clockFile,
      ...options.env,
    }
    for (let replica = 0; replica < (options.replicas ?? 1); replica += 1) {
      const healthPort = await freePort()
      options.signal?.throwIfAborted()
      bots.push(startBot({ healthPort, env, project: options.project }))
    }
    const ready = Promise.all(bots.map((bot) => bot.ready()))
    await (options.signal ? unlessAborted(ready, options.signal) : ready)
  } catch (fault) {
    await kill()
    throw fault
  }

  const now = () => Temporal.Instant.fromEpochMilliseconds(sandbox.clock.now())
  const clock = { now, set: (to: Temporal.Instant) => sandbox.clock.set(to.epochMilliseconds) }
  const moveTo = (instant: string | Temporal.Instant) =>
    moveClock(clock, bots, Temporal.Instant.from(instant))
  // A move of the clock on the page or over HTTP stops at every due item as well.
  sandbox.moveClock = (targetMs) => moveTo(Temporal.Instant.fromEpochMilliseconds(targetMs))
  return {
    sandbox,
    bots,
    now,
    user: (name) => sandbox.user(name),
    moveTo,
    sleepUntil: async (instant) => {
      const awakeAt = Temporal.Instant.from(instant)
      clock.set(awakeAt)
      await Promise.all(bots.map((bot) => bot.settled(awakeAt)))
    },
    settled: async () => void (await Promise.all(bots.map((bot) => bot.idle()))),
    stop: () => stop(sandbox, bots, folder),
    kill,
  }
}

async function stop(sandbox: Sandbox, bots: readonly BotProcess[], folder: string): Promise<void> {
  const codes = await Promise.all(bots.map((bot) => bot.stop()))
  await sandbox.stop()
  rmSync(folder, { recursive: true, force: true })
  const unclean = codes.findIndex((code) => code !== 0)
  if (unclean >= 0)
    throw new Error(`A bot ended with code ${codes[unclean]}.\n${bots[unclean]?.log().slice(-4000)}`)
}

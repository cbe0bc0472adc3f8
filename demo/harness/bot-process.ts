// Runs the unmodified bot as a process against the local Slack, and waits until it is ready or idle.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startOptions } from './node-options.ts'

const PROJECT = join(import.meta.dirname, '../..')
/** Of what Node has compiled, for the next start: it takes two thirds of the time then. */
const COMPILED = join(PROJECT, 'node_modules/.cache/compiled')
const POLL_MILLIS = 20

/** The response of `/readyz`. */
export interface Readiness {
  ready: boolean
  /** On the bot's clock; null: no tick yet. */
  lastTickAt: Temporal.Instant | null
  /** No due item and no undelivered message is left. */
  idle: boolean
  /** When the next thing falls due. */
  nextDueAt: Temporal.Instant | null
}

export interface BotProcess {
  healthPort: number
  /** Everything the bot wrote to its log so far. */
  log(): string
  readiness(): Promise<Readiness | null>
  /** Resolves once the bot is connected and ticking; throws with the end of its log at the timeout. */
  ready(timeoutMillis?: number): Promise<void>
  /** Resolves once no due item and no undelivered message is left. */
  idle(timeoutMillis?: number): Promise<void>
  /** The same, once the bot has ticked at `now` or later. */
  settled(now: Temporal.Instant, timeoutMillis?: number): Promise<void>
  /** Asks it to drain and gives its exit code. */
  stop(): Promise<number | null>
  kill(): Promise<void>
  /** SIGSTOP suspends it, SIGCONT resumes it. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
}

export interface BotOptions {
  healthPort: number
  env: Readonly<Record<string, string>>
  /** The project's folder, or that of a copy of it [this one]. */
  project?: string | undefined
  /** Options of Node [those of `npm start`]. */
  nodeOptions?: readonly string[]
}

/** The bot's environment is `options.env`, PATH, HOME and where Node keeps what it has compiled. */
export function startBot(options: BotOptions): BotProcess {
  const main = join(options.project ?? PROJECT, 'src/main.ts')
  const child = spawn(process.execPath, [...(options.nodeOptions ?? startOptions()), main], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      NODE_COMPILE_CACHE: COMPILED,
      ...options.env,
      HEALTH_PORT: String(options.healthPort),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // In a group of its own, so that Ctrl-C reaches the demo alone, which then drains the bot.
    detached: true,
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (log += chunk))
  const bot: BotProcess = {
    healthPort: options.healthPort,
    log: () => log,
    readiness: () => readinessOf(options.healthPort),
    ready: (timeoutMillis = 30_000) =>
      until(bot, child, timeoutMillis, 'ready', (state) => state.ready && state.lastTickAt !== null),
    idle: (timeoutMillis = 60_000) => until(bot, child, timeoutMillis, 'idle', (state) => state.idle),
    settled: (now, timeoutMillis = 60_000) =>
      until(bot, child, timeoutMillis, `done with what was due at ${now}`, (state) => {
        return state.idle && state.lastTickAt !== null && Temporal.Instant.compare(state.lastTickAt, now) >= 0
      }),
    stop: () => end(child, 'SIGTERM'),
    kill: async () => void (await end(child, 'SIGKILL')),
    signal: (signal) => void child.kill(signal),
  }
  return bot
}

async function readinessOf(port: number): Promise<Readiness | null> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
  if (!response) return null
  const body = (await response.json()) as {
    idle: boolean
    lastTickAt: string | null
    nextDueAt: string | null
  }
  const instant = (text: string | null) => (text ? Temporal.Instant.from(text) : null)
  return {
    ready: response.ok,
    idle: body.idle,
    lastTickAt: instant(body.lastTickAt),
    nextDueAt: instant(body.nextDueAt),
  }
}

async function until(
  bot: BotProcess,
  child: ChildProcess,
  timeoutMillis: number,
  what: string,
  holds: (state: Readiness) => boolean,
): Promise<void> {
  const deadline = performance.now() + timeoutMillis
  for (;;) {
    const state = await bot.readiness()
    if (state && holds(state)) return
    const over = child.exitCode !== null || child.signalCode !== null || performance.now() > deadline
    if (over)
      throw new Error(`The bot was not ${what} (exit code ${child.exitCode}).\n${bot.log().slice(-4000)}`)
    await pause(POLL_MILLIS)
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal)
    await once(child, 'exit')
  }
  return child.exitCode
}

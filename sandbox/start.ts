// Starts a sandbox in this process: the platform and its server.
import { createCallLog } from './api/call-log.ts'
import { createRateLimits } from './api/rate-limits.ts'
import { createChanges } from './changes.ts'
import { createClock } from './clock.ts'
import { controlHandler } from './control/server.ts'
import { createDelivery } from './delivery/delivery.ts'
import { RETRY_DELAYS_MS } from './delivery/events.ts'
import { createSignedHttp } from './delivery/signed-http.ts'
import { createSocketMode, PING_EVERY_MS, RENEWAL_MS } from './delivery/socket-mode.ts'
import { createFaults } from './fault-injection.ts'
import { readManifest } from './manifest.ts'
import { servePage } from './page/serve.ts'
import type { Platform } from './platform.ts'
import { Sandbox } from './sandbox.ts'
import { applySeed, type Seed } from './seed.ts'
import { serve } from './server.ts'
import { createApp } from './state/app.ts'

export interface SandboxOptions {
  /** A manifest object, or the path of a manifest file [manifest.yml of the current folder]. */
  manifest?: string | object
  /** Whether the app is granted the optional scopes of its manifest [false]. */
  optionalScopes?: boolean
  seed?: Seed
  /** [any free one] */
  port?: number
  /** File into which the clock's offset is written for the bot. */
  clockFile?: string
  /** 1 [default] is Slack's own limits, 10 ten times as much, Infinity none. */
  rateScale?: number
  /** How long the app may take to ack [3,000, as Slack]. */
  ackTimeoutMs?: number
  /** How often a Socket Mode connection is pinged; one that does not answer in time is closed [10,000]. */
  pingEveryMs?: number
  /** How long a connection stays open after the request to reconnect [10,000]. */
  renewalMs?: number
  /** Delays in real time before each retry of an unacked event [0, 1 min, 5 min]. */
  retryDelaysMs?: readonly number[]
  /** How long a wait of a user lasts before it fails [10,000]. */
  waitTimeoutMs?: number
  /** Called when somebody moves the clock on the page or over HTTP; resolves when it shows `targetMs` [set at once]. */
  moveClock?: (targetMs: number) => Promise<void>
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const changes = createChanges()
  const clock = createClock(options.clockFile)
  const faults = createFaults(changes)
  const app = createApp(readManifest(options.manifest ?? 'manifest.yml', options.optionalScopes))
  const ackTimeoutMs = options.ackTimeoutMs ?? 3000
  const socketMode = createSocketMode({
    appId: app.id,
    origin: () => platform.origin,
    ackTimeoutMs,
    pingEveryMs: options.pingEveryMs ?? PING_EVERY_MS,
    renewalMs: options.renewalMs ?? RENEWAL_MS,
    changes,
  })
  const http = (url: string) => createSignedHttp(url, { signingSecret: app.signingSecret, ackTimeoutMs })
  const platform: Platform = {
    clock,
    changes,
    faults,
    app,
    workspaces: new Map(),
    origin: '',
    lastNumber: 0,
    delivery: createDelivery(changes, faults, { socketMode, http }),
    calls: createCallLog(changes),
    rateLimits: createRateLimits(options.rateScale ?? 1),
    retryDelaysMs: options.retryDelaysMs ?? RETRY_DELAYS_MS,
    waitTimeoutMs: options.waitTimeoutMs ?? 10_000,
    internalErrors: [],
  }
  applySeed(platform, options.seed ?? {})
  const sandbox = new Sandbox(platform, socketMode, ackTimeoutMs)
  if (options.moveClock) sandbox.moveClock = options.moveClock
  const control = controlHandler(sandbox)
  const running = await serve(
    platform,
    socketMode,
    options.port ?? 0,
    async (request, response, url) =>
      (await control(request, response, url)) || servePage(request, response, url),
  )
  platform.origin = running.origin
  sandbox.run(running)
  return sandbox
}

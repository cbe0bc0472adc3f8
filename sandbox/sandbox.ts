// A running sandbox: the handles with which tests and the demo use it.
import type { ApiCall } from './api/call-log.ts'
import { verifyUrl } from './delivery/signed-http.ts'
import type { DisconnectReason, SocketMode } from './delivery/socket-mode.ts'
import type { Platform } from './platform.ts'
import { applySeed, type Seed } from './seed.ts'
import type { RunningServer } from './server.ts'
import { postDue } from './state/scheduled.ts'
import { findUser } from './state/users.ts'
import type { Workspace } from './state/workspace.ts'
import type { Tour } from './tour.ts'
import { announceNewUser } from './user/profile.ts'
import { removeFromWorkspace } from './user/uninstall.ts'
import { UserSession } from './user/user-session.ts'

const MORNING_HOUR = 9
const FRIDAY = 5

/** Nine o'clock in the zone, from Monday to Friday. */
function nextWeekdayMorning({ tz: zone }: { tz: string }, nowMs: number): number {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone)
  let morning = now.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: { hour: MORNING_HOUR } })
  while (morning.epochMilliseconds <= nowMs || morning.dayOfWeek > FRIDAY) morning = morning.add({ days: 1 })
  return morning.epochMilliseconds
}

/** How often due scheduled messages are posted, besides at every move of the clock. */
const SCHEDULE_EVERY_MS = 1000

export class Sandbox {
  readonly platform: Platform
  private readonly socketMode: SocketMode
  private readonly ackTimeoutMs: number
  /** Called when somebody moves the clock on the page or over HTTP; the demo stops at everything due on the way. */
  moveClock: (targetMs: number, userId?: string) => Promise<void> = async (targetMs) =>
    this.clock.set(targetMs)
  /** When the next working morning of a person begins, which the page offers to move to; the demo knows holidays too. */
  nextMorning: (user: { id: string; tz: string }, nowMs: number) => number = nextWeekdayMorning
  /** What the page invites its visitor to try, in a language of the page [nothing]. */
  tour: ((language: string) => Tour) | undefined
  private running: RunningServer | undefined
  private scheduler: NodeJS.Timeout | undefined

  constructor(platform: Platform, socketMode: SocketMode, ackTimeoutMs: number) {
    this.platform = platform
    this.socketMode = socketMode
    this.ackTimeoutMs = ackTimeoutMs
  }

  run(running: RunningServer): void {
    this.running = running
    const post = () => {
      for (const workspace of this.platform.workspaces.values()) postDue(this.platform, workspace)
    }
    this.platform.clock.onMove(() => {
      post()
      this.platform.changes.announce({ kind: 'clock' })
    })
    this.scheduler = setInterval(post, SCHEDULE_EVERY_MS).unref()
  }

  /** The environment of a bot that talks to this sandbox by Socket Mode. */
  env(workspaceId?: string): { SLACK_API_URL: string; SLACK_BOT_TOKEN: string; SLACK_APP_TOKEN: string } {
    const { origin, app } = this.platform
    const botToken = this.workspace(workspaceId).installation?.botToken ?? ''
    return { SLACK_API_URL: `${origin}/api/`, SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: app.appToken }
  }

  get clock() {
    return this.platform.clock
  }

  get faults() {
    return this.platform.faults
  }

  workspace(id?: string): Workspace {
    const found =
      id === undefined ? [...this.platform.workspaces.values()][0] : this.platform.workspaces.get(id)
    if (found === undefined) throw new Error(`There is no workspace ${id}.`)
    return found
  }

  /** By handle or id. */
  user(name: string, workspaceId?: string): UserSession {
    const workspace = this.workspace(workspaceId)
    const user = findUser(workspace, name)
    if (user === undefined) throw new Error(`Nobody is called ${name}.`)
    return new UserSession(this.platform, workspace, user)
  }

  /** Adds people and channels while the app runs; it receives team_join for new people where it is installed. */
  seed(seed: Seed): Workspace {
    const before = new Map([...this.platform.workspaces].map(([id, { users }]) => [id, users.size]))
    const workspace = applySeed(this.platform, seed)
    const known = before.get(workspace.id) ?? workspace.users.size
    for (const user of [...workspace.users.values()].slice(known))
      if (!user.isBot) announceNewUser(this.platform, workspace, user)
    return workspace
  }

  /** Uninstalls the app from a workspace: it receives the events, and its token is refused from then on. */
  uninstall(workspaceId?: string): void {
    removeFromWorkspace(this.platform, this.workspace(workspaceId))
  }

  /** Calls so far, oldest first [of all methods]. */
  calls(method?: string): ApiCall[] {
    return this.platform.calls.all().filter((call) => method === undefined || call.method === method)
  }

  /** Calls that were refused without an injected fault; stories assert that there are none. */
  refused(): ApiCall[] {
    return this.platform.calls.refused()
  }

  deliveries() {
    return this.platform.delivery.records()
  }

  connections(): number {
    return this.socketMode.connections()
  }

  /** Waits until the app holds a Socket Mode connection. */
  async connected(timeoutMs = 20_000): Promise<void> {
    await this.platform.changes.waitFor(
      () => this.socketMode.connections() > 0,
      () => 'No app connected.',
      timeoutMs,
    )
  }

  /** Asks the app to reconnect. */
  disconnect(reason: DisconnectReason): void {
    this.socketMode.disconnect(reason)
  }

  /** Breaks the connections without notice. */
  dropSockets(): void {
    this.socketMode.drop()
  }

  /** Verifies the URL and delivers payloads to it as signed requests from now on; undefined goes back to Socket Mode. */
  async deliverTo(url: string | undefined): Promise<boolean> {
    const { app, delivery } = this.platform
    const options = { signingSecret: app.signingSecret, ackTimeoutMs: this.ackTimeoutMs }
    if (url !== undefined && !(await verifyUrl(url, app.verificationToken, options))) return false
    delivery.deliverTo(url)
    return true
  }

  /** Waits until nothing is in flight between app and platform and nothing starts for `quietMs` of real time. */
  whenIdle(quietMs = 200, timeoutMs = 15_000): Promise<void> {
    const { changes, delivery } = this.platform
    return new Promise((resolve, reject) => {
      let idleTimer: NodeJS.Timeout | undefined
      const settle = () => {
        clearTimeout(idleTimer)
        if (delivery.pending() === 0 && this.running?.busy() === 0) idleTimer = setTimeout(finish, quietMs)
      }
      const finish = (fault?: Error) => {
        clearTimeout(idleTimer)
        clearTimeout(timeout)
        stop()
        if (fault) reject(fault)
        else resolve()
      }
      const timeout = setTimeout(
        () => finish(new Error(`The app was still busy after ${timeoutMs} ms.`)),
        timeoutMs,
      )
      const stop = changes.listen(settle)
      settle()
    })
  }

  /** Stops everything. Throws when the sandbox had an internal error. */
  async stop(): Promise<void> {
    clearInterval(this.scheduler)
    await this.platform.delivery.close()
    await this.running?.close()
    const [fault] = this.platform.internalErrors
    if (fault !== undefined)
      throw new Error(`The sandbox had an internal error: ${fault.message}`, { cause: fault })
  }
}

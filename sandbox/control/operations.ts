// The operations of the control interface: POST /control/<name>, each with the body that it takes.
import { z } from 'zod'
import { CALL_FAULTS, DELIVERY_FAULTS, type FaultRequest } from '../fault-injection.ts'
import type { Sandbox } from '../sandbox.ts'
import { seedSchema } from '../seed.ts'
import type { Which } from '../user/conversation.ts'
import type { Target } from '../user/elements.ts'
import type { SubmitResult } from '../user/submission.ts'
import type { UserSession } from '../user/user-session.ts'

export interface Operation {
  about: string
  body: z.ZodType
  run(sandbox: Sandbox, body: never): unknown
}

const who = z.strictObject({
  /** Handle or id. */
  user: z.string(),
  /** Workspace id [the first]. */
  workspace: z.string().optional(),
})
const entry = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
const target = z.union([
  z.string(),
  z.strictObject({ actionId: z.string(), blockId: z.string().optional(), value: z.string().optional() }),
])
const place = {
  /** `modal`, `home`, `dm` [default], or a channel's name. */
  at: z.string().default('dm'),
  target,
  /** Narrows to messages that contain these words. */
  in: z.string().optional(),
  /** The message's ts, where several have the same. */
  ts: z.string().optional(),
}

function operation<S extends z.ZodType>(
  about: string,
  body: S,
  run: (sandbox: Sandbox, body: z.output<S>) => unknown,
): Operation {
  return { about, body, run: run as Operation['run'] }
}

const sessionOf = (
  sandbox: Sandbox,
  { user, workspace }: { user: string; workspace?: string | undefined },
): UserSession => sandbox.user(user, workspace)

export const OPERATIONS: Readonly<Record<string, Operation>> = {
  seed: operation(
    'Adds people and channels, and the workspace if it is new.',
    seedSchema,
    (sandbox, body) => ({
      workspace: sandbox.seed(body as never).id,
    }),
  ),
  command: operation(
    'Types a slash command in a channel [the direct message with the app].',
    who.extend({
      command: z.string().startsWith('/'),
      text: z.string().default(''),
      channel: z.string().optional(),
    }),
    (sandbox, body) =>
      sessionOf(sandbox, body).command(
        body.command,
        body.text,
        body.channel === undefined ? {} : { in: body.channel },
      ),
  ),
  shortcut: operation('Starts a global shortcut.', who.extend({ name: z.string() }), (sandbox, body) =>
    sessionOf(sandbox, body).shortcut(body.name),
  ),
  click: operation('Presses a button or a line of an overflow menu.', who.extend(place), (sandbox, body) => {
    return placeOf(sessionOf(sandbox, body), body.at).click(body.target as Target, which(body))
  }),
  choose: operation(
    'Chooses in a select, date picker, check boxes …',
    who.extend({ ...place, entry }),
    (sandbox, body) =>
      placeOf(sessionOf(sandbox, body), body.at).choose(body.target as Target, body.entry, which(body)),
  ),
  enter: operation(
    'Puts something into one field, without telling the app.',
    who.extend({ ...place, entry }),
    (sandbox, body) =>
      placeOf(sessionOf(sandbox, body), body.at).enter(body.target as Target, body.entry, which(body)),
  ),
  fill: operation(
    'Fills fields of the open modal, by label or block id.',
    who.extend({ entries: z.record(z.string(), entry) }),
    async (sandbox, body) => ({ fields: (await sessionOf(sandbox, body).modal.fill(body.entries)).fields() }),
  ),
  submit: operation(
    "Submits the open modal, after filling what is given; `unchecked` skips the client's own checks.",
    who.extend({ entries: z.record(z.string(), entry).default({}), unchecked: z.boolean().default(false) }),
    async (sandbox, body) => {
      const { modal } = sessionOf(sandbox, body)
      await modal.fill(body.entries)
      return told(await modal.submit({ unchecked: body.unchecked }))
    },
  ),
  close: operation(
    'Closes the visible view, or all of the modal.',
    who.extend({ all: z.boolean().default(false) }),
    (sandbox, body) => {
      sessionOf(sandbox, body).modal.close({ all: body.all })
    },
  ),
  home: operation('Goes to the home tab of the app.', who, (sandbox, body) =>
    sessionOf(sandbox, body).home.open(),
  ),
  read: operation(
    'Opens a conversation, which takes its unread mark away.',
    who.extend({ channel: z.string().optional() }),
    (sandbox, body) => {
      const session = sessionOf(sandbox, body)
      ;(body.channel === undefined ? session.dm() : session.in(body.channel)).open()
    },
  ),
  say: operation(
    'Writes a message in a channel [the direct message with the app].',
    who.extend({ text: z.string(), channel: z.string().optional(), thread: z.string().optional() }),
    (sandbox, body) => {
      const session = sessionOf(sandbox, body)
      const where = body.channel === undefined ? session.dm() : session.in(body.channel)
      return { ts: where.say(body.text, body.thread === undefined ? {} : { thread: body.thread }).ts }
    },
  ),
  provideFile: operation(
    'Provides a file for a user, which a form takes by its name.',
    who.extend({ name: z.string().min(1), text: z.string().optional(), base64: z.base64().optional() }),
    (sandbox, body) => {
      const content = body.base64 === undefined ? (body.text ?? '') : Buffer.from(body.base64, 'base64')
      return { id: sessionOf(sandbox, body).provideFile(body.name, content) }
    },
  ),
  react: operation(
    'Puts a reaction on a message, or takes it away.',
    who.extend({
      channel: z.string().optional(),
      ts: z.string(),
      name: z.string().min(1),
      remove: z.boolean().default(false),
    }),
    (sandbox, { channel, ts, name, remove, ...body }) => {
      const session = sessionOf(sandbox, body)
      session.react(channel ?? session.dm().channel.id, ts, name, { remove })
    },
  ),
  createChannel: operation(
    'Makes a channel.',
    who.extend({ name: z.string(), private: z.boolean().default(false) }),
    (sandbox, body) => ({
      id: sessionOf(sandbox, body).createChannel(body.name, { private: body.private }).channel.id,
    }),
  ),
  join: operation('Joins a channel.', who.extend({ channel: z.string() }), (sandbox, body) =>
    sessionOf(sandbox, body).join(body.channel),
  ),
  leave: operation('Leaves a channel.', who.extend({ channel: z.string() }), (sandbox, body) =>
    sessionOf(sandbox, body).leave(body.channel),
  ),
  invite: operation(
    'Adds people to a channel; `the app` for the app.',
    who.extend({ channel: z.string(), people: z.array(z.string()).min(1) }),
    (sandbox, body) => sessionOf(sandbox, body).invite(body.channel, ...body.people),
  ),
  removeApp: operation(
    'Takes the app out of a channel.',
    who.extend({ channel: z.string() }),
    (sandbox, body) => sessionOf(sandbox, body).removeApp(body.channel),
  ),
  archive: operation(
    'Archives a channel, or brings it back.',
    who.extend({ channel: z.string(), archived: z.boolean().default(true) }),
    (sandbox, body) => {
      const session = sessionOf(sandbox, body)
      return body.archived ? session.archive(body.channel) : session.unarchive(body.channel)
    },
  ),
  rename: operation(
    'Gives a channel another name.',
    who.extend({ channel: z.string(), name: z.string().min(1) }),
    (sandbox, body) => sessionOf(sandbox, body).rename(body.channel, body.name),
  ),
  share: operation(
    'Shares a channel with another organisation, invites one, or ends it.',
    who.extend({ channel: z.string(), shared: z.enum(['external', 'pending', 'no']).default('external') }),
    (sandbox, body) => sessionOf(sandbox, body).share(body.channel, body.shared),
  ),
  convert: operation(
    'Makes a channel public or private.',
    who.extend({ channel: z.string(), kind: z.enum(['public', 'private']) }),
    (sandbox, body) => sessionOf(sandbox, body).convert(body.channel, body.kind),
  ),
  uninstall: operation(
    'Takes the app out of a workspace.',
    z.strictObject({ workspace: z.string().optional() }),
    (sandbox, { workspace }) => sandbox.uninstall(workspace),
  ),
  profile: operation(
    'Changes a user: zone, language, name, guest or admin, deactivated.',
    who.extend({
      change: z.strictObject({
        realName: z.string().optional(),
        tz: z.string().optional(),
        locale: z.string().optional(),
        deleted: z.boolean().optional(),
        isAdmin: z.boolean().optional(),
        isOwner: z.boolean().optional(),
        isRestricted: z.boolean().optional(),
        isUltraRestricted: z.boolean().optional(),
      }),
    }),
    (sandbox, body) => sessionOf(sandbox, body).change(body.change as never),
  ),
  clock: operation(
    'Moves the clock: to an instant, or by minutes. In the demo what is due on the way happens in order, and colleagues of `user` answer.',
    z.union([
      z.strictObject({ to: z.iso.datetime({ offset: true }), user: z.string().optional() }),
      z.strictObject({ byMinutes: z.number(), user: z.string().optional() }),
    ]),
    async (sandbox, body) => {
      const instantMs = 'to' in body ? Date.parse(body.to) : sandbox.clock.now() + body.byMinutes * 60_000
      await sandbox.moveClock(instantMs, body.user)
      return { now: new Date(sandbox.clock.now()).toISOString() }
    },
  ),
  fault: operation(
    'Injects a fault, a number of times [1].',
    z.strictObject({
      kind: z.enum([...CALL_FAULTS, ...DELIVERY_FAULTS]),
      on: z.string().optional(),
      args: z.record(z.string(), z.string()).optional(),
      times: z.int().positive().optional(),
      after: z.int().nonnegative().optional(),
      delayMs: z.int().nonnegative().optional(),
      retryAfterSeconds: z.int().positive().optional(),
      status: z.int().min(500).max(599).optional(),
      error: z.string().optional(),
    }),
    (sandbox, body) => sandbox.faults.add(body as FaultRequest),
  ),
  clearFaults: operation('Removes every pending fault.', z.strictObject({}), (sandbox) =>
    sandbox.faults.clear(),
  ),
  unsupportedBlocks: operation(
    'Block types that the workspace is too old for: answered with invalid_blocks.',
    z.strictObject({ types: z.array(z.string()) }),
    (sandbox, body) => {
      sandbox.faults.unsupportedBlocks.clear()
      for (const type of body.types) sandbox.faults.unsupportedBlocks.add(type)
    },
  ),
  disconnect: operation(
    'Tells the app to reconnect, or drops its sockets without notice.',
    z.strictObject({ reason: z.enum(['warning', 'refresh_requested', 'link_disabled', 'drop']) }),
    (sandbox, { reason }) => (reason === 'drop' ? sandbox.dropSockets() : sandbox.disconnect(reason)),
  ),
  requestUrl: operation(
    "Delivers by signed HTTP to the app's address from now on; null goes back to Socket Mode.",
    z.strictObject({ url: z.url().nullable() }),
    async (sandbox, { url }) => ({ verified: await sandbox.deliverTo(url ?? undefined) }),
  ),
}

function placeOf(session: UserSession, at: string) {
  if (at === 'modal') return session.modal
  if (at === 'home') return session.home
  return at === 'dm' ? session.dm() : session.in(at)
}

function which(body: { in?: string | undefined; ts?: string | undefined }): Which {
  return {
    ...(body.in === undefined ? {} : { in: body.in }),
    ...(body.ts === undefined ? {} : { ts: body.ts }),
  }
}

/** Only ids: GET /control/view shows the views themselves. */
function told(result: SubmitResult): object {
  if ('updated' in result) return { updated: result.updated.id }
  return 'pushed' in result ? { pushed: result.pushed.id } : result
}

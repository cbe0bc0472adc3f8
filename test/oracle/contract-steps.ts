// The calls that are made against both stand-ins, in this order, each with what it needs from the ones before.
import { type Answer, REDIRECT, type Side } from './contract-sides.ts'

/** What a side gave away so far: ids, timestamps. */
export type Memory = Record<string, string>

export interface Step {
  method: string
  about: string
  args(memory: Memory, side: Side): object | Promise<object>
  /** What later calls need of the answer. */
  keep?(answer: Answer): Memory
  token?: 'poor' | 'wrong' | null
}

const text = (words: string) => ({ type: 'plain_text', text: words })
const button = { type: 'button', action_id: 'go', text: text('Go'), value: '1' }
const blocks = [
  { type: 'section', block_id: 'a', text: { type: 'mrkdwn', text: '*Hi*' } },
  { type: 'actions', block_id: 'b', elements: [button] },
]
const modal = { type: 'modal', title: text('Form'), callback_id: 'form', blocks }
const home = { type: 'home', blocks }
const future = () => Math.floor(Date.now() / 1000) + 3600
const steps: Step[] = []

function step(
  method: string,
  about: string,
  args: Step['args'] = () => ({}),
  more: Pick<Step, 'keep' | 'token'> = {},
): void {
  steps.push({ method, about, args, ...more })
}

const named = (list: Answer[], name: string) => list.find((one) => one.name === name)?.id

step('auth.test', 'a bot', undefined, { keep: (answer) => ({ bot: answer.user_id }) })
step('auth.test', 'without a token', undefined, { token: null })
step('auth.test', 'a token that nobody gave out', undefined, { token: 'wrong' })
step('users.list', 'everyone', undefined, {
  keep: ({ members }) => ({ anna: named(members, 'anna'), ben: named(members, 'ben') }),
})
step('users.list', 'a cursor that nobody gave out', () => ({ cursor: 'nonsense' }))
step('users.info', 'a person', ({ anna }) => ({ user: anna }))
step('users.info', 'nobody', () => ({ user: 'U0NOBODY' }))
step('users.info', 'without saying whom')
step('users.getPresence', 'of a person', ({ anna }) => ({ user: anna }))
step('users.getPresence', 'of itself')
step('team.info', 'of the workspace')
step('team.info', 'without the scope', undefined, { token: 'poor' })

step('conversations.list', 'public ones', undefined, {
  keep: ({ channels }) => ({ sales: named(channels, 'sales'), quiet: named(channels, 'quiet') }),
})
step('conversations.list', 'of an unknown type', () => ({ types: 'secret' }))
step('conversations.list', 'without the scope', undefined, { token: 'poor' })
step('conversations.info', 'a channel', ({ sales }) => ({ channel: sales }))
step('conversations.info', 'a channel, with its size', ({ sales }) => ({
  channel: sales,
  include_num_members: true,
}))
step('conversations.info', 'nothing', () => ({ channel: 'C0NOTHING' }))
step('conversations.join', 'a public channel', ({ sales }) => ({ channel: sales }))
step('conversations.join', 'once more', ({ sales }) => ({ channel: sales }))
step('conversations.members', 'of a channel', ({ sales }) => ({ channel: sales }))
step('conversations.create', 'a public channel', () => ({ name: 'north' }), {
  keep: (answer) => ({ north: answer.channel.id }),
})
step('conversations.create', 'a private channel', () => ({ name: 'secret', is_private: true }), {
  keep: (answer) => ({ secret: answer.channel.id }),
})
step('conversations.create', 'a name that is taken', () => ({ name: 'north' }))
step('conversations.create', 'a name with capitals', () => ({ name: 'North Sea' }))
step('conversations.create', 'a name of 81 letters', () => ({ name: 'x'.repeat(81) }))
step('conversations.invite', 'a person', ({ north, anna }) => ({ channel: north, users: anna }))
step('conversations.invite', 'somebody who is there', ({ north, anna }) => ({ channel: north, users: anna }))
step('conversations.invite', 'itself', ({ north, bot }) => ({ channel: north, users: bot }))
step('conversations.invite', 'nobody', ({ north }) => ({ channel: north, users: 'U0NOBODY' }))
step('conversations.open', 'a direct message', ({ anna }) => ({ users: anna }), {
  keep: (answer) => ({ dm: answer.channel.id }),
})
step('conversations.open', 'once more, in full', ({ anna }) => ({ users: anna, return_im: true }))
step('conversations.open', 'a group', ({ anna, ben }) => ({ users: `${anna},${ben}` }))
step('conversations.open', 'with nobody', () => ({ users: 'U0NOBODY' }))
step('conversations.open', 'without saying whom')
step('conversations.info', 'a direct message', ({ dm }) => ({ channel: dm }))

step('chat.postMessage', 'words', ({ sales }) => ({ channel: sales, text: 'hello' }), {
  keep: (answer) => ({ ts: answer.ts }),
})
step('chat.postMessage', 'blocks', ({ sales }) => ({ channel: sales, text: 'hello', blocks }))
step('chat.postMessage', 'metadata', ({ sales }) => ({
  channel: sales,
  text: 'hello',
  metadata: { event_type: 'said', event_payload: { key: 'k' } },
}))
step('chat.postMessage', 'a reply', ({ sales, ts }) => ({ channel: sales, text: 'again', thread_ts: ts }))
step('chat.postMessage', 'to a person', ({ anna }) => ({ channel: anna, text: 'hello' }))
step('chat.postMessage', 'to a channel that it is not in', ({ quiet }) => ({ channel: quiet, text: 'hello' }))
step('chat.postMessage', 'to nowhere', () => ({ channel: 'C0NOTHING', text: 'hello' }))
step('chat.postMessage', 'nothing', ({ sales }) => ({ channel: sales }))
step('chat.postMessage', 'blocks that are none', ({ sales }) => ({
  channel: sales,
  text: 'x',
  blocks: 'nonsense',
}))
step('chat.postMessage', 'a block that there is not', ({ sales }) => ({
  channel: sales,
  text: 'x',
  blocks: [{ type: 'nonsense' }],
}))
step('chat.postMessage', 'a header of 151 letters', ({ sales }) => ({
  channel: sales,
  text: 'x',
  blocks: [{ type: 'header', text: text('x'.repeat(151)) }],
}))
step('chat.postMessage', 'an argument that there is not', ({ sales }) => ({
  channel: sales,
  text: 'x',
  colour: 'red',
}))
step('chat.postMessage', 'text of 40,001 letters', ({ sales }) => ({
  channel: sales,
  text: 'x'.repeat(40_001),
}))
step('chat.postMessage', 'a reply to nothing', ({ sales }) => ({
  channel: sales,
  text: 'x',
  thread_ts: '1.000001',
}))
step('chat.postMessage', 'under another name', ({ north }) => ({
  channel: north,
  text: 'x',
  username: 'Other',
}))
step('chat.postMessage', 'without the scope', ({ sales }) => ({ channel: sales, text: 'x' }), {
  token: 'poor',
})
step('chat.postMessage', 'without a token', ({ sales }) => ({ channel: sales, text: 'x' }), { token: null })
step('chat.postEphemeral', 'words', ({ sales, anna }) => ({ channel: sales, user: anna, text: 'psst' }))
step('chat.postEphemeral', 'to somebody elsewhere', ({ secret, ben }) => ({
  channel: secret,
  user: ben,
  text: 'psst',
}))
step('chat.update', 'words', ({ sales, ts }) => ({ channel: sales, ts, text: 'better' }))
step('chat.update', 'blocks', ({ sales, ts }) => ({ channel: sales, ts, text: 'better', blocks }))
step('chat.update', 'nothing', ({ sales, ts }) => ({ channel: sales, ts }))
step('chat.update', 'a message that there is not', ({ sales }) => ({
  channel: sales,
  ts: '1.000001',
  text: 'x',
}))
step('chat.getPermalink', 'of a message', ({ sales, ts }) => ({ channel: sales, message_ts: ts }))
step('chat.getPermalink', 'of nothing', ({ sales }) => ({ channel: sales, message_ts: '1.000001' }))
step(
  'chat.scheduleMessage',
  'in an hour',
  ({ sales }) => ({ channel: sales, text: 'later', post_at: future() }),
  {
    keep: (answer) => ({ scheduled: answer.scheduled_message_id }),
  },
)
step('chat.scheduleMessage', 'yesterday', ({ sales }) => ({
  channel: sales,
  text: 'x',
  post_at: future() - 90_000,
}))
step('chat.scheduleMessage', 'in a year', ({ sales }) => ({
  channel: sales,
  text: 'x',
  post_at: future() + 31_536_000,
}))
step('chat.scheduledMessages.list', 'of a channel', ({ sales }) => ({ channel: sales }))
step('chat.deleteScheduledMessage', 'one', ({ sales, scheduled }) => ({
  channel: sales,
  scheduled_message_id: scheduled,
}))
step('chat.deleteScheduledMessage', 'once more', ({ sales, scheduled }) => ({
  channel: sales,
  scheduled_message_id: scheduled,
}))

step('reactions.add', 'to a message', ({ sales, ts }) => ({ channel: sales, timestamp: ts, name: 'tada' }))
step('reactions.add', 'once more', ({ sales, ts }) => ({ channel: sales, timestamp: ts, name: 'tada' }))
step('reactions.add', 'to nothing', ({ sales }) => ({ channel: sales, timestamp: '1.000001', name: 'tada' }))
step('conversations.history', 'of a channel', ({ sales }) => ({ channel: sales }))
step('conversations.history', 'with metadata', ({ sales }) => ({
  channel: sales,
  include_all_metadata: true,
}))
step('conversations.history', 'one at a time', ({ sales }) => ({ channel: sales, limit: 1 }))
step('conversations.history', 'of a channel that it is not in', ({ quiet }) => ({ channel: quiet }))
step('conversations.history', 'without the scope', ({ sales }) => ({ channel: sales }), { token: 'poor' })
step('conversations.replies', 'of a thread', ({ sales, ts }) => ({ channel: sales, ts }))
step('conversations.replies', 'of nothing', ({ sales }) => ({ channel: sales, ts: '1.000001' }))
step('reactions.remove', 'from a message', ({ sales, ts }) => ({
  channel: sales,
  timestamp: ts,
  name: 'tada',
}))
step('reactions.remove', 'once more', ({ sales, ts }) => ({ channel: sales, timestamp: ts, name: 'tada' }))
step('pins.add', 'a message', ({ sales, ts }) => ({ channel: sales, timestamp: ts }))
step('pins.add', 'once more', ({ sales, ts }) => ({ channel: sales, timestamp: ts }))
step('pins.add', 'nothing', ({ sales }) => ({ channel: sales }))
step('bookmarks.add', 'a link', ({ sales }) => ({
  channel_id: sales,
  title: 'Board',
  type: 'link',
  link: 'https://a.test',
}))
step('bookmarks.add', 'no link', ({ sales }) => ({
  channel_id: sales,
  title: 'Board',
  type: 'link',
  link: 'a.test',
}))
step('bookmarks.add', 'a folder', ({ sales }) => ({ channel_id: sales, title: 'Board', type: 'folder' }))
step('chat.delete', 'its own message', ({ sales, ts }) => ({ channel: sales, ts }))
step('chat.delete', 'once more', ({ sales, ts }) => ({ channel: sales, ts }))

step('files.getUploadURLExternal', 'for a text', () => ({ filename: 'a.txt', length: 5 }), {
  keep: (answer) => ({ file: answer.file_id, upload: answer.upload_url }),
})
step('files.getUploadURLExternal', 'for nothing', () => ({ filename: 'a.txt', length: 0 }))
step('files.completeUploadExternal', 'before the bytes', ({ file }) => ({ files: [{ id: file }] }))
step('files.completeUploadExternal', 'into a channel', async ({ file, sales, upload }, side) => {
  await side.upload(upload!, 'hello')
  return { files: [{ id: file, title: 'A' }], channel_id: sales, initial_comment: 'Here' }
})
step('files.completeUploadExternal', 'once more', ({ file }) => ({ files: [{ id: file }] }))
step('files.completeUploadExternal', 'no files', () => ({ files: [] }))
step('files.delete', 'a file', ({ file }) => ({ file }))
step('files.delete', 'once more', ({ file }) => ({ file }))
step('files.delete', 'nothing', () => ({ file: 'F0NOTHING' }))

step('views.open', 'a form', async (_, side) => ({ trigger_id: await side.trigger(), view: modal }), {
  keep: ({ view }) => ({ view: view.id, hash: view.hash }),
})
step('views.open', 'with a trigger that nobody gave out', () => ({ trigger_id: '1.2.3', view: modal }))
step('views.open', 'a title of 25 letters', async (_, side) => ({
  trigger_id: await side.trigger(),
  view: { ...modal, title: text('x'.repeat(25)) },
}))
step('views.update', 'a form', ({ view }) => ({ view_id: view, view: { ...modal, title: text('Other') } }))
step('views.update', 'with an old hash', ({ view, hash }) => ({ view_id: view, hash, view: modal }))
step('views.update', 'nothing', () => ({ view_id: 'V0NOTHING', view: modal }))
step(
  'views.push',
  'a second form',
  async ({ view }, side) => ({ trigger_id: await side.trigger(view), view: modal }),
  {
    keep: (answer) => ({ second: answer.view.id }),
  },
)
step(
  'views.push',
  'a third',
  async ({ second }, side) => ({ trigger_id: await side.trigger(second), view: modal }),
  {
    keep: (answer) => ({ third: answer.view.id }),
  },
)
step('views.push', 'a fourth', async ({ third }, side) => ({
  trigger_id: await side.trigger(third),
  view: modal,
}))
step('views.publish', 'a home tab', ({ anna }) => ({ user_id: anna, view: home }))
step('views.publish', 'for nobody', () => ({ user_id: 'U0NOBODY', view: home }))
step('views.publish', 'a form', ({ anna }) => ({ user_id: anna, view: modal }))

step(
  'oauth.v2.access',
  'a code',
  async (_, side) => ({ ...side.client, code: await side.code(), redirect_uri: REDIRECT }),
  { token: null },
)
step(
  'oauth.v2.access',
  'without the address that it was sent to',
  async (_, side) => ({ ...side.client, code: await side.code() }),
  { token: null },
)
step('oauth.v2.access', 'a code that nobody gave out', (_, side) => ({ ...side.client, code: 'x' }), {
  token: null,
})
step(
  'oauth.v2.access',
  'of another client',
  (_, { client }) => ({ ...client, client_id: '1.2', code: 'x' }),
  {
    token: null,
  },
)
step(
  'oauth.v2.access',
  'with a wrong secret',
  (_, { client }) => ({ ...client, client_secret: 'x', code: 'x' }),
  {
    token: null,
  },
)
step('no.such.method', 'a method that there is not')

export const STEPS: readonly Step[] = steps

// Makes the local Slack send what was recorded: a person does what must have been done, the app answers as it must have.
import { once } from 'node:events'
import { WebClient } from '@slack/web-api'
import WebSocket from 'ws'
import { EVENT_SCOPES } from '../../sandbox/api/event-table.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { startSandbox } from '../../sandbox/start.ts'
import type { UserSession } from '../../sandbox/user/user-session.ts'
import type { Payload, Recording } from './replay-recordings.ts'

const COMMAND = '/test-feedback'
const OWN_COMMAND = '/open'

const manifest = {
  display_information: { name: 'Recorded' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [{ command: COMMAND }, { command: OWN_COMMAND }],
  },
  oauth_config: {
    scopes: { bot: ['chat:write', 'commands', ...new Set(Object.values(EVENT_SCOPES).flat())] },
  },
  settings: {
    event_subscriptions: { bot_events: Object.keys(EVENT_SCOPES) },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
}

export interface Driver {
  /** What the local Slack sends where the recording was sent. */
  drive(recording: Recording): Promise<Payload>
  stop(): Promise<void>
}

export async function startDriver(): Promise<Driver> {
  const sandbox = await startSandbox({
    manifest,
    rateScale: Number.POSITIVE_INFINITY,
    seed: { people: [{ name: 'anna' }], channels: [{ name: 'general', withApp: true }, { name: 'other' }] },
  })
  const { heard, socket } = await listen(sandbox)
  const scene: Scene = {
    sandbox,
    anna: sandbox.user('anna'),
    client: new WebClient(sandbox.env().SLACK_BOT_TOKEN, { slackApiUrl: sandbox.env().SLACK_API_URL }),
    heard,
  }
  return {
    drive: async (recording) => {
      heard.length = 0
      const act = ACTS[recording.kind]
      if (act === undefined) throw new Error(`Nobody knows how to make Slack send a ${recording.kind}.`)
      await act(scene, recording)
      await sandbox.whenIdle(30)
      const sent = heard.findLast((payload) => fits(payload, recording))
      if (sent === undefined) throw new Error(`The local Slack sent no ${recording.kind}.`)
      return sent
    },
    stop: async () => {
      socket.terminate()
      await sandbox.stop()
    },
  }
}

interface Scene {
  sandbox: Sandbox
  anna: UserSession
  client: WebClient
  heard: Payload[]
}

async function listen(sandbox: Sandbox) {
  const client = new WebClient(sandbox.env().SLACK_APP_TOKEN, { slackApiUrl: sandbox.env().SLACK_API_URL })
  const socket = new WebSocket((await client.apps.connections.open({})).url!)
  const heard: Payload[] = []
  socket.on('message', (data) => {
    const { envelope_id, payload } = JSON.parse(String(data))
    if (envelope_id === undefined) return
    heard.push(payload)
    socket.send(JSON.stringify({ envelope_id }))
  })
  await once(socket, 'message')
  return { heard, socket }
}

function fits(payload: Payload, { kind, payload: recorded }: Recording): boolean {
  if (kind === 'slash_command') return payload.command === COMMAND
  if (payload.type !== 'event_callback') return payload.type === kind
  return (
    payload.event.type === kind &&
    payload.event.channel_type === (recorded.event.channel_type ?? payload.event.channel_type)
  )
}

const ACTS: Readonly<Record<string, (scene: Scene, recording: Recording) => Promise<unknown>>> = {
  app_mention: write,
  message: write,
  member_joined_channel: async ({ anna }) => anna.addApp('other'),
  reaction_added: async ({ anna, client }, { payload: { event } }) => {
    const { channel, ts } = await client.chat.postMessage({ channel: generalOf(anna), text: 'Hello' })
    anna.react(channel!, ts!, event.reaction)
  },
  block_actions: press,
  view_submission: submit,
  slash_command: ({ anna }, { payload }) => anna.command(COMMAND, payload.text, { in: 'general' }),
}

const generalOf = (anna: UserSession) => anna.in('general').channel.id

/** In the same kind of place, in a thread where the recording was, to the app where it was named. */
async function write({ anna }: Scene, { payload: { event }, botUserId }: Recording): Promise<void> {
  const where = event.channel.startsWith('D') ? anna.dm() : anna.in('general')
  const other = anna.in('other').channel.id
  const named = event.text.replace(/<#\w+(\|[^>]*)?>/, `<#${other}|>`)
  const text = named.replaceAll(botUserId, anna.workspace.installation!.botUserId)
  where.say(text, event.thread_ts === undefined ? {} : { thread: where.say('Before').ts })
}

/** The app posts what was recorded, or as little as the recorded action needs; the person presses or chooses. */
async function press({ anna, client, sandbox }: Scene, { payload }: Recording): Promise<void> {
  const { container, message, actions } = payload
  const [action] = actions
  const channel = generalOf(anna)
  const thread_ts = container.thread_ts && anna.in('general').say('Before').ts
  const blocks = message?.blocks ?? [
    { type: 'actions', block_id: action.block_id, elements: [elementOf(action)] },
  ]
  const content = { channel, text: message?.text ?? 'Choose', blocks, ...(thread_ts ? { thread_ts } : {}) }
  if (container.is_ephemeral) await client.chat.postEphemeral({ ...content, user: anna.id })
  else await client.chat.postMessage(content)
  await sandbox.whenIdle(10)
  const target = { actionId: action.action_id }
  if (action.type === 'button') await anna.in('general').click(target)
  else await anna.in('general').choose(target, action.selected_option.value)
}

function elementOf(action: Payload) {
  const { type, action_id, text, value, style, placeholder, selected_option } = action
  if (type === 'button') return { type, action_id, text, ...(value && { value }), ...(style && { style }) }
  return { type, action_id, options: [selected_option], ...(placeholder && { placeholder }) }
}

/** The app opens the recorded form; the person fills in what was filled in. */
async function submit({ anna, client, heard }: Scene, { payload: { view } }: Recording): Promise<void> {
  await anna.command(OWN_COMMAND, '', { in: 'general' })
  const { type, title, submit, close, blocks, private_metadata, callback_id } = view
  const { clear_on_close, notify_on_close } = view
  const content = { type, title, submit, close, blocks, private_metadata, callback_id }
  await client.views.open({
    trigger_id: heard.at(-1).trigger_id,
    view: { ...content, clear_on_close, notify_on_close },
  })
  for (const [blockId, values] of Object.entries<Payload>(view.state.values))
    for (const [actionId, value] of Object.entries<Payload>(values)) {
      const entry = value.value ?? value.selected_option.value
      await anna.modal.enter({ blockId, actionId }, entry)
    }
  const result = await anna.modal.submit()
  if (!('closed' in result)) throw new Error(`The form was not taken: ${JSON.stringify(result)}`)
}

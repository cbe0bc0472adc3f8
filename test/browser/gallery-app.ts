// A bot that shows the gallery, takes its form, and answers a few commands: what the page's tests talk to.
import { App, LogLevel } from '@slack/bolt'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { type SandboxOptions, startSandbox } from '../../sandbox/start.ts'
import type { Tour } from '../../sandbox/tour.ts'
import { ATTACHMENTS, messages } from './gallery.ts'
import { FIELDS } from './gallery-fields.ts'
import { blocksOf, button, mrkdwn, plain } from './sample.ts'

const manifest = {
  display_information: { name: 'Gallery' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [
      {
        command: '/kpi',
        description: 'Your numbers',
        usage_hint: 'me | board [day|week] | log calls 5, visits 2 | help',
      },
      { command: '/form', description: 'One field of each kind' },
    ],
    shortcuts: [{ name: 'Log numbers', type: 'global', callback_id: 'log', description: 'Log' }],
  },
  oauth_config: {
    scopes: {
      bot: [
        'chat:write',
        'files:write',
        'commands',
        'users:read',
        'im:write',
        'im:history',
        'channels:read',
        'groups:read',
      ],
    },
  },
  settings: {
    event_subscriptions: { bot_events: ['app_home_opened', 'member_joined_channel'] },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
}

const seed = {
  workspace: { id: 'T0BRIGHT', name: 'Brightwater' },
  people: [
    {
      id: 'U0ANNA',
      name: 'anna',
      realName: 'Anna Berg',
      title: 'Sales rep',
      tz: 'Europe/Berlin',
      locale: 'en-US',
    },
    { id: 'U0WEI', name: 'wei', realName: '陈晓东', title: '销售', tz: 'Asia/Shanghai', locale: 'zh-CN' },
    {
      id: 'U0MARTA',
      name: 'marta',
      realName: 'Marta Keller',
      title: 'Sales manager',
      tz: 'America/New_York',
      locale: 'en-US',
    },
  ],
  channels: [
    { id: 'C0SALES', name: 'sales', withApp: true },
    { id: 'C0QUIET', name: 'quiet', members: ['marta'] },
    { id: 'G0LEADS', name: 'leads', private: true, members: ['marta'] },
  ],
}

export const NOW = '2026-11-17T08:02:00Z'

export interface Action {
  action_id: string
  selected_option?: { value: string }
}

export interface GalleryApp {
  sandbox: Sandbox
  app: App
  /** What was pressed and chosen, oldest first. */
  actions: Action[]
  stop(): Promise<void>
}

export async function startGallery(options: SandboxOptions = {}): Promise<GalleryApp> {
  const sandbox = await startSandbox({ manifest, seed, rateScale: Number.POSITIVE_INFINITY, ...options })
  sandbox.clock.set(Date.parse(NOW))
  const visited = () => sandbox.user('marta').home.view !== undefined
  sandbox.tour = (language) => tourIn(language, visited())
  const env = sandbox.env()
  const app = new App({
    token: env.SLACK_BOT_TOKEN,
    appToken: env.SLACK_APP_TOKEN,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: env.SLACK_API_URL, retryConfig: { retries: 0 } },
  })
  const actions: Action[] = []
  listen(app, actions)
  await app.start()
  await sandbox.connected()
  const stop = async () => {
    await app.stop()
    await sandbox.stop()
  }
  return { sandbox, app, actions, stop }
}

const TITLES: Readonly<Record<string, string>> = { 'zh-CN': '两步看完', 'zh-TW': '兩步看完' }

/** Anna types in the channel; the clock moves to the evening, and Marta looks at Home. */
function tourIn(language: string, visited: boolean): Tour {
  const evening = { to: '2026-11-17T17:00:00Z', user: 'U0ANNA' }
  return {
    ...{ title: TITLES[language] ?? 'Two steps', intro: 'A gallery.' },
    steps: [
      {
        ...{ title: 'Ask for the board', text: 'It is typed.', action: 'Type it', done: false },
        ...{ user: 'U0ANNA', place: 'C0SALES', draft: '/kpi board' },
      },
      {
        ...{ title: 'Go home', text: 'In the evening.', action: 'To the evening', done: visited },
        ...{ user: 'U0MARTA', place: 'home', move: evening },
      },
    ],
  }
}

/** Posts every sample to a channel. */
export async function showGallery({ app }: GalleryApp, channel: string): Promise<void> {
  for (const [name, blocks] of Object.entries(messages))
    await app.client.chat.postMessage({ channel, text: `Gallery of ${name}`, blocks: blocksOf(blocks) })
  await app.client.chat.postMessage({ channel, text: 'Attached', attachments: ATTACHMENTS as never })
}

const form = {
  type: 'modal' as const,
  callback_id: 'numbers',
  title: plain('Your numbers') as never,
  submit: plain('Send') as never,
  close: plain('Cancel') as never,
  blocks: blocksOf(FIELDS),
}

function listen(app: App, actions: Action[]): void {
  app.command('/form', async ({ ack, client, body }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: form })
  })
  app.command('/kpi', async ({ ack, command }) => {
    await ack({ text: `You asked for *${command.text || 'nothing'}*` })
  })
  app.shortcut('log', async ({ ack, client, body }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: form })
  })
  app.view('numbers', async ({ ack, view, client, body }) => {
    const calls = view.state.values.calls?.value?.value
    if (calls === '499') return ack({ response_action: 'errors', errors: { calls: 'So many?' } })
    if (calls === '498') return
    if (calls === '400')
      return ack({ response_action: 'push', view: { ...form, title: plain('Sure?') as never } })
    await ack()
    await client.chat.postMessage({ channel: body.user.id, text: `Saved: ${calls}` })
  })
  app.action(/.*/, async ({ ack, action, respond }) => {
    await ack()
    actions.push(action as unknown as Action)
    if ((action as Action).action_id === 'go')
      await respond({ replace_original: false, text: 'You pressed *Go*' })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    const blocks = blocksOf([
      { type: 'header', text: plain('Home of the gallery') },
      { type: 'section', text: mrkdwn(`Hello <@${event.user}>`), accessory: button('Home button') },
    ])
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
  })
}

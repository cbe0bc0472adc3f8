// Starts a sandbox and a real Bolt app against it by Socket Mode, for the platform's tests.
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import type { Sandbox } from '../../sandbox.ts'
import { type SandboxOptions, startSandbox } from '../../start.ts'

/** As Slack lets an app ask for it; everything that these tests touch. */
export const manifest = {
  display_information: { name: 'Test Bot' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [
      { command: '/kpi', description: 'Numbers' },
      { command: '/escape', description: 'Ids for names', should_escape: true },
    ],
    shortcuts: [{ name: 'Log numbers', type: 'global', callback_id: 'log', description: 'Log' }],
  },
  oauth_config: {
    scopes: {
      bot: [
        'chat:write',
        'commands',
        'users:read',
        'im:write',
        'im:history',
        'im:read',
        'channels:read',
        'channels:history',
        'groups:read',
        'groups:history',
        'app_mentions:read',
        'team:read',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'app_home_opened',
        'member_joined_channel',
        'member_left_channel',
        'user_change',
        'message.im',
        'message.channels',
        'app_mention',
        'channel_archive',
        'channel_shared',
        'channel_unshared',
      ],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
}

export const seed = {
  people: [
    { name: 'anna', realName: 'Anna', tz: 'Europe/Berlin', locale: 'de-DE' },
    { name: 'wei', realName: '伟', tz: 'Asia/Shanghai', locale: 'zh-CN' },
  ],
  channels: [
    { name: 'sales', withApp: true },
    { name: 'quiet' },
    { name: 'closed', private: true, members: ['anna'] },
  ],
}

export interface Together {
  sandbox: Sandbox
  app: App
}

/** @param listen registers the app's listeners before it starts */
export async function startTogether(
  listen: (app: App) => void = () => {},
  options: SandboxOptions = {},
): Promise<Together> {
  const sandbox = await startSandbox({ manifest, seed, waitTimeoutMs: 2_000, ...options })
  const env = sandbox.env()
  const clientOptions = { slackApiUrl: env.SLACK_API_URL, retryConfig: { retries: 0 } }
  const receiver = new SocketModeReceiver({
    appToken: env.SLACK_APP_TOKEN,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions },
    // A lost connection is renewed after this much, not after Bolt's own five seconds.
    clientPingTimeout: 300,
  })
  const app = new App({ token: env.SLACK_BOT_TOKEN, receiver, logLevel: LogLevel.ERROR, clientOptions })
  listen(app)
  await app.start()
  await sandbox.connected()
  return { sandbox, app }
}

export async function stopTogether({ sandbox, app }: Together): Promise<void> {
  await app.stop()
  await sandbox.stop()
}

export const plain = (text: string) => ({ type: 'plain_text' as const, text })

/** A modal with a number, a text and a choice. */
export function form(title = 'Numbers', more: object = {}) {
  return {
    type: 'modal' as const,
    callback_id: 'numbers',
    title: plain(title),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: 'calls',
        label: plain('Calls'),
        element: {
          type: 'number_input',
          action_id: 'value',
          is_decimal_allowed: false,
          min_value: '0',
          max_value: '500',
        },
      },
      {
        type: 'input',
        block_id: 'note',
        label: plain('Note'),
        optional: true,
        element: { type: 'plain_text_input', action_id: 'value', max_length: 20 },
      },
      {
        type: 'input',
        block_id: 'mood',
        label: plain('Mood'),
        optional: true,
        element: {
          type: 'static_select',
          action_id: 'value',
          options: [
            { text: plain('Good'), value: 'good' },
            { text: plain('Bad'), value: 'bad' },
          ],
        },
      },
    ],
    ...more,
  }
}

export function buttonMessage(label: string, actionId: string) {
  return {
    text: `Press ${label}`,
    blocks: [
      { type: 'section' as const, text: { type: 'mrkdwn' as const, text: `Please press *${label}*` } },
      {
        type: 'actions' as const,
        elements: [{ type: 'button' as const, action_id: actionId, value: 'v1', text: plain(label) }],
      },
    ],
  }
}

/** `/kpi` opens the form; what the app does at its submission differs. */
export function opening(
  submit: (
    ack: (response?: object) => Promise<void>,
    values: Record<string, Record<string, unknown>>,
  ) => Promise<unknown>,
) {
  return (app: App) => {
    app.command('/kpi', async ({ ack, client, body }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view: form() })
    })
    app.view('numbers', async ({ ack, view }) => {
      await submit(ack as never, view.state.values as never)
    })
  }
}

export const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}

/** A Web API client of the bot that neither retries nor logs. */
export function clientOf(sandbox: Sandbox): WebClient {
  const { SLACK_BOT_TOKEN, SLACK_API_URL } = sandbox.env()
  return new WebClient(SLACK_BOT_TOKEN, {
    slackApiUrl: SLACK_API_URL,
    retryConfig: { retries: 0 },
    logger: silent,
  })
}

/** `ok`, or what Slack answered instead. */
export function answerOf(call: Promise<unknown>): Promise<'ok' | Record<string, unknown>> {
  return call.then(
    () => 'ok',
    (fault: { data: Record<string, unknown> }) => fault.data,
  )
}

// The two stand-ins for Slack that are compared, ours and another project's, with the same people, channels and app.
import { createEmulator } from 'emulate'
import { freePort } from '../../demo/harness/free-port.ts'
import { startSandbox } from '../../sandbox/start.ts'
import { installApp } from '../../sandbox/state/installation.ts'
import { makeTrigger } from '../../sandbox/state/triggers.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of many forms
export type Answer = any

export interface Side {
  /** With the app's token; `poor` has one scope only, `wrong` was never given out, null sends none. */
  call(method: string, args: object, token?: 'rich' | 'poor' | 'wrong' | null): Promise<Answer>
  /** Uploads a file's bytes. */
  upload(url: string, bytes: string): Promise<number>
  /** What Anna just did, for a modal; within the view that is open when it is named. */
  trigger(viewId?: string): Promise<string>
  /** The code of an installation that Anna allowed. */
  code(): Promise<string>
  client: { client_id: string; client_secret: string }
  stop(): Promise<unknown>
}

const SCOPES = `bookmarks:write channels:history channels:join channels:manage channels:read chat:write
  files:read files:write groups:history groups:read groups:write im:history im:read im:write mpim:history
  mpim:read mpim:write pins:write reactions:write team:read users:read`.split(/\s+/)
const POOR_SCOPES = ['users:read']
export const REDIRECT = 'http://localhost:1/callback'
const client = { client_id: '1000000000001.2000000000002', client_secret: 'the secret of the client' }

export async function startOurs(): Promise<Side> {
  const sandbox = await startSandbox({
    rateScale: Number.POSITIVE_INFINITY,
    seed: { people: [{ name: 'anna' }, { name: 'ben' }], channels: [{ name: 'sales' }, { name: 'quiet' }] },
    manifest: {
      display_information: { name: 'Contract' },
      features: { app_home: { home_tab_enabled: true } },
      oauth_config: { scopes: { bot: SCOPES }, redirect_urls: [REDIRECT] },
    },
  })
  const { platform } = sandbox
  const poor = sandbox.seed({ workspace: { name: 'Poor', withApp: false } })
  const tokens = {
    rich: sandbox.env().SLACK_BOT_TOKEN,
    poor: installApp(platform, poor, POOR_SCOPES).botToken,
    wrong: 'xoxb-wrong',
  }
  const anna = sandbox.user('anna')
  const { clientId: client_id, clientSecret: client_secret } = platform.app
  return {
    ...sideAt(platform.origin, tokens),
    trigger: async (viewId) => makeTrigger(anna.workspace, anna.id, viewId !== undefined),
    client: { client_id, client_secret },
    code: () =>
      codeFrom(`${platform.origin}/oauth/v2/authorize`, {
        client_id,
        scope: SCOPES.join(','),
        redirect_uri: REDIRECT,
        team: anna.workspace.id,
        user: anna.id,
        decision: 'allow',
      }),
    stop: () => sandbox.stop(),
  }
}

export async function startTheirs(): Promise<Side> {
  const bot = { bot_id: 'B0CONTRACT', bot_user_id: 'U0CONTRACT' }
  const app = { ...bot, app_id: 'A0CONTRACT', name: 'Contract', redirect_uris: [REDIRECT] }
  const token = {
    ...bot,
    type: 'bot',
    user_id: bot.bot_user_id,
    app_id: app.app_id,
    client_id: client.client_id,
  }
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        strict_scopes: true,
        users: [{ name: 'anna' }, { name: 'ben' }],
        channels: [{ name: 'sales' }, { name: 'quiet' }],
        oauth_apps: [{ ...app, ...client, bot_name: 'contract', scopes: SCOPES }],
        tokens: [
          { ...token, token: 'xoxb-rich', scopes: SCOPES },
          { ...token, token: 'xoxb-poor', scopes: POOR_SCOPES },
        ],
      },
    },
  })
  const side = sideAt(emulator.url, { rich: 'xoxb-rich', poor: 'xoxb-poor', wrong: 'xoxb-wrong' })
  const { members } = await side.call('users.list', {})
  const anna = members.find(({ name }: Answer) => name === 'anna').id
  return {
    ...side,
    client,
    trigger: async (view_id) => {
      const made = await side.call('views.generateTriggerId', {
        user_id: anna,
        ...(view_id ? { view_id } : {}),
      })
      return made.trigger_id
    },
    code: () =>
      codeFrom(`${emulator.url}/oauth/v2/authorize/callback`, {
        client_id: client.client_id,
        scope: SCOPES.join(','),
        redirect_uri: REDIRECT,
        user_id: anna,
      }),
    stop: () => emulator.close(),
  }
}

function sideAt(origin: string, tokens: Record<'rich' | 'poor' | 'wrong', string>) {
  const call: Side['call'] = async (method, args, token = 'rich') => {
    const fields = Object.entries(args).map(([key, value]) => [
      key,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ])
    const answer = await fetch(`${origin}/api/${method}`, {
      method: 'POST',
      headers: token === null ? {} : { authorization: `Bearer ${tokens[token]}` },
      body: new URLSearchParams(Object.fromEntries(fields)),
    })
    const text = await answer.text()
    return answer.ok ? JSON.parse(text) : { ok: false, error: `HTTP ${answer.status}` }
  }
  const upload = async (url: string, bytes: string) =>
    (await fetch(url, { method: 'POST', body: bytes })).status
  return { call, upload }
}

async function codeFrom(url: string, fields: Record<string, string>): Promise<string> {
  const answer = await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code')!
}

// The install flow for several workspaces, walked by Bolt's own receiver: page, code, token, and the end of it.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HTTPReceiver, type Installation } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../sandbox.ts'
import { startSandbox } from '../../start.ts'
import { answerOf, manifest, silent } from './app.ts'

const SCOPES = ['chat:write', 'users:read']

let sandbox: Sandbox
let server: Server
let address: string
const installed = new Map<string, Installation>()

/** The app's own web server: `/install` sends people to Slack, `/callback` takes them back. */
beforeEach(async () => {
  installed.clear()
  server = createServer((request, response) => receiver.requestListener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const oauth_config = { ...manifest.oauth_config, redirect_urls: [address] }
  sandbox = await startSandbox({ manifest: { ...manifest, oauth_config } })
  for (const id of ['T0NORTH', 'T0SOUTH', 'T0WEST'])
    sandbox.seed({
      workspace: { id, name: id.slice(2).toLowerCase(), withApp: false },
      people: [{ name: 'boss', realName: 'Boss <b>' }],
      channels: [{ name: 'sales' }],
    })
  const { clientId, clientSecret } = sandbox.platform.app
  const receiver = new HTTPReceiver({
    signingSecret: sandbox.platform.app.signingSecret,
    clientId,
    clientSecret,
    stateSecret: 'a secret of the app',
    scopes: SCOPES,
    redirectUri: `${address}/callback`,
    logger: silent,
    installerOptions: {
      directInstall: true,
      installPath: '/install',
      redirectUriPath: '/callback',
      authorizationUrl: `${sandbox.platform.origin}/oauth/v2/authorize`,
      clientOptions: { slackApiUrl: `${sandbox.platform.origin}/api/` },
      callbackOptions: {
        failure: (_fault, _options, _request, response) => void response.writeHead(500).end(),
      },
    },
    installationStore: {
      storeInstallation: async (one) => void installed.set(one.team!.id, one),
      fetchInstallation: async ({ teamId }) => installed.get(teamId!)!,
    },
  })
})
afterEach(async () => {
  await sandbox.stop()
  await new Promise((resolve) => server.close(resolve))
})

/** Follows the page's links and its form as a browser would. */
async function install(workspaceId: string, decision: 'allow' | 'deny' = 'allow') {
  const start = await fetch(`${address}/install`, { redirect: 'manual' })
  const authorizeUrl = start.headers.get('location')!
  const cookie = start.headers.get('set-cookie')!.split(';')[0]!
  const choice = await (await fetch(authorizeUrl)).text()
  const link = choice.match(/href="([^"]+)"/g)!.find((one) => one.includes(`team=${workspaceId}`))!
  const page = await (await fetch(new URL(link.slice(6, -1).replaceAll('&amp;', '&'), authorizeUrl))).text()
  const hidden = [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name, value]) => [name!, value!.replaceAll('&amp;', '&')] as [string, string],
  )
  const user = sandbox.user('boss', workspaceId).id
  const answer = await fetch(`${sandbox.platform.origin}/oauth/v2/authorize`, {
    method: 'POST',
    body: new URLSearchParams([...hidden, ['user', user], ['decision', decision]]),
    redirect: 'manual',
  })
  const back = answer.headers.get('location')!
  const done = await fetch(back, { headers: { cookie } })
  return { page, back: new URL(back), status: done.status }
}

const clientOf = (token: string | undefined) =>
  new WebClient(token, {
    slackApiUrl: `${sandbox.platform.origin}/api/`,
    retryConfig: { retries: 0 },
  })
const access = (more: object) =>
  answerOf(
    clientOf(undefined).oauth.v2.access({
      client_id: sandbox.platform.app.clientId,
      client_secret: sandbox.platform.app.clientSecret,
      ...more,
    }),
  )

test('three workspaces install one app: each has its own token, bot user, scopes and messages', async () => {
  for (const id of ['T0NORTH', 'T0SOUTH', 'T0WEST']) {
    const { page, status } = await install(id)
    expect(page).toContain(`<h1>Install Test Bot into ${id.slice(2).toLowerCase()}?</h1>`)
    expect(page).toContain('Boss &lt;b>')
    expect(status).toBe(200)
  }
  expect(installed.size).toBe(3)
  const bots = [...installed.values()].map(({ bot }) => bot!)
  expect(new Set(bots.map(({ token }) => token)).size).toBe(3)
  for (const [id, { bot, user }] of installed) {
    expect(bot!.scopes.toSorted()).toEqual(SCOPES)
    expect(user.id).toBe(sandbox.user('boss', id).id)
    const client = clientOf(bot!.token)
    expect(await client.auth.test()).toMatchObject({ team_id: id, user_id: bot!.userId })
    await client.chat.postMessage({ channel: user.id, text: `hello ${id}` })
    expect(sandbox.user('boss', id).dm().words()).toBe(`testbot: hello ${id}`)
    expect(await client.auth.teams.list({})).toMatchObject({ teams: [{ id }] })
    expect(await answerOf(client.team.info())).toMatchObject({ error: 'missing_scope', needed: 'team:read' })
  }
})

test('who cancels is sent back with access_denied, and nothing is installed', async () => {
  const { back } = await install('T0NORTH', 'deny')
  expect(back.searchParams.get('error')).toBe('access_denied')
  expect(back.searchParams.get('state')).not.toBe('')
  expect(sandbox.workspace('T0NORTH').installation).toBeUndefined()
})

test('a code is worth one token, for the address that it was sent to', async () => {
  const { back } = await install('T0NORTH')
  const code = back.searchParams.get('code')!
  expect(await access({ code })).toMatchObject({ error: 'invalid_code' })
  expect(await access({ code: 'made-up' })).toMatchObject({ error: 'invalid_code' })
  expect(await access({ client_id: 'another' })).toMatchObject({ error: 'invalid_client_id' })
  expect(await access({ client_secret: 'another' })).toMatchObject({ error: 'bad_client_secret' })
  expect(await access({ grant_type: 'password' })).toMatchObject({ error: 'invalid_grant_type' })
  expect(await access({ code_verifier: 'x' })).toMatchObject({ error: 'pkce_not_allowed' })
})

test('the redirect address is compared, and Basic authentication does as well as arguments', async () => {
  const { app, origin } = sandbox.platform
  const allow = async () => {
    const answer = await fetch(`${origin}/oauth/v2/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        client_id: app.clientId,
        scope: 'chat:write',
        redirect_uri: `${address}/callback`,
        team: 'T0WEST',
        user: sandbox.user('boss', 'T0WEST').id,
        decision: 'allow',
      }),
    })
    return new URL(answer.headers.get('location')!).searchParams.get('code')!
  }
  expect(await access({ code: await allow() })).toMatchObject({ error: 'bad_redirect_uri' })
  const answer = await fetch(`${origin}/api/oauth.v2.access`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${app.clientId}:${app.clientSecret}`)}` },
    body: new URLSearchParams({ code: await allow(), redirect_uri: `${address}/callback` }),
  })
  expect(await answer.json()).toMatchObject({
    ok: true,
    token_type: 'bot',
    team: { id: 'T0WEST', name: 'west' },
  })
})

describe('the install page refuses', () => {
  const ask = async (more: Record<string, string>) => {
    const query = new URLSearchParams({
      client_id: sandbox.platform.app.clientId,
      scope: 'chat:write',
      redirect_uri: `${address}/callback`,
      ...more,
    })
    const answer = await fetch(`${sandbox.platform.origin}/oauth/v2/authorize?${query}`)
    return `${answer.status} ${/<p>(.*)<\/p>/.exec(await answer.text())?.[1]}`
  }

  test.each([
    ['another client', { client_id: 'another' }, '400 invalid_client_id'],
    ['no scope', { scope: '' }, '400 no_scopes'],
    ['a scope that the manifest does not ask for', { scope: 'admin' }, '400 invalid_scope: admin'],
    ['another address', { redirect_uri: 'https://example.com/callback' }, '400 bad_redirect_uri'],
    ['a workspace that is not there', { team: 'T0NOWHERE' }, '400 team_not_found'],
  ])('%s', async (_, more, said) => {
    expect(await ask(more)).toBe(said)
  })
})

describe('the end of an installation', () => {
  test.each([
    ['auth.revoke', (client: WebClient) => client.auth.revoke({})],
    [
      'apps.uninstall',
      (client: WebClient) =>
        client.apps.uninstall({
          client_id: sandbox.platform.app.clientId,
          client_secret: sandbox.platform.app.clientSecret,
        }),
    ],
  ])('%s ends one workspace only; installed again it is the same bot with a new token', async (_, end) => {
    await install('T0NORTH')
    await install('T0SOUTH')
    const before = installed.get('T0NORTH')!.bot!
    const client = clientOf(before.token)
    expect(await client.auth.revoke({ test: true })).toMatchObject({ revoked: false })
    expect(await end(client)).toMatchObject({ ok: true })
    expect(await answerOf(client.auth.test())).toMatchObject({ error: 'account_inactive' })
    expect(await clientOf(installed.get('T0SOUTH')!.bot!.token).auth.test()).toMatchObject({ ok: true })
    await install('T0NORTH')
    const after = installed.get('T0NORTH')!.bot!
    expect(after.userId).toBe(before.userId)
    expect(after.token).not.toBe(before.token)
    expect(await clientOf(after.token).auth.test()).toMatchObject({ ok: true, team_id: 'T0NORTH' })
  })

  test('needs the secret of the client; a long-lived token has nothing to be exchanged for', async () => {
    await install('T0NORTH')
    const client = clientOf(installed.get('T0NORTH')!.bot!.token)
    const { clientId: client_id, clientSecret: client_secret } = sandbox.platform.app
    expect(await answerOf(client.apps.uninstall({ client_id, client_secret: 'x' }))).toMatchObject({
      error: 'bad_client_secret',
    })
    expect(
      await answerOf(client.oauth.v2.exchange({ client_id, client_secret, token: client.token! })),
    ).toMatchObject({
      error: 'token_rotation_not_enabled',
    })
  })
})

test('fifty workspaces with forty people each, and a token for each of them', async () => {
  for (let number = 1; number <= 50; number += 1)
    sandbox.seed({
      workspace: { id: `T0MANY${number}`, name: `Many ${number}` },
      people: Array.from({ length: 40 }, (_, index) => ({ name: `person${index}` })),
      channels: [{ name: 'sales', withApp: true }],
    })
  expect(await clientOf(sandbox.env('T0MANY50').SLACK_BOT_TOKEN).auth.test()).toMatchObject({
    team_id: 'T0MANY50',
  })
})

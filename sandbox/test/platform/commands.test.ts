// Slash commands through a real Bolt app: payload, answers in the ack, answers by response_url, failures.
import { afterEach, describe, expect, test } from 'vitest'
import { manifest, startTogether, stopTogether, type Together } from './app.ts'

let together: Together
afterEach(() => stopTogether(together))

describe('a slash command', () => {
  test('reaches the app with the payload that Slack sends, and its ack text is seen by the person alone', async () => {
    const payloads: Record<string, unknown>[] = []
    together = await startTogether((app) => {
      app.command('/kpi', async ({ ack, body }) => {
        payloads.push(body as never)
        await ack('You are at *80%*')
      })
    })
    const { sandbox } = together
    const anna = sandbox.user('anna')
    expect(await anna.command('/kpi', 'me <b>', { in: 'sales' })).toEqual({ ok: true, answered: true })
    expect(payloads[0]).toMatchObject({
      command: '/kpi',
      text: 'me &lt;b&gt;',
      channel_name: 'sales',
      user_id: anna.id,
      is_enterprise_install: 'false',
    })
    expect(Object.keys(payloads[0]!).sort()).toEqual([
      'api_app_id',
      'channel_id',
      'channel_name',
      'command',
      'is_enterprise_install',
      'response_url',
      'team_domain',
      'team_id',
      'text',
      'token',
      'trigger_id',
      'user_id',
      'user_name',
    ])
    expect(anna.in('sales').last()).toMatchObject({
      words: 'You are at 80%',
      ephemeral: true,
      from: 'testbot',
    })
    expect(sandbox.user('wei').in('sales').sees()).toEqual([])
  })

  test('answers for all with in_channel, and is refused when its blocks are wrong', async () => {
    together = await startTogether((app) => {
      app.command('/kpi', async ({ ack, command }) => {
        if (command.text === 'bad')
          await ack({ blocks: [{ type: 'section', text: { type: 'plain_text', text: '' } }] })
        else await ack({ response_type: 'in_channel', text: 'Hello all' })
      })
    })
    const { sandbox } = together
    const anna = sandbox.user('anna')
    await anna.command('/kpi', 'good', { in: 'sales' })
    expect(sandbox.user('wei').in('sales').last()).toMatchObject({ words: 'Hello all', ephemeral: false })
    const refused = await anna.command('/kpi', 'bad', { in: 'sales' })
    expect(refused).toMatchObject({ ok: false, error: 'refused_answer' })
    expect(sandbox.refused()).toMatchObject([
      { method: 'ack', error: 'invalid_blocks', problems: [{ pointer: '/blocks/0/text/text' }] },
    ])
  })

  test('replaces names by ids only where should_escape is on', async () => {
    const texts: string[] = []
    together = await startTogether((app) => {
      app.command(/.*/, async ({ ack, command }) => {
        texts.push(command.text)
        await ack()
      })
    })
    const { sandbox } = together
    const anna = sandbox.user('anna')
    await anna.command('/kpi', 'leave @wei')
    await anna.command('/escape', 'leave @wei in #sales')
    await anna.command('/escape', 'leave @Wei')
    const sales = anna.in('sales').channel.id
    const wei = `<@${sandbox.user('wei').id}|wei>`
    expect(texts).toEqual(['leave @wei', `leave ${wei} in <#${sales}|sales>`, `leave ${wei}`])
  })

  test('that the app does not ack in time, or that nobody hears, fails with a sentence', async () => {
    together = await startTogether((app) => app.command('/kpi', async () => {}), { ackTimeoutMs: 200 })
    const { sandbox, app } = together
    const anna = sandbox.user('anna')
    expect(await anna.command('/kpi')).toEqual({
      ok: false,
      error: 'operation_timeout',
      sentence: '/kpi failed with the error "operation_timeout"',
    })
    expect(anna.dm().last()).toMatchObject({ from: 'slackbot', ephemeral: true })
    expect(await anna.command('/nothing')).toMatchObject({ ok: false, error: 'unknown_command' })
    await app.stop()
    await anna.waitFor(() => sandbox.connections() === 0)
    expect(await anna.command('/kpi')).toMatchObject({ ok: false, error: 'dispatch_failed' })
    await app.start()
  })
})

describe('a response_url', () => {
  test('takes five answers, replaces and deletes, and then is used up', async () => {
    let url = ''
    together = await startTogether((app) => {
      app.command('/kpi', async ({ ack, command }) => {
        url = command.response_url
        await ack()
      })
    })
    const { sandbox } = together
    const anna = sandbox.user('anna')
    await anna.command('/kpi', '', { in: 'sales' })
    const post = (body: object) =>
      fetch(url, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
    expect((await post({ text: 'one' })).status).toBe(200)
    expect((await post({ text: 'two', replace_original: true })).status).toBe(200)
    expect(anna.in('sales').words()).toBe('testbot: two')
    expect((await post({ delete_original: true })).status).toBe(200)
    expect(anna.in('sales').sees()).toEqual([])
    const bad = await post({ blocks: [{ type: 'nonsense' }] })
    expect([bad.status, await bad.json()]).toEqual([400, { ok: false, error: 'invalid_blocks' }])
    expect((await post({ text: 'five' })).status).toBe(200)
    const sixth = await post({ text: 'six' })
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }])
  })

  test('is over after thirty minutes', async () => {
    let url = ''
    together = await startTogether((app) => {
      app.command('/kpi', async ({ ack, command }) => {
        url = command.response_url
        await ack()
      })
    })
    const { sandbox } = together
    await sandbox.user('anna').command('/kpi')
    sandbox.clock.advance(31 * 60_000)
    const late = await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'late' }) })
    expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }])
  })
})

test('a command that the manifest does not have cannot be typed', async () => {
  together = await startTogether(undefined, { manifest: { ...manifest, features: {} } })
  expect(await together.sandbox.user('anna').command('/kpi')).toMatchObject({
    ok: false,
    error: 'unknown_command',
  })
})

// Buttons, choices and shortcuts through a real Bolt app: the payloads, and what the app can do with them.
import { afterEach, describe, expect, test } from 'vitest'
import { buttonMessage, form, manifest, plain, startTogether, stopTogether, type Together } from './app.ts'

let together: Together
afterEach(() => stopTogether(together))

describe('a button in a message', () => {
  test('sends everything that Slack sends, opens a modal and changes the message', async () => {
    const bodies: Record<string, unknown>[] = []
    together = await startTogether((app) => {
      app.action('fill', async ({ ack, body, client, respond }) => {
        bodies.push(body as never)
        await ack()
        await client.views.open({
          trigger_id: (body as never as { trigger_id: string }).trigger_id,
          view: form(),
        })
        await respond({ text: 'Opened', replace_original: true })
      })
    })
    const { sandbox, app } = together
    const anna = sandbox.user('anna')
    await app.client.chat.postMessage({ channel: anna.id, ...buttonMessage('Fill in', 'fill') })
    expect(await anna.dm().click('Fill in')).toEqual({ acked: true })
    await anna.modal.opened('Numbers')
    await anna.dm().waitFor('Opened')
    expect(Object.keys(bodies[0]!).sort()).toEqual([
      'actions',
      'api_app_id',
      'channel',
      'container',
      'enterprise',
      'is_enterprise_install',
      'message',
      'response_url',
      'state',
      'team',
      'token',
      'trigger_id',
      'type',
      'user',
    ])
    expect(bodies[0]).toMatchObject({
      container: { type: 'message', is_ephemeral: false, channel_id: anna.dm().channel.id },
      channel: { name: 'directmessage' },
      message: {
        bot_id: expect.any(String),
        app_id: expect.any(String),
        blocks: [{ type: 'section' }, { type: 'actions' }],
      },
      actions: [
        {
          action_id: 'fill',
          type: 'button',
          value: 'v1',
          text: { text: 'Fill in', emoji: true },
          block_id: expect.any(String),
          action_ts: expect.any(String),
        },
      ],
    })
    expect(sandbox.refused()).toEqual([])
  })

  test('in an ephemeral message comes without the message, and can replace it', async () => {
    const bodies: object[] = []
    together = await startTogether((app) => {
      app.action('undo', async ({ ack, body, respond }) => {
        bodies.push(body)
        await ack()
        await respond({ text: 'Undone', replace_original: true })
      })
    })
    const { sandbox, app } = together
    const anna = sandbox.user('anna')
    await app.client.chat.postEphemeral({
      channel: anna.in('sales').channel.id,
      user: anna.id,
      ...buttonMessage('Undo', 'undo'),
    })
    await anna.in('sales').click('Undo')
    await anna.in('sales').waitFor('Undone')
    expect(anna.in('sales').sees()).toHaveLength(1)
    expect(bodies[0]).not.toHaveProperty('message')
    expect(bodies[0]).toMatchObject({ container: { is_ephemeral: true } })
  })

  test('that the app does not ack shows as failed', async () => {
    together = await startTogether((app) => app.action('go', async () => {}), { ackTimeoutMs: 200 })
    const anna = together.sandbox.user('anna')
    await together.app.client.chat.postMessage({ channel: anna.id, ...buttonMessage('Go', 'go') })
    expect(await anna.dm().click('Go')).toEqual({ acked: false, error: 'operation_timeout' })
  })

  test('that is not there fails with what is there', async () => {
    together = await startTogether(undefined, { waitTimeoutMs: 50 })
    const anna = together.sandbox.user('anna')
    await together.app.client.chat.postMessage({ channel: anna.id, ...buttonMessage('Go', 'go') })
    await expect(anna.dm().click('Stop')).rejects.toThrow('Nothing to press is called "Stop"; there is Go.')
  })
})

test('choices in a message carry what was chosen, and the state of its neighbours', async () => {
  const bodies: { actions: object[]; state: { values: object } }[] = []
  together = await startTogether((app) => {
    app.action(/.*/, async ({ ack, body }) => {
      bodies.push(body as never)
      await ack()
    })
  })
  const { sandbox, app } = together
  const anna = sandbox.user('anna')
  const options = ['Day', 'Week'].map((label) => ({ text: plain(label), value: label.toLowerCase() }))
  const elements = [
    { type: 'static_select', action_id: 'period', placeholder: plain('Period'), options },
    { type: 'datepicker', action_id: 'from' },
    { type: 'overflow', action_id: 'more', options },
  ]
  await app.client.chat.postMessage({
    channel: anna.id,
    text: 'x',
    blocks: [{ type: 'actions', block_id: 'b', elements }] as never,
  })
  await anna.dm().choose('Period', 'Week')
  await anna.dm().choose({ actionId: 'from' }, '2026-03-02')
  await anna.dm().click('Day')
  expect(bodies.map(({ actions }) => actions[0])).toMatchObject([
    { type: 'static_select', selected_option: { value: 'week' } },
    { type: 'datepicker', selected_date: '2026-03-02' },
    { type: 'overflow', selected_option: { value: 'day' } },
  ])
  expect(bodies[2]!.state.values).toMatchObject({
    b: { period: { selected_option: { value: 'week' } }, from: { selected_date: '2026-03-02' } },
  })
  await expect(anna.dm().choose('Period', 'Decade')).rejects.toThrow(
    '"Decade" is not offered; there is "Day", "Week".',
  )
})

test('a button in a modal sends the view with its state, and may push and update', async () => {
  together = await startTogether((app) => {
    app.shortcut('log', async ({ ack, client, body }) => {
      await ack()
      const add = {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'add', text: plain('Add one') }],
      }
      await client.views.open({
        trigger_id: body.trigger_id,
        view: { ...form(), blocks: [...form().blocks, add] } as never,
      })
    })
    app.action('add', async ({ ack, client, body }) => {
      const { view, trigger_id } = body as never as {
        trigger_id: string
        view: { id: string; hash: string; state: { values: { calls: { value: { value: string } } } } }
      }
      await ack()
      await client.views.update({
        view_id: view.id,
        hash: view.hash,
        view: form(`Had ${view.state.values.calls.value.value}`) as never,
      })
      await client.views.push({ trigger_id, view: form('On top') as never })
    })
  })
  const anna = together.sandbox.user('anna')
  expect(await anna.shortcut('Log numbers')).toEqual({ acked: true })
  await anna.modal.fill({ Calls: 5 })
  await anna.modal.click('Add one')
  await anna.modal.opened('On top')
  expect(anna.modal.stack().map((view) => view.title!.text)).toEqual(['Had 5', 'On top'])
  anna.modal.close()
  expect(anna.modal.field('Calls').value).toBe('5')
  await expect(anna.shortcut('Nothing')).rejects.toThrow(
    'No shortcut is called "Nothing"; there is "Log numbers".',
  )
  expect(together.sandbox.refused()).toEqual([])
})

test('with interactivity off in the manifest nothing reaches the app', async () => {
  const settings = { ...manifest.settings, interactivity: { is_enabled: false } }
  together = await startTogether(undefined, { manifest: { ...manifest, settings } })
  const anna = together.sandbox.user('anna')
  await together.app.client.chat.postMessage({ channel: anna.id, ...buttonMessage('Go', 'go') })
  expect(await anna.dm().click('Go')).toEqual({ acked: false, error: 'dispatch_failed' })
})

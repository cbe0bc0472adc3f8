// Modals and home tabs through a real Bolt app: triggers, refusals, hashes, closing.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { form, opening, plain, startTogether, stopTogether, type Together } from './app.ts'

let together: Together
afterEach(() => stopTogether(together))

describe('a trigger', () => {
  test('is good for one view and for three seconds', async () => {
    const triggers: string[] = []
    together = await startTogether((app) => {
      app.command('/kpi', async ({ ack, body }) => {
        triggers.push(body.trigger_id)
        await ack()
      })
    })
    const { sandbox, app } = together
    const anna = sandbox.user('anna')
    const open = (trigger: string) =>
      app.client.views.open({ trigger_id: trigger, view: form() }).then(
        () => 'opened',
        (fault) => fault.data.error,
      )
    await anna.command('/kpi')
    expect(await open(triggers[0]!)).toBe('opened')
    expect(await open(triggers[0]!)).toBe('exchanged_trigger_id')
    expect(await open('1.2.3')).toBe('invalid_trigger_id')
    await anna.command('/kpi')
    sandbox.clock.advance(60_000)
    await sleep(3_100)
    expect(await open(triggers[1]!)).toBe('expired_trigger_id')
  })

  test('outside a modal cannot push', async () => {
    let trigger = ''
    together = await startTogether((app) => {
      app.command('/kpi', async ({ ack, body }) => {
        trigger = body.trigger_id
        await ack()
      })
    })
    await together.sandbox.user('anna').command('/kpi')
    const push = together.app.client.views.push({ trigger_id: trigger, view: form() })
    await expect(push).rejects.toMatchObject({ data: { error: 'not_found' } })
  })
})

describe('a view', () => {
  test("with wrong content is refused with the place in Slack's words", async () => {
    let answer: { error: string; response_metadata: { messages: string[] } } | undefined
    together = await startTogether((app) => {
      app.command('/kpi', async ({ ack, client, body }) => {
        await ack()
        await client.views
          .open({ trigger_id: body.trigger_id, view: form('A title that is longer than 24') })
          .catch((fault) => {
            answer = fault.data
          })
      })
    })
    await together.sandbox.user('anna').command('/kpi')
    await together.sandbox.whenIdle()
    expect(answer).toMatchObject({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
      },
    })
  })

  test('that changed since is not updated: hash_conflict', async () => {
    let hash = ''
    together = await startTogether(opening((ack) => ack()))
    const { sandbox, app } = together
    const anna = sandbox.user('anna')
    await anna.command('/kpi')
    await anna.modal.opened()
    hash = anna.modal.view.hash
    const id = anna.modal.view.id
    await app.client.views.update({ view_id: id, hash, view: form('Second') })
    await expect(app.client.views.update({ view_id: id, hash, view: form('Third') })).rejects.toMatchObject({
      data: { error: 'hash_conflict' },
    })
    expect(anna.modal.title).toBe('Second')
    anna.modal.close()
    await expect(app.client.views.update({ view_id: id, view: form('Gone') })).rejects.toMatchObject({
      data: { error: 'not_found' },
    })
  })

  test('that asked for it is told of its closing, and a whole modal can be closed at once', async () => {
    const closed: unknown[] = []
    together = await startTogether((app) => {
      app.command('/kpi', async ({ ack, client, body }) => {
        await ack()
        await client.views.open({
          trigger_id: body.trigger_id,
          view: form('Asked', { notify_on_close: true }),
        })
      })
      app.view({ type: 'view_closed', callback_id: 'numbers' }, async ({ ack, body }) => {
        closed.push([body.view.title.text, (body as { is_cleared?: boolean }).is_cleared])
        await ack()
      })
    })
    const anna = together.sandbox.user('anna')
    for (const all of [false, true]) {
      await anna.command('/kpi')
      await anna.modal.opened()
      anna.modal.close({ all })
      await together.sandbox.whenIdle(50)
    }
    expect(closed).toEqual([
      ['Asked', false],
      ['Asked', true],
    ])
  })
})

test('a home tab is published when it is opened, and its buttons act', async () => {
  const pressed: unknown[] = []
  together = await startTogether((app) => {
    app.event('app_home_opened', async ({ event, client }) => {
      const blocks = [
        {
          type: 'actions' as const,
          elements: [{ type: 'button' as const, action_id: 'go', text: plain('Go') }],
        },
      ]
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
    })
    app.action('go', async ({ ack, body }) => {
      pressed.push([(body as never as { view: { type: string } }).view.type, body.user.id])
      await ack()
    })
  })
  const anna = together.sandbox.user('anna')
  anna.home.open()
  await anna.home.waitFor('[Go]')
  expect(await anna.home.click('Go')).toEqual({ acked: true })
  expect(pressed).toEqual([['home', anna.id]])
})

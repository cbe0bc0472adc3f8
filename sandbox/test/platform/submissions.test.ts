// Submitting a modal through a real Bolt app: values, the client's own checks, every response_action.
import { afterEach, describe, expect, test } from 'vitest'
import { form, opening, plain, startTogether, stopTogether, type Together } from './app.ts'

let together: Together
afterEach(() => stopTogether(together))

describe('a submission', () => {
  test('carries the values in the shape of each element and closes the modal', async () => {
    const seen: unknown[] = []
    together = await startTogether(
      opening(async (ack, values) => {
        seen.push(values)
        await ack()
      }),
    )
    const anna = together.sandbox.user('anna')
    await anna.command('/kpi')
    await anna.modal.fill({ Calls: 12, Mood: 'Good' })
    expect(await anna.modal.submit()).toEqual({ closed: true, open: false })
    expect(seen).toEqual([
      {
        calls: { value: { type: 'number_input', value: '12' } },
        note: { value: { type: 'plain_text_input', value: null } },
        mood: {
          value: {
            type: 'static_select',
            selected_option: { text: { type: 'plain_text', text: 'Good', emoji: true }, value: 'good' },
          },
        },
      },
    ])
    expect(anna.modal.isOpen).toBe(false)
  })

  test.each([
    ['nothing at all', { Calls: '' }, { Calls: 'Complete this required field.' }],
    ['text for a number', { Calls: 'many' }, { Calls: 'Enter a number.' }],
    ['an exponent', { Calls: '1e99' }, { Calls: 'Enter a number.' }],
    ['a fraction of a call', { Calls: '3.5' }, { Calls: 'Enter a whole number.' }],
    ['less than none', { Calls: '-1' }, { Calls: 'Enter a number that is at least 0.' }],
    ['more than max_value', { Calls: '501' }, { Calls: 'Enter a number that is at most 500.' }],
    ['a long note', { Calls: '1', Note: 'x'.repeat(21) }, { Note: 'Enter at most 20 characters.' }],
  ])('of %s is refused by the client, and the app hears nothing', async (_, entries, errors) => {
    let submissions = 0
    together = await startTogether(
      opening(async (ack) => {
        submissions += 1
        await ack()
      }),
    )
    const anna = together.sandbox.user('anna')
    await anna.command('/kpi')
    await anna.modal.fill(entries as never)
    expect(await anna.modal.submit()).toEqual({ errors, by: 'client' })
    expect(submissions).toBe(0)
    expect(await anna.modal.submit({ unchecked: true })).toEqual({ closed: true, open: false })
    expect(submissions).toBe(1)
  })

  test('shows errors of the app at their fields, and keeps what was typed', async () => {
    together = await startTogether(
      opening((ack) => ack({ response_action: 'errors', errors: { calls: 'Too many?' } })),
    )
    const anna = together.sandbox.user('anna')
    await anna.command('/kpi')
    await anna.modal.fill({ Calls: 400 })
    expect(await anna.modal.submit()).toEqual({ errors: { Calls: 'Too many?' }, by: 'app' })
    expect(anna.modal.field('Calls')).toMatchObject({ value: '400', error: 'Too many?' })
  })

  test('with an error for a block that is not there fails, and the log says why', async () => {
    together = await startTogether(
      opening((ack) => ack({ response_action: 'errors', errors: { other: 'No' } })),
    )
    const anna = together.sandbox.user('anna')
    await anna.command('/kpi')
    await anna.modal.fill({ Calls: 4 })
    expect(await anna.modal.submit()).toEqual({ failed: 'no input block has the id other' })
    expect(anna.modal.isOpen).toBe(true)
    expect(together.sandbox.refused()).toHaveLength(1)
  })

  test('answered with update keeps entries where block and action are the same', async () => {
    const more = { type: 'section', text: plain('412 calls? Usually 30 to 60.') }
    together = await startTogether(
      opening((ack) =>
        ack({ response_action: 'update', view: { ...form('Really?'), blocks: [more, ...form().blocks] } }),
      ),
    )
    const anna = together.sandbox.user('anna')
    await anna.command('/kpi')
    const before = (await anna.modal.opened()).view.id
    await anna.modal.fill({ Calls: 412 })
    expect(await anna.modal.submit()).toMatchObject({ updated: { id: before } })
    expect(anna.modal.title).toBe('Really?')
    expect(anna.modal.words()).toContain('Usually 30 to 60')
    expect(anna.modal.field('Calls').value).toBe('412')
  })

  test('answered with push stacks up to three, clear takes all away', async () => {
    let count = 0
    together = await startTogether(
      opening((ack) => {
        count += 1
        return ack(
          count === 4
            ? { response_action: 'clear' }
            : { response_action: 'push', view: form(`Level ${count}`) },
        )
      }),
    )
    const anna = together.sandbox.user('anna')
    await anna.command('/kpi')
    for (const level of [1, 2]) {
      await anna.modal.fill({ Calls: 1 })
      expect(await anna.modal.submit()).toMatchObject({ pushed: { title: { text: `Level ${level}` } } })
    }
    const [root, , top] = anna.modal.stack()
    expect(top).toMatchObject({ rootViewId: root!.id })
    await anna.modal.fill({ Calls: 1 })
    expect(await anna.modal.submit()).toEqual({ failed: 'push_limit_reached' })
    expect(await anna.modal.submit()).toEqual({ cleared: true })
    expect(anna.modal.isOpen).toBe(false)
  })

  test('answered with a view that Slack would refuse fails with its place', async () => {
    together = await startTogether(
      opening((ack) => ack({ response_action: 'update', view: form('A title that is longer than 24') })),
    )
    const { sandbox } = together
    const anna = sandbox.user('anna')
    await anna.command('/kpi')
    await anna.modal.fill({ Calls: 1 })
    expect(await anna.modal.submit()).toEqual({ failed: 'invalid_arguments' })
    expect(sandbox.refused()[0]!.problems).toMatchObject([{ pointer: '/view/title/text' }])
  })

  test('that is not acked leaves the modal open with what was typed', async () => {
    together = await startTogether(
      opening(async () => {}),
      { ackTimeoutMs: 200 },
    )
    const anna = together.sandbox.user('anna')
    await anna.command('/kpi')
    await anna.modal.fill({ Calls: 7 })
    expect(await anna.modal.submit()).toEqual({ failed: 'operation_timeout' })
    expect(anna.modal.field('Calls').value).toBe('7')
  })

  test('twice at once reaches the app twice and leaves one closed modal', async () => {
    const ids: string[] = []
    together = await startTogether((app) => {
      opening((ack) => ack())(app)
      app.view(/.*/, async ({ view }) => {
        ids.push(view.id)
      })
    })
    const anna = together.sandbox.user('anna')
    await anna.command('/kpi')
    await anna.modal.fill({ Calls: 7 })
    const results = await Promise.all([anna.modal.submit(), anna.modal.submit()])
    expect(results).toEqual([
      { closed: true, open: false },
      { closed: true, open: false },
    ])
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })
})

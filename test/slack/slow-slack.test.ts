// A submit that waits for Slack is not blamed on the database: the person is told who does not answer.
import { afterEach, expect, test, vi } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { Context } from '../../src/core/context.ts'
import { SlackUnavailable } from '../../src/core/slack-unavailable.ts'
import { joinHandlers } from '../../src/slack/join-handlers.ts'
import { onSubmit } from '../../src/slack/receivers/on-submit.ts'
import type { ReceiverContext } from '../../src/slack/receivers/receiver.ts'
import type { SubmitHandler } from '../../src/slack/requests.ts'
import { testContext, testPerson } from '../support/context.ts'

afterEach(() => {
  vi.useRealTimers()
})

const never = () => new Promise<never>(() => {})

/** What the person is told at the form's first field. */
async function told(submit: SubmitHandler, directory: Partial<Context['directory']> = {}): Promise<string> {
  vi.useFakeTimers()
  const context = testContext({ transaction: never } as never)
  Object.assign(context.directory, directory)
  const receiver = {
    context,
    ensurePerson: async () => testPerson('T1', 'UANNA'),
    handlers: joinHandlers([{ submits: { form: submit } }]),
    translator: BOT.translator,
    ...{ workspaceId: 'T1', defaultLocale: 'en', languages: new Map(), alsoOurs: new Set() },
  } as unknown as ReceiverContext
  const view = { id: 'V1', type: 'modal', callback_id: 'form', blocks: [{ type: 'input', block_id: 'plan' }] }
  const body = { team: { id: 'T1' }, user: { id: 'UANNA' }, trigger_id: 't', view }
  const acks: unknown[] = []
  void onSubmit(body, async (response) => void acks.push(response), receiver)
  await vi.advanceTimersByTimeAsync(2600)
  return (acks[0] as { errors: { plan: string } }).errors.plan
}

test('Slack does not answer in time', async () => {
  const submit: SubmitHandler = async (_call, { directory }) => {
    await directory.person('T1', 'UBEN')
    return { kind: 'close' }
  }
  expect(await told(submit, { person: never })).toBe(BOT.translator('en')('common.notSavedSlack'))
})

test('Slack answers that it is asked too often', async () => {
  const submit: SubmitHandler = async () => {
    throw new SlackUnavailable('rate limited', 30)
  }
  expect(await told(submit)).toBe(BOT.translator('en')('common.notSavedSlack'))
})

test('the database does not answer in time, after Slack did', async () => {
  const submit: SubmitHandler = async (_call, { directory, db }) => {
    await directory.person('T1', 'UBEN')
    return db.transaction(never)
  }
  expect(await told(submit)).toBe(BOT.translator('en')('common.notSaved'))
})

// The sandbox plays only methods that its table describes, and answers only errors that are documented for them.
import { afterEach, describe, expect, test } from 'vitest'
import { assertDocumented, grant, refuse } from '../../api/answer.ts'
import { APP_METHODS, BOT_METHODS, TOKENLESS_METHODS } from '../../api/method-registry.ts'
import { METHODS } from '../../api/method-table.ts'
import { startSandbox } from '../../start.ts'
import { clientOf, manifest, seed } from './app.ts'

test('every method of the table is played, each for its kind of token', () => {
  const played = [
    ...Object.keys(BOT_METHODS).map((method) => [method, 'bot']),
    ...Object.keys(APP_METHODS).map((method) => [method, 'app']),
    ...Object.keys(TOKENLESS_METHODS).map((method) => [method, 'none']),
  ]
  const described = Object.entries(METHODS).map(([method, { token }]) => [method, token])
  expect(played.sort()).toEqual(described.sort())
})

test('an undocumented refusal throws; a documented or common one and a grant do not', () => {
  expect(() => assertDocumented('chat.update', refuse('cant_update_message'))).not.toThrow()
  expect(() => assertDocumented('chat.update', refuse('ratelimited'))).not.toThrow()
  expect(() => assertDocumented('chat.update', grant())).not.toThrow()
  expect(() => assertDocumented('chat.update', refuse('cant_delete_message'))).toThrow('not documented')
})

describe('an internal error of the sandbox', () => {
  let stopped: Promise<void> | undefined
  afterEach(() => stopped?.catch(() => {}))

  test('is thrown by stop', async () => {
    const sandbox = await startSandbox({ manifest, seed })
    sandbox.faults.add({ kind: 'refused', on: 'auth.test', error: 'no_such_code' })
    await clientOf(sandbox)
      .auth.test()
      .catch(() => {})
    stopped = sandbox.stop()
    await expect(stopped).rejects.toThrow(
      'The sandbox had an internal error: The sandbox wanted to answer auth.test with no_such_code',
    )
  })
})

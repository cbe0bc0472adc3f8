// A server that cannot be started again is given up with a sentence, once; one that is being stopped is not started.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createGuard } from '../../../src/core/embedded/guard.ts'
import { eventually } from '../../support/eventually.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pacesetter-guard-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const guardOfNothing = (logged: string[]) =>
  createGuard(
    {
      data: join(folder, 'data'),
      bin: join(folder, 'bin'),
      logFile: join(folder, 'log'),
      password: '',
      account: null,
    },
    {},
    1,
    (line) => void logged.push(line),
    { watchEveryMs: 10, giveUpAfterMs: 200 },
  )

test('given up with a sentence that names the log, once', async () => {
  const [logged, lost]: string[][] = [[], []]
  const guard = guardOfNothing(logged!)
  guard.start((reason) => void lost!.push(reason))
  await sleep(100)
  expect(lost).toEqual([])
  await eventually(async () => expect(lost).toHaveLength(1))
  expect(lost![0]).toBe(`The embedded Postgres is gone and does not start again: see ${join(folder, 'log')}.`)
  expect(logged!.join()).toContain('ENOENT')
  await sleep(300)
  expect(lost).toHaveLength(1)
})

test('stopped, it gives up nothing', async () => {
  const lost: string[] = []
  const guard = guardOfNothing([])
  guard.start((reason) => void lost.push(reason))
  await guard.stop()
  await sleep(400)
  expect(lost).toEqual([])
})

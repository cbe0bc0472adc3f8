// `npm run demo` on a port that is taken, and Ctrl-C at every stage of its start: nothing is left behind.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort } from '../../demo/harness/free-port.ts'
import { eventually } from '../support/eventually.ts'

const START_WITHIN_MS = 100_000
/** On two busy cores; idle it takes a tenth of this. */
const END_WITHIN_MS = 10_000

let temporary: string
let child: ChildProcess | undefined
let occupant: Server | undefined

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'pacesetter-demo-test-'))
  // As root Postgres runs as another user, who has to get in here.
  chmodSync(temporary, 0o755)
})
afterEach(() => {
  child?.kill('SIGKILL')
  occupant?.close()
  rmSync(temporary, { recursive: true, force: true })
})

function startDemo(port: number) {
  const demo = spawn(process.execPath, ['demo/main.ts'], {
    env: { ...process.env, TMPDIR: temporary, PORT: String(port) },
    // A process group of its own, to which a terminal's Ctrl-C would go as a whole.
    detached: true,
  })
  child = demo
  let output = ''
  for (const stream of [demo.stdout, demo.stderr]) stream.on('data', (chunk) => (output += chunk))
  const shows = (text: string | RegExp) => eventually(() => expect(output).toMatch(text), START_WITHIN_MS)
  const end = async () => {
    const began = performance.now()
    const ended = once(demo, 'exit')
    process.kill(-demo.pid!, 'SIGINT')
    const [code] = await ended
    return { code, tookMs: performance.now() - began }
  }
  return { shows, end, output: () => output }
}

/** Postgres and the bot name the temporary folder in their command line or environment. */
function processesLeft(): string[] {
  return globSync('/proc/[0-9]*').filter((process) => {
    try {
      return ['cmdline', 'environ'].some((file) =>
        readFileSync(join(process, file), 'utf8').includes(temporary),
      )
    } catch {
      return false
    }
  })
}

test('a port that is taken is said, and the next free one is used', async () => {
  const port = await freePort()
  occupant = createServer().listen(port, '127.0.0.1')
  await once(occupant, 'listening')
  const demo = startDemo(port)
  await demo.shows(`Port ${port} is taken`)
  await demo.shows(/Open http:\/\/127\.0\.0\.1:\d+ /)
  const used = Number(/Open http:\/\/127\.0\.0\.1:(\d+) /.exec(demo.output())![1])
  expect(used).toBeGreaterThan(port)
  expect((await fetch(`http://127.0.0.1:${used}/`)).status).toBe(200)
  expect(processesLeft().length).toBeGreaterThan(2)
  expect((await demo.end()).code).toBe(0)
  expect(processesLeft()).toEqual([])
  expect(readdirSync(temporary)).toEqual([])
})

test.each([
  'Starting Postgres',
  'Writing sixty working days',
  'Starting the local Slack',
  'Playing the last working days',
  'Shanghai has its morning',
])('Ctrl-C at "%s" ends it at once and leaves nothing behind', async (stage) => {
  const demo = startDemo(await freePort())
  await demo.shows(stage)
  const { code, tookMs } = await demo.end()
  expect(code, demo.output()).toBe(130)
  expect(tookMs).toBeLessThan(END_WITHIN_MS)
  expect(processesLeft()).toEqual([])
  expect(readdirSync(temporary)).toEqual([])
})

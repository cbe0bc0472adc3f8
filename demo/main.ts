// `npm run demo`: the whole product on this machine, with nothing but Node: Postgres, the local Slack and the bot.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Demo, startDemo } from './demo.ts'
import { firstFreePort } from './first-free-port.ts'
import { openMorning } from './open-morning.ts'
import { playDay } from './play.ts'
import { unlessAborted } from './unless-aborted.ts'

const DEFAULT_PORT = 4390
/** The shell's exit code for a program that Ctrl-C ended. */
const EXIT_INTERRUPTED = 130

const log = (line: string) => console.log(line)

/** @returns the exit code */
async function main(signal: AbortSignal): Promise<number> {
  const play = process.argv.includes('--play')
  const demo = await startDemo({ log, signal, ...(play ? {} : { port: await choosePort() }) })
  const scenes = play ? playDay(demo.harness, log) : openForVisitors(demo)
  const exitCode = await unlessAborted(scenes, signal).catch(async (fault) => {
    await demo.kill()
    throw fault
  })
  if (!play) {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    log('\nEnding …')
  }
  await demo.stop()
  return exitCode
}

async function openForVisitors({ harness }: Demo): Promise<number> {
  log('Shanghai has its morning …')
  await openMorning(harness)
  log(`\nOpen ${harness.sandbox.platform.origin} in a browser. Ctrl-C ends everything.`)
  return 0
}

async function choosePort(): Promise<number> {
  const wanted = Number(process.env.PORT ?? DEFAULT_PORT)
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535)
    throw new Error('PORT must be a whole number from 1 to 65535.')
  const port = await firstFreePort(wanted)
  if (port !== wanted) log(`Port ${wanted} is taken; the page will be on ${port}.`)
  return port
}

const interruption = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interruption.abort())

/** Ctrl-C reaches Postgres at the same time: its failure can arrive before the signal itself. */
const SIGNAL_WITHIN_MS = 300

async function isInterrupted(): Promise<boolean> {
  if (!interruption.signal.aborted) await sleep(SIGNAL_WITHIN_MS)
  return interruption.signal.aborted
}

// What Ctrl-C interrupts may fail where no code waits for it; the end is on its way then.
process.on('uncaughtException', async (fault) => {
  if (await isInterrupted()) return
  console.error(fault)
  process.exit(1)
})

const exitCode = await main(interruption.signal).catch(async (fault: Error) => {
  if (await isInterrupted()) return EXIT_INTERRUPTED
  console.error(fault.message)
  return 1
})
// Interrupted work may still hold connections or timers.
process.exit(exitCode)

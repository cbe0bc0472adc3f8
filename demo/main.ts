// `npm run demo`: the whole product on this machine, with nothing but Node: Postgres, the local Slack and the bot.
import { startDemo } from './demo.ts'
import { openMorning } from './open-morning.ts'
import { playDay } from './play.ts'

const PORT = 4390

const say = (line: string) => console.log(line)

async function main(): Promise<number> {
  const play = process.argv.includes('--play')
  const interruption = interrupted()
  const demo = await startDemo({ say, ...(play ? {} : { port: PORT }) })
  try {
    if (play) return await playDay(demo.harness, say)
    say('Shanghai has its morning …')
    await openMorning(demo.harness)
    say(`\nOpen ${demo.harness.sandbox.platform.origin} in a browser. Ctrl-C ends everything.`)
    await interruption
    say('\nEnding …')
    return 0
  } finally {
    await demo.stop()
  }
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

process.exitCode = await main().catch((fault: Error) => {
  console.error(fault.message)
  return 1
})

// `npm run demo`: the whole product on this machine, with nothing but Node: Postgres, the local Slack and the bot.
import { startEmbedded } from '../../src/db/embedded.ts'
import { SHANGHAI_MORNING } from './day.ts'
import { startDemo } from './demo.ts'
import { playDay, playScenes } from './play.ts'
import { DEMO_DATE } from './world.ts'

/** In the page it is five past nine in London: prompts wait there and in Berlin, Shanghai has answered, two hours later all is closed. */
const LONDON_MORNING = `${DEMO_DATE}T09:05:00Z`

const say = (line: string) => console.log(line)

async function main(): Promise<number> {
  const play = process.argv.includes('--play')
  const demo = await startDemo({ startPostgres: startEmbedded, say, ...(play ? {} : { port: 4390 }) })
  try {
    if (play) return await playDay(demo.rehearsal, say)
    say('Shanghai has its morning …')
    await playScenes(demo.rehearsal, SHANGHAI_MORNING, () => {})
    await demo.rehearsal.moveTo(LONDON_MORNING)
    say(`\nOpen ${demo.rehearsal.sandbox.platform.origin} in a browser. Ctrl-C ends everything.`)
    await interrupted()
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

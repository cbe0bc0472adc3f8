// `npm run test:crash -- --kills N --seed S --replicas R [--freeze]`: kills (and freezes) bots while warnings go up, and checks the invariants afterwards.
import { writeFileSync } from 'node:fs'
import { startThrowAwayPostgres } from '../support/throw-away-postgres.ts'
import { readOptions } from './options.ts'
import { countsOf, lineOf, type RoundResult, storiesOf, strikesOf } from './report.ts'
import { playRound } from './round.ts'
import { inOrder, type Moment } from './timeline.ts'

const say = (line: string) => console.log(line)

async function main(): Promise<number> {
  const { seed, rounds, story } = readOptions(process.argv.slice(2), String(Date.now() % 1_000_000))
  say(`crash test with seed ${seed}`)
  const postgres = await startThrowAwayPostgres()
  const moments: Moment[] = []
  const results: RoundResult[] = []
  let broken = 0
  try {
    for (const round of rounds) {
      const result = await playRound(postgres.url, { ...round, seed })
      results.push(result)
      say(countsOf(result))
      moments.push(...inOrder(result.moments))
      if (result.violations.length === 0) continue
      broken += 1
      say(storiesOf(result.violations, result.moments))
    }
  } finally {
    await postgres.stop()
  }
  if (story) writeFileSync(story, moments.map((moment) => `${lineOf(moment)}\n`).join(''))
  say(strikesOf(results))
  say(broken > 0 ? `once more: npm run test:crash -- --seed ${seed}` : 'every promise was kept')
  say(`rounds: ${rounds.length - broken} passed, ${broken} failed`)
  return broken > 0 ? 1 : 0
}

const code = await main().catch((fault: Error) => {
  console.error(fault)
  return 1
})
// Exit even if promises still wait for a bot that was killed.
process.exit(code)

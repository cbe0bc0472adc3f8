// Runs the benchmarks and prints one table: `npm run bench`, `-- --only tick`, `-- --members 1000000`.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { behind } from './behind.ts'
import { board } from './board.ts'
import { startDatabases } from './database.ts'
import { delivery } from './delivery.ts'
import { growth } from './growth.ts'
import { holds, type Measure, type Row } from './measure.ts'
import { prompts } from './prompts.ts'
import { standup } from './standup.ts'
import { start } from './start.ts'
import { notesOf, tableOf } from './table.ts'
import { targets } from './targets.ts'
import { team } from './team.ts'
import { teams } from './teams.ts'
import { tick } from './tick.ts'

const MEASURES: Readonly<Record<string, Measure>> = {
  ...{ standup, tick, prompts, delivery, board, targets, team, teams, start, growth, behind },
}

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, members: { type: 'string', default: '100000' } },
})
const chosen = values.only ?? Object.keys(MEASURES)
const unknown = chosen.filter((name) => !(name in MEASURES))
const members = Number(values.members)
if (unknown.length > 0 || !Number.isInteger(members) || members < 2000 || members % 2000 !== 0) {
  console.error(
    `There are the measures ${Object.keys(MEASURES).join(', ')}; --members is a multiple of 2000.`,
  )
  process.exit(1)
}

const say = (line: string) => console.error(line)
const databases = await startDatabases()
const rows: Row[] = []
try {
  for (const name of chosen) {
    say(`== ${name}`)
    rows.push(...(await MEASURES[name]!({ databases, options: { members }, say })))
  }
} finally {
  await databases.stop()
}
const date = Temporal.Now.plainDateISO()
console.log(`${date}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}\n`)
console.log(tableOf(rows))
for (const note of notesOf(rows)) console.log(`\n${note}.`)
process.exit(rows.some((row) => holds(row) === false) ? 1 : 0)

// Runs the default rules over a simulated year whose true trouble is known: `npm run warnings:simulate`, `-- --seed other`.
import { parseArgs } from 'node:util'
import { defaultRules } from '../../src/warnings/domain/default-rules.ts'
import { median } from '../statistics.ts'
import { simulateCompany } from './company.ts'
import {
  aWeek,
  BARS,
  byKind,
  byRule,
  IN_TIME_DAYS,
  inTimeShare,
  memberMonths,
  precision,
  weeklyRow,
} from './figures.ts'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: 'pacesetter' }, members: { type: 'string', default: '500' } },
})
/** Nothing in the simulation has a due date, and nobody raises a risk. */
const NOT_SIMULATED = ['item-overdue', 'raised-by-hand']
const rules = defaultRules(['hunter']).filter(({ signal }) => !NOT_SIMULATED.includes(signal))

const company = simulateCompany(Number(values.members), values.seed)
const told = simulate(company, rules)
const months = memberMonths(company, told)
const week = aWeek(company, told)

function print(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  console.log(`\n${title}\n\n${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}`)
}

print(
  'Member-months, by what was really wrong',
  [
    'what',
    'member-months',
    'yellow or red',
    `with ${IN_TIME_DAYS} days left`,
    'median days left',
    'red',
    'any level',
  ],
  byKind(months),
)
print(
  'Over all',
  ['told', 'member-months', 'precision', 'recall', 'ended below 85 % of revenue'],
  precision(months),
)
print(
  'A manager, in a week',
  ['told', 'median', '90 %', 'most', 'mean'],
  [
    weeklyRow('yellow or red', week),
    weeklyRow(
      'red',
      aWeek(
        company,
        told.filter(({ level }) => level === 'red'),
      ),
    ),
  ],
)
print(
  'By rule: how many, and how many of them in a month truly missed',
  ['rule', 'blue', '', 'yellow', '', 'red', ''],
  byRule(rules, told, company),
)
const inTime = inTimeShare(months)
const bars = [
  {
    what: `yellow or red in a week, median: ${median(week)}, at most ${BARS.aWeek}`,
    holds: median(week) <= BARS.aWeek,
  },
  {
    what: `true misses warned with ${IN_TIME_DAYS} working days left: ${(inTime * 100).toFixed(1)} %, at least ${BARS.inTime * 100} %`,
    holds: inTime >= BARS.inTime,
  },
]
console.log()
for (const { what, holds } of bars) console.log(`${holds ? 'holds' : 'DOES NOT HOLD'}: ${what}`)
process.exit(bars.every(({ holds }) => holds) ? 0 : 1)

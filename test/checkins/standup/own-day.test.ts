// Numbers for different dates under one heading: each stands under its own day, in the summary, the receipt and on Home.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'
import type {
  StandupCardFacts,
  StandupSummaryFacts,
} from '../../../src/checkins/standup/domain/message-facts.ts'
import { headingDate } from '../../../src/checkins/standup/domain/numbers-heading.ts'
import { loadHomeTeams } from '../../../src/checkins/standup/flows/home.ts'
import { teamsBlocks } from '../../../src/checkins/standup/slack/home-section.ts'
import { renderStandupCard } from '../../../src/checkins/standup/slack/standup-card.ts'
import { renderStandupSummary } from '../../../src/checkins/standup/slack/standup-summary.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { summary } from './standup-cases.ts'
import { day, standupTeam } from './team.ts'

const en = BOT.translator('en')
const BERLIN = 'Europe/Berlin'

let on: TestDatabase
beforeAll(async () => {
  on = await freshDatabase()
})
afterAll(() => on.close())

/** Ana was on leave from Tuesday to Thursday; on Friday 6 March both answer: Ben for Thursday, Ana for Monday. */
async function afterLeave() {
  const team = await standupTeam(on.db, {
    zones: { ana: BERLIN, ben: BERLIN },
    now: '2026-03-06T08:30:00Z',
  })
  for (const date of ['2026-03-03', '2026-03-04', '2026-03-05']) await team.leave('U-ana', date)
  await team.submit(team.person('ben'), '2026-03-06', { numbers: { calls: 30 }, plan: ['Call Acme'] })
  await team.submit(team.person('ana'), '2026-03-06', { numbers: { calls: 12 }, plan: ['Visit Bolt'] })
  return team
}

describe('leave from Tuesday to Thursday, a report on Friday', () => {
  test('the summary shows Monday’s numbers with their date, not under Thursday’s heading', async () => {
    const team = await afterLeave()
    const facts = (await team.facts(`summary:${team.teamId}:2026-03-06`)) as unknown as StandupSummaryFacts
    const lines = renderStandupSummary(facts, en).text.split('\n')
    expect(lines).toContain('_Numbers for Thu, Mar 5_')
    expect(lines).toContain('Calls *30*')
    expect(lines).toContain('_Numbers for Mon, Mar 2_ Calls *12*')
    expect(lines).not.toContain('Calls *12*')
  })

  test('the receipt and the Home tab name the day, also beside the place on its board', async () => {
    const team = await afterLeave()
    const cardOf = async (name: string) =>
      (await team.facts(`standup:${team.memberId(name)}:2026-03-06`)) as unknown as StandupCardFacts
    expect(renderStandupCard(await cardOf('ana'), en).text).toContain('*Numbers for Mon, Mar 2:* Calls *12*')
    expect((await cardOf('ana')).receipt!.teamsDay).toBe(false)
    expect((await cardOf('ben')).receipt!.teamsDay).toBe(true)
    const home = await loadHomeTeams(on.db, team.person('ana'), team.context.clock.now())
    expect(JSON.stringify(teamsBlocks(home, 'UANA', en))).toContain('*Numbers for Mon, Mar 2:* Calls *12*')
    expect(JSON.stringify(teamsBlocks(home, 'UANA', en))).not.toContain('*Today:*')
  })

  test('a place on another day’s board is said with the day', async () => {
    const team = await afterLeave()
    const facts = (await team.facts(
      `standup:${team.memberId('ana')}:2026-03-06`,
    )) as unknown as StandupCardFacts
    const measure = { kind: 'metric', metric: 'calls' } as const
    const place = { rank: 1, of: 2, tied: false, measure, metric: facts.receipt!.numbers[0]!.metric }
    const said = { ...facts, receipt: { ...facts.receipt!, place } }
    expect(renderStandupCard(said, en).text).toContain('1st of 2 by Calls so far (Mon, Mar 2)')
    const together = { ...said, receipt: { ...said.receipt, teamsDay: true } }
    expect(renderStandupCard(together, en).text).not.toContain('so far (')
  })
})

describe('the heading over the numbers', () => {
  const thursday = day('2026-03-05')
  const of = (date: string, numbers: readonly unknown[] = [1]) => ({ numbersDate: day(date), numbers })
  test.each([
    ['nobody has answered', [], '2026-03-05'],
    ['all of the team’s day', [of('2026-03-05'), of('2026-03-05')], '2026-03-05'],
    ['one of another day', [of('2026-03-02'), of('2026-03-05')], '2026-03-05'],
    ['only others than the team’s day', [of('2026-03-02'), of('2026-03-03')], '2026-03-02'],
    ['the team’s day only without numbers', [of('2026-03-05', []), of('2026-03-03')], '2026-03-03'],
  ])('%s', (_, answers, expected) => {
    expect(headingDate(thursday, answers).toString()).toBe(expected)
  })

  test('in a large team, whose answers are one line each, the date is there too', () => {
    const one = summary().answers[0]!
    const answers = Array.from({ length: 40 }, (_, index) => ({
      ...one,
      numbersDate: index === 7 ? day('2026-02-26') : one.numbersDate,
    }))
    const { text, blocks } = renderStandupSummary(summary({ answers }), en)
    expect(JSON.stringify(blocks).match(/\(Thu, Feb 26\)/g)).toHaveLength(1)
    expect(text).toContain('Numbers for Mon, Mar 2')
  })
})

// Sets up a team whose week is over: one has reported, the others have not; and who leads it reads, writes and asks back.
import { expect } from 'vitest'
import { BOT } from '../../../src/app/features.ts'
import { reports } from '../../../src/checkins/reports/feature.ts'
import { askBack } from '../../../src/checkins/reports/flows/ask-back.ts'
import { reportCheckin } from '../../../src/checkins/reports/flows/report-checkin.ts'
import { REPORT } from '../../../src/checkins/reports/slack/ids.ts'
import type { Database } from '../../../src/core/db/client.ts'
import { savePeople } from '../../../src/org/db/people.ts'
import { DEFAULT_REPORT } from '../../../src/org/domain/team.ts'
import { typed } from '../../slack/untouched.ts'
import { testPerson } from '../../support/context.ts'
import { at } from '../standup/at.ts'
import { day, standupTeam } from '../standup/team.ts'

export const FRIDAY = '2026-03-06'
const MONDAY = day('2026-03-09')
const BERLIN = 'Europe/Berlin'

/** Saturday: Ben reported 42 calls on Friday, Eva nothing. */
export async function closedWeekOf(
  db: Database,
  zones: Record<string, string> = { ben: BERLIN, eva: BERLIN },
) {
  const settings = { reports: { weekly: DEFAULT_REPORT } }
  const team = await standupTeam(db, { zones, now: '2026-03-05T07:00:00Z', settings })
  const boss = testPerson(team.workspaceId, 'U-boss', { name: 'Boss' })
  await savePeople(db, [boss], team.context.clock.now())
  await team.replan('2026-03-05')
  const open = async (name: string, date = FRIDAY) => {
    const person = at(team.context, team.person(name), reports, REPORT.form)
    await person.click(REPORT.open, JSON.stringify({ team: team.teamId, checkin: 'weekly', date }))
    const view = person.seen.views.at(-1)!
    return { ...person, view, metadata: view.private_metadata ?? '' }
  }
  await team.tickAt(`${FRIDAY}T15:00:00Z`)
  const ben = await open('ben')
  const fields = { 'section:results': 'Two deals', 'number::calls': '42' }
  expect(await ben.submit(typed(ben.view, fields), ben.metadata)).toEqual({ kind: 'close' })
  await team.tickAt(`${FRIDAY}T17:00:00Z`)
  team.context.moveTo('2026-03-07T09:00:00Z')
  const asked = { teamId: team.teamId, name: 'weekly', date: day(FRIDAY), revision: 1, on: MONDAY }
  const shown = async (key: string) => {
    const [message, facts] = [await team.message(key), await team.facts(key)]
    return facts ? BOT.messages.get(message!.kind)!.render(facts as never, BOT.translator('en')) : null
  }
  return {
    ...{ ...team, boss, open, shown },
    of: { teamId: team.teamId, date: day(FRIDAY), checkin: reportCheckin('weekly') },
    ask: (question: string, name = 'ben', more: Partial<Parameters<typeof askBack>[2]> = {}, who = boss) =>
      askBack(team.context, who, { ...asked, memberId: team.memberId(name), question, ...more }),
    question: (name: string, version = 1) =>
      shown(`report-question:weekly:${team.memberId(name)}:${FRIDAY}:${version}`),
    card: (name: string) => team.facts(`report:weekly:${team.memberId(name)}:${FRIDAY}`),
  }
}

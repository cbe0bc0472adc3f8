// What is changed for everyone in a team is told to its channel: one message a day, which fills up.

import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { checkMessage } from '../../../sandbox/checker/message.ts'
import { BOT } from '../../../src/app/features.ts'
import { LOCALES } from '../../../src/core/i18n/locale.ts'
import { changeExtraDay } from '../../../src/org/flows/change-extra-days.ts'
import { recordLeave } from '../../../src/org/flows/record-leave.ts'
import { messages } from '../../../src/outbox/db/messages.sql.ts'
import type { RenderedMessage } from '../../../src/slack/blocks.ts'
import type { TestContext } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import { factsOf } from '../../support/message-facts.ts'
import { ann, CHANNEL, manager, salesWithoutTeams, setUp } from '../people.ts'
import { changeMetricPoints, correctCalls } from './changes.ts'

const database = usesDatabase()
let context: TestContext
let teamId: string
beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  teamId = (await setUp(context, { holidayCountry: null })).teamId
})

const sent = async () => database.db.select().from(messages).where(eq(messages.kind, 'team-changes'))
const dayOff = (day: string) =>
  changeExtraDay(context, manager, teamId, { date: Temporal.PlainDate.from(day), kind: 'off' })

async function written(locale: (typeof LOCALES)[number] = 'en'): Promise<string[][]> {
  const kind = BOT.messages.get('team-changes')!
  const texts: string[][] = []
  for (const message of await sent()) {
    const facts = await factsOf(database.db, message, context.clock.now())
    const rendered = kind.render(facts as never, BOT.translator(locale)) as RenderedMessage
    expect(checkMessage({ ...rendered })).toEqual([])
    expect(rendered.text).not.toMatch(/undefined|NaN|[{}]/)
    texts.push(rendered.text.split('\n'))
  }
  return texts
}

test('not on the day of the set-up, when everything changes', async () => {
  await dayOff('2026-03-09')
  await changeMetricPoints(context, { who: manager, teamId })
  expect(await sent()).toEqual([])
})

test('three changes of a day are one message that is edited; the next day has another', async () => {
  context.moveTo('2026-03-03T08:00:00Z')
  await dayOff('2026-03-09')
  await changeMetricPoints(context, { who: manager, teamId })
  await dayOff('2026-03-10')
  // In Berlin it is the next day already.
  context.moveTo('2026-03-03T23:30:00Z')
  await dayOff('2026-03-11')
  expect((await sent()).map(({ toChannelId, version }) => [toChannelId, version])).toEqual([
    [CHANNEL, 3],
    [CHANNEL, 1],
  ])
  expect(await written()).toEqual([
    [
      '*Changed for the team* on Tue, Mar 3',
      '<@UMANAGER> changed a day of <#C1>',
      '> Mon, Mar 9, 2026: as usual → is off',
      '<@UMANAGER> changed a number that <#C1> is asked for',
      '> Dials of Zoë, name: changed',
      '> Dials of Zoë, usual for a day: 0 to 100 → no limit to 80',
      '> Dials of Zoë, points for each one: 1 → 7',
      '<@UMANAGER> changed a day of <#C1>',
      '> Tue, Mar 10, 2026: as usual → is off',
    ],
    [
      '*Changed for the team* on Wed, Mar 4',
      '<@UMANAGER> changed a day of <#C1>',
      '> Wed, Mar 11, 2026: as usual → is off',
    ],
  ])
})

test('never what is a person’s own: leave and numbers', async () => {
  context.moveTo('2026-03-03T08:00:00Z')
  const day = Temporal.PlainDate.from('2026-03-05')
  await recordLeave(context, manager, ann.userId, { from: day, to: day, part: 'whole' })
  await correctCalls(context, { who: manager, userId: ann.userId, teamId, value: 40 })
  expect(await sent()).toEqual([])
  const kinds = [...BOT.contributions.auditKinds.values()]
  expect(kinds.filter(({ announced, personal }) => announced && personal)).toEqual([])
})

test('what did not change anything is not told', async () => {
  context.moveTo('2026-03-03T08:00:00Z')
  await changeExtraDay(context, manager, teamId, {
    date: Temporal.PlainDate.from('2026-03-09'),
    kind: 'normal',
  })
  expect(await sent()).toEqual([])
})

test.each(LOCALES)('the latest ten are shown, and that there is more: %s', async (locale) => {
  context.moveTo('2026-03-03T08:00:00Z')
  for (let day = 10; day < 22; day += 1) await dayOff(`2026-03-${day}`)
  const [lines] = await written(locale)
  expect(lines).toHaveLength(2 + 10 * 2)
  expect(lines![1]).toContain('/kpi ')
  expect(lines!.at(-1)).toMatch(/21/)
})

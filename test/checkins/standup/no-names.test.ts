// A team that shows no names: whatever is posted to its channel names and mentions no member, and quotes nobody.
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'
import { LOCALES } from '../../../src/core/i18n/locale.ts'
import { addRoleMetrics } from '../../../src/numbers/db/metrics.ts'
import { presetFor } from '../../../src/numbers/domain/presets.ts'
import { NUMBERS } from '../../../src/numbers/slack/ids.ts'
import { introduction } from '../../../src/org/flows/team-messages.ts'
import { messages } from '../../../src/outbox/db/messages.sql.ts'
import { enqueueMessage } from '../../../src/outbox/flows/enqueue-message.ts'
import { typist } from '../../numbers/typist.ts'
import { usesDatabase } from '../../support/database.ts'
import { factsOf } from '../../support/message-facts.ts'
import { standupTeam } from './team.ts'

const database = usesDatabase()

const NAMES = ['Zebulon', 'Quirin', 'Xanthe', 'Ottokar']
const ZONES = Object.fromEntries(NAMES.map((name) => [name, 'Europe/Berlin']))
/** What the members typed, and by what each would be known. */
const TELLING = [
  ...NAMES,
  ...NAMES.map((name) => `U-${name}`),
  'Acme',
  'budget',
  'trade fair',
  'Hengxin',
  '<@U-helper>',
]

/** The messages of a week in the channel: introduction, summaries at every stage, wins told and taken back, boards of the days and of the week. */
async function postedIn(boardNames: 'none' | 'all'): Promise<Map<string, string[]>> {
  const now = '2026-03-01T09:00:00Z'
  const team = await standupTeam(database.db, { zones: ZONES, now, settings: { boardNames, wins: 'all' } })
  const { context, workspaceId, teamId } = team
  const [zebulon, quirin] = [team.person('Zebulon'), team.person('Quirin')]
  await database.db.transaction((tx) =>
    enqueueMessage(tx, context, [introduction({ workspaceId, teamId, channelId: `C-${teamId}` })]),
  )
  const revenue = presetFor('hunter', 'EUR').filter(({ key }) => key === 'newRevenue')
  await addRoleMetrics(database.db, team, 'hunter', revenue)
  await team.leave('U-Ottokar', '2026-03-02')
  await team.replan('2026-03-02')
  const posted = new Map<string, string[]>()
  const look = async () => {
    for (const message of await database.db.select().from(messages)) {
      if (message.workspaceId !== workspaceId || !message.toChannelId) continue
      const { kind } = message
      const facts = await factsOf(database.db, message, context.clock.now())
      if (!facts) continue
      const shown = LOCALES.map((locale) =>
        JSON.stringify(BOT.messages.get(kind)!.render(facts as never, BOT.translator(locale))),
      )
      posted.set(kind, [...(posted.get(kind) ?? []), ...shown])
    }
  }
  for (const date of ['2026-03-02', '2026-03-03', '2026-03-09']) {
    await team.tickAt(`${date}T08:00:00Z`)
    await team.submit(zebulon, date, {
      ...{ plan: ['Call Acme with Quirin'], doneNote: 'Won the trade fair', newBlockers: ['No budget'] },
      ...{ helperUserId: 'U-helper', numbers: { calls: 12 } },
    })
    await look()
    await team.submit(quirin, date, { numbers: { calls: 7 } })
    const seller = typist(context, quirin)
    await seller.command('log signed Hengxin 5,000', team.channelId)
    await look()
    await seller.click(NUMBERS.undo)
    await seller.command('log new revenue 7,000', team.channelId)
    await team.tickAt(`${date}T10:00:00Z`)
    await team.tickAt(`${date}T12:00:00Z`)
    await look()
  }
  return posted
}

describe('a team that shows no names', () => {
  test('names and quotes nobody in any message of its channel, in any language', async () => {
    const posted = await postedIn('none')
    expect([...posted.keys()].sort()).toEqual(['board', 'standup-summary', 'team-introduction', 'win'])
    for (const [kind, shown] of posted)
      for (const text of shown)
        expect(
          TELLING.filter((telling) => text.includes(telling)),
          kind,
        ).toEqual([])
    expect(posted.get('standup-summary')!.join()).toContain('Closed: 2 of 3 answered')
    expect(posted.get('win')!.join()).toContain('The team closed a deal')
  })

  test('the same week with names does show them, so the test sees what it looks for', async () => {
    const all = [...(await postedIn('all')).values()].flat().join()
    expect(TELLING.filter((telling) => telling.startsWith('U-') || all.includes(telling))).toEqual(TELLING)
  })

  test('no other kind of message goes to a channel', async () => {
    const addressing: string[] = []
    for await (const file of glob('src/**/*.ts'))
      if (/audience.*to: 'channel'|^\s*to: 'channel', channelId/m.test(readFileSync(file, 'utf8')))
        addressing.push(file)
    expect(addressing.sort()).toEqual([
      'src/boards/domain/board-draft.ts',
      // Counts alone, too: see the test of what reports say.
      'src/checkins/reports/domain/report-messages.ts',
      'src/checkins/standup/domain/standup-messages.ts',
      // Who changed what for everyone: no member's numbers.
      'src/org/audit/flows/announce-changes.ts',
      'src/org/flows/team-messages.ts',
      // Sums of the team alone: see the test of what an agenda shows in the channel.
      'src/reviews/domain/agenda.ts',
      'src/wins/domain/message-facts.ts',
    ])
  })
})

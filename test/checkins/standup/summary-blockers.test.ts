// Blockers are taken on and solved where they stand: in the summary, by whoever may, and all that shows them follows.
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'
import { blockers } from '../../../src/checkins/standup/db/standups.sql.ts'
import type {
  StandupSummaryFacts,
  SummaryBlocker,
} from '../../../src/checkins/standup/domain/message-facts.ts'
import { openStandup } from '../../../src/checkins/standup/flows/open-standup.ts'
import { STANDUP } from '../../../src/checkins/standup/slack/ids.ts'
import { renderStandupSummary } from '../../../src/checkins/standup/slack/standup-summary.ts'
import { messages } from '../../../src/outbox/db/messages.sql.ts'
import { testPerson } from '../../support/context.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { at } from './at.ts'
import { blocker, ids, summary } from './standup-cases.ts'
import { day, standupTeam } from './team.ts'

const en = BOT.translator('en')
type Element = { action_id: string; value?: string; options?: { value: string }[]; text?: { text: string } }
/** The buttons and menus of the summary, and the lines that are sections of their own. */
function controlsOf(facts: StandupSummaryFacts) {
  const { blocks } = renderStandupSummary(facts, en)
  const elements = blocks.flatMap((block): Element[] => {
    const { elements, accessory } = block as { elements?: Element[]; accessory?: Element }
    return accessory ? [accessory] : block.type === 'actions' ? (elements ?? []) : []
  })
  return { blocks, elements, labels: elements.map(({ text }) => text?.text) }
}
const many = (count: number, more: Partial<SummaryBlocker> = {}) =>
  ids(count, 'c').map((blockerId, index) => blocker({ blockerId, text: `Stuck ${index}`, ...more }))

describe('in the message', () => {
  test('an open one has both buttons, one that is helped with has Solved, one that is solved has none', () => {
    const labels = (state: SummaryBlocker['state']) =>
      controlsOf(summary({ blockers: [blocker({ state, helperUserId: 'UEVA' })] })).labels
    expect(labels('open')).toEqual(['I’ll help', 'Solved'])
    expect(labels('helped')).toEqual(['Solved'])
    expect(labels('closed')).toEqual([])
  })

  test('says who helps, and what is solved, and counts what is open', () => {
    const text = (more: Partial<SummaryBlocker>) =>
      renderStandupSummary(summary({ blockers: [blocker(more), blocker({ state: 'closed' })] }), en).text
    expect(text({ state: 'helped', helperUserId: 'UEVA' })).toContain('*1 blocker*')
    expect(text({ state: 'helped', helperUserId: 'UEVA' })).toContain('No budget · <@UEVA> is helping')
    expect(text({ state: 'closed' })).toContain('*All blockers are solved*')
    expect(text({ state: 'closed' })).toContain('*Ben:* No budget · solved')
  })

  test('up to five have buttons below them; of more each has a menu beside it', () => {
    const five = controlsOf(summary({ blockers: many(5) }))
    expect(five.elements.filter(({ action_id }) => action_id === STANDUP.help)).toHaveLength(5)
    const six = controlsOf(summary({ blockers: many(6) }))
    expect(six.elements.map(({ action_id }) => action_id)).toEqual(Array(6).fill(STANDUP.blockerMenu))
    expect(six.elements[0]!.options!.map(({ value }) => value)).toEqual([
      `help ${ids(1, 'c')[0]}`,
      `solved ${ids(1, 'c')[0]}`,
    ])
  })

  test('with forty people and as many blockers everyone still has a line, within the blocks of a message', () => {
    const answers = Array.from({ length: 40 }, (_, index) => ({
      ...summary().answers[0]!,
      ...{ name: `Person ${index}`, userId: `U${index}` },
    }))
    const { blocks, elements } = controlsOf(summary({ answers, blockers: many(40), expected: 40 }))
    expect(blocks.length).toBeLessThanOrEqual(50)
    expect(elements).toHaveLength(20)
    const shown = JSON.stringify(blocks)
    for (const name of ['Person 0*', 'Person 39*', 'Stuck 0', 'Stuck 19', 'Stuck 20', 'Stuck 39'])
      expect(shown).toContain(name)
  })

  test('where the channel shows no names there is nothing to press', () => {
    expect(controlsOf(summary({ names: 'none', blockers: many(3) })).elements).toEqual([])
  })
})

describe('pressed', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())

  const TUESDAY = '2026-03-03'
  const WEDNESDAY = '2026-03-04'
  const ZONE = 'Europe/Berlin'
  /** Ben is stuck, and has asked Eva where `helper` says so. Kim is a colleague. */
  async function stuck(helper: string | null = null) {
    const zones = { ben: ZONE, eva: ZONE, kim: ZONE }
    const team = await standupTeam(database.db, { zones, now: `${TUESDAY}T08:30:00Z` })
    await team.submit(team.person('ben'), TUESDAY, { newBlockers: ['No budget'], helperUserId: helper })
    const of = eq(blockers.workspaceId, team.workspaceId)
    const stored = async () => (await database.db.select().from(blockers).where(of))[0]!
    const { blockerId } = await stored()
    await team.markDelivered()
    const press = async (name: string, control: 'help' | 'solved') => {
      const person = name === 'boss' ? testPerson(team.workspaceId, 'U-boss', { name }) : team.person(name)
      const they = at(team.context, person)
      await they.click(STANDUP[control], blockerId, team.channelId)
      return they.seen.said
    }
    /** What is waiting to be sent, by its key without ids. */
    const sent = async () =>
      (await database.db.select().from(messages).where(eq(messages.workspaceId, team.workspaceId)))
        .filter(({ nextAttemptAt }) => nextAttemptAt !== null)
        .map(({ messageKey }) => messageKey)
        .sort()
    const facts = (date = TUESDAY) => team.facts(`summary:${team.teamId}:${date}`)
    return { team, blockerId, stored, press, sent, facts }
  }

  test('a colleague takes it on: the summary says so, and who raised it is told once', async () => {
    const { team, blockerId, press, sent, facts } = await stuck()
    expect(await press('kim', 'help')).toEqual([])
    expect(await facts()).toMatchObject({ blockers: [{ state: 'helped', helperUserId: 'U-kim' }] })
    const receipt = `standup:${team.memberId('ben')}:${TUESDAY}`
    const told = [`help:${blockerId}:U-kim`, `helped:${blockerId}:U-kim`]
    expect(await sent()).toEqual([...told, receipt, `summary:${team.teamId}:${TUESDAY}`])
    expect(await team.facts(receipt)).toMatchObject({
      receipt: { blockers: [{ text: 'No budget', helperUserId: 'U-kim', state: 'helped' }] },
    })
    expect(await team.facts(told[0]!)).toMatchObject({ state: 'helped', fromUserId: 'U-ben' })
    expect(await team.message(told[1]!)).toMatchObject({ toUserId: 'U-ben' })
    await team.markDelivered()
    expect(await press('kim', 'help')).toEqual([])
    expect(await sent()).toEqual([])
  })

  test('another who is too late, or no colleague, is told so in a sentence, and nothing changes', async () => {
    const { team, blockerId, stored, press } = await stuck()
    await press('kim', 'help')
    expect(await press('eva', 'help')).toEqual(['<@U-kim> is helping with this already.'])
    expect(await press('eva', 'solved')).toEqual([
      'Only the person who raised it, whoever helps, and the manager can mark it as solved.',
    ])
    expect(await press('ben', 'help')).toEqual([
      'This is your own blocker. Press Solved once it is out of the way.',
    ])
    const stranger = at(team.context, testPerson(team.workspaceId, 'U-else'))
    await stranger.click(STANDUP.help, blockerId, team.channelId)
    await stranger.click(STANDUP.blockerMenu, `solved ${blockerId}`, team.channelId)
    for (const forged of ['', 'help', `drop ${blockerId}`, 'help 1'])
      await stranger.click(STANDUP.blockerMenu, forged, team.channelId)
    expect(stranger.seen.said).toHaveLength(6)
    expect(stranger.seen.said[0]).toBe('Only this team, its managers and whoever was asked can take this on.')
    expect(await stored()).toMatchObject({ state: 'helped', helperUserId: 'U-kim' })
  })

  test('a colleague who is quicker than the one who was asked: that one is told who helps', async () => {
    const { team, blockerId, press } = await stuck('U-eva')
    await press('kim', 'help')
    const asked = `help:${blockerId}:U-eva`
    expect(await team.facts(asked)).toMatchObject({ state: 'closed', byOther: 'U-kim' })
  })

  test.each(['ben', 'kim', 'boss'])(
    '%s says that it is solved: it stays in the summary as solved, without controls',
    async (name) => {
      const { team, blockerId, press, sent, facts } = await stuck()
      await press('kim', 'help')
      await team.markDelivered()
      expect(await press(name, 'solved')).toEqual([])
      const shown = (await facts()) as unknown as StandupSummaryFacts
      expect(shown.blockers).toMatchObject([{ state: 'closed' }])
      expect(controlsOf(shown).elements).toEqual([])
      const told = await sent()
      expect(told).toContain(`summary:${team.teamId}:${TUESDAY}`)
      expect(told).toContain(`help:${blockerId}:U-kim`)
      const toBen = told.filter((key) => key.startsWith('helped:'))
      expect(toBen).toEqual(name === 'ben' ? [] : [`helped:${blockerId}:U-${name}`])
      expect(await press('eva', 'help')).toEqual(['This is settled. Thank you.'])
    },
  )

  test('solved on a later day, the summaries of all days that show it follow; the next day does not show it', async () => {
    const { team, press, sent, facts } = await stuck()
    team.context.moveTo(`${WEDNESDAY}T08:30:00Z`)
    await team.submit(team.person('kim'), WEDNESDAY, {})
    await team.markDelivered()
    expect(await facts(WEDNESDAY)).toMatchObject({ blockers: [{ state: 'open', ageDays: 1 }] })
    await press('ben', 'solved')
    expect(await sent()).toEqual([`summary:${team.teamId}:${TUESDAY}`, `summary:${team.teamId}:${WEDNESDAY}`])
    for (const date of [TUESDAY, WEDNESDAY])
      expect(await facts(date)).toMatchObject({ blockers: [{ state: 'closed' }] })
    team.context.moveTo('2026-03-05T08:30:00Z')
    await team.submit(team.person('kim'), '2026-03-05', {})
    expect(await facts('2026-03-05')).toMatchObject({ blockers: [] })
  })

  test('ticked in the form of a later day, the earlier summary loses its buttons too', async () => {
    const { team, blockerId, sent, facts } = await stuck()
    team.context.moveTo(`${WEDNESDAY}T08:30:00Z`)
    await team.submit(team.person('ben'), WEDNESDAY, { closedBlockerIds: [blockerId] }, { viewId: 'V2' })
    expect(await sent()).toContain(`summary:${team.teamId}:${TUESDAY}`)
    expect(await facts(TUESDAY)).toMatchObject({ blockers: [{ state: 'closed' }] })
  })

  test('an edit of the standup keeps who took it on, with a form opened before as well', async () => {
    const { team, stored, press } = await stuck()
    await press('kim', 'help')
    await team.submit(team.person('ben'), TUESDAY, { newBlockers: ['No budget'] }, { viewId: 'V2' })
    expect(await stored()).toMatchObject({ state: 'helped', helperUserId: 'U-kim' })
    const two = { newBlockers: ['No budget', 'CRM is down'] }
    await team.submit(team.person('ben'), TUESDAY, two, { viewId: 'V3' })
    const opened = await openStandup(team.context, team.person('ben'), {
      teamId: team.teamId,
      date: day(TUESDAY),
    })
    if (!opened.ok) throw new Error(opened.reason)
    // Kim helps with one of the two, and was not asked for the other.
    expect(opened.form).toMatchObject({ ...two, helperUserId: null })
    await team.submit(team.person('ben'), TUESDAY, { ...two, helperUserId: 'U-eva' }, { viewId: 'V4' })
    expect(await stored()).toMatchObject({ state: 'helped', helperUserId: 'U-kim' })
  })
})

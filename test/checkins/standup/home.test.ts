// A rep's Home tab on real Postgres: the plan to tick off during the day, blockers, streak, and what the ticks do in the next standup.
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkView } from '../../../sandbox/checker/view.ts'
import { BOT } from '../../../src/app/features.ts'
import { loadHomeTeams } from '../../../src/checkins/standup/flows/home.ts'
import { STANDUP } from '../../../src/checkins/standup/slack/ids.ts'
import { dueItems } from '../../../src/schedule/db/due.sql.ts'
import { drawHome } from '../../../src/slack/home.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { at } from './at.ts'
import { standupTeam } from './team.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

const newTeam = () =>
  standupTeam(database.db, {
    ...{ zones: { ben: 'Europe/Berlin', eva: 'Europe/Berlin' }, now: '2026-03-03T08:30:00Z' },
  })
type Team = Awaited<ReturnType<typeof newTeam>>
type Boxes = { action_id: string; options: { value: string }[]; initial_options?: { value: string }[] }

async function homeOf(team: Team, name = 'ben') {
  const who = team.person(name)
  const view = await drawHome(BOT.home, who, BOT.translator('en'), team.context)
  expect(checkView(view)).toEqual([])
  const boxes = view.blocks.flatMap((block) =>
    'accessory' in block && block.accessory?.type === 'checkboxes'
      ? [block.accessory as unknown as Boxes]
      : [],
  )
  return { words: JSON.stringify(view.blocks), boxes }
}

async function press(team: Team, boxes: Boxes, values: readonly string[], name = 'ben') {
  const person = at(team.context, team.person(name))
  const [actionId, suffix = ''] = boxes.action_id.split('#')
  await person.click(actionId!, values.join(','), null, suffix)
  return person.seen
}

const ticked = async (team: Team) => {
  const [home] = await loadHomeTeams(database.db, team.person('ben'), team.context.clock.now())
  return home!.lines.filter((line) => line.ticked).map(({ text }) => text)
}

describe('the plan', () => {
  test('is ticked off and taken back, as often as one likes, and stays', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), '2026-03-03', {
      plan: ['Call Acme', 'Offer to Bolt', 'Visit Delta'],
    })
    const { boxes } = await homeOf(team)
    const ids = boxes[0]!.options.map(({ value }) => value)
    await press(team, boxes[0]!, [ids[0]!, ids[2]!])
    await press(team, boxes[0]!, [ids[0]!, ids[2]!])
    expect(await ticked(team)).toEqual(['Call Acme', 'Visit Delta'])
    expect((await homeOf(team)).boxes[0]!.initial_options).toHaveLength(2)
    await press(team, boxes[0]!, [ids[2]!])
    expect(await ticked(team)).toEqual(['Visit Delta'])
    await press(team, boxes[0]!, [])
    expect(await ticked(team)).toEqual([])
  })

  test('what is ticked is ticked in the next form, and an edit of today’s standup keeps it', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), '2026-03-03', { plan: ['Call Acme', 'Offer to Bolt'] })
    const { boxes } = await homeOf(team)
    await press(team, boxes[0]!, [boxes[0]!.options[0]!.value])
    await team.submit(
      team.person('ben'),
      '2026-03-03',
      { plan: ['Call Acme', 'Visit Delta'] },
      { digest: 'edit' },
    )
    expect(await ticked(team)).toEqual(['Call Acme'])
    team.context.moveTo('2026-03-04T08:30:00Z')
    const ben = at(team.context, team.person('ben'))
    await ben.click(STANDUP.open, JSON.stringify({ team: team.teamId, date: '2026-03-04' }))
    const form = JSON.stringify(ben.seen.views)
    expect(form.match(/"initial_options":\[[^\]]*Call Acme/)).not.toBeNull()
    expect(form.match(/"initial_options":\[[^\]]*Visit Delta/)).toBeNull()
  })

  test('boxes of a plan that is another by now change nothing, and Home is drawn anew', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), '2026-03-03', { plan: ['Call Acme', 'Offer to Bolt'] })
    const { boxes } = await homeOf(team)
    await team.submit(team.person('ben'), '2026-03-03', { plan: ['Visit Delta'] }, { digest: 'edit' })
    const seen = await press(team, boxes[0]!, [boxes[0]!.options[0]!.value])
    expect(await ticked(team)).toEqual([])
    expect(JSON.stringify(seen.homes)).toContain('Visit Delta')
  })

  test('nobody ticks a colleague’s lines, or with a forged id', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), '2026-03-03', { plan: ['Call Acme'] })
    const { boxes } = await homeOf(team)
    await press(team, boxes[0]!, [boxes[0]!.options[0]!.value], 'eva')
    for (const suffix of ['', 'x', `${crypto.randomUUID()} 1.a.b`, `${team.teamId} 0..`])
      await press(team, { ...boxes[0]!, action_id: `${STANDUP.tick}#${suffix}` }, ["'); --"])
    expect(await ticked(team)).toEqual([])
  })

  test('twenty lines are two groups; a press in one leaves the other as it is', async () => {
    const team = await newTeam()
    const lines = (from: number) => Array.from({ length: 10 }, (_, index) => `Line ${from + index}`)
    await team.submit(team.person('ben'), '2026-03-03', { plan: lines(0) })
    team.context.moveTo('2026-03-04T08:30:00Z')
    await team.submit(team.person('ben'), '2026-03-04', { plan: lines(10) }, { digest: 'next' })
    const { boxes } = await homeOf(team)
    expect(boxes).toHaveLength(2)
    await press(team, boxes[0]!, [boxes[0]!.options[3]!.value])
    await press(team, boxes[1]!, [boxes[1]!.options[9]!.value])
    expect(await ticked(team)).toEqual(['Line 3', 'Line 19'])
  })

  test('a tick after the prompt went out is shown by the prompt', async () => {
    const team = await newTeam()
    await team.submit(team.person('ben'), '2026-03-03', { plan: ['Call Acme'] })
    await team.replan('2026-03-04')
    await team.tickAt('2026-03-03T20:00:00Z')
    await team.tickAt('2026-03-04T08:00:00Z')
    await team.markDelivered()
    const { boxes } = await homeOf(team)
    await press(team, boxes[0]!, [boxes[0]!.options[0]!.value])
    const waiting = await database.db.execute(
      sql`select message_key from messages where workspace_id = ${team.workspaceId} and next_attempt_at is not null`,
    )
    expect([...waiting]).toEqual([{ message_key: `standup:${team.memberId('ben')}:2026-03-04` }])
  })
})

test('blockers stand there until they are solved, with who helps, and the streak', async () => {
  const team = await newTeam()
  team.context.moveTo('2026-03-02T08:30:00Z')
  await team.submit(team.person('ben'), '2026-03-02', { plan: ['Call Acme'] })
  team.context.moveTo('2026-03-03T08:30:00Z')
  await team.submit(
    team.person('ben'),
    '2026-03-03',
    { newBlockers: ['No budget'], plan: ['Call Acme'] },
    { digest: '2' },
  )
  const { words } = await homeOf(team)
  expect(words).toContain('No budget')
  expect(words).toContain('2 working days in a row')
  const [home] = await loadHomeTeams(database.db, team.person('ben'), team.context.clock.now())
  const ben = at(team.context, team.person('ben'))
  await ben.click(STANDUP.solved, home!.blockers[0]!.blockerId, null)
  expect(JSON.stringify(ben.seen.homes)).not.toContain('No budget')
})

test('on the next morning the streak still stands, and after a missed day it does not', async () => {
  const team = await newTeam()
  const streak = async () =>
    (await loadHomeTeams(database.db, team.person('ben'), team.context.clock.now()))[0]!.streakDays
  await team.submit(team.person('ben'), '2026-03-03', { plan: ['Call Acme'] })
  expect(await streak()).toBe(1)
  team.context.moveTo('2026-03-04T08:30:00Z')
  expect(await streak()).toBe(1)
  team.context.moveTo('2026-03-05T08:30:00Z')
  expect(await streak()).toBe(0)
})

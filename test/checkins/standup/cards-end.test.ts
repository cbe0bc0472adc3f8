// When the buttons of cards end: "Edit" after the close, a late answer at midnight of the member's own day.
import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BOT } from '../../../src/app/features.ts'
import { CARDS_A_MINUTE } from '../../../src/checkins/domain/card-end.ts'
import type { StandupCardFacts } from '../../../src/checkins/standup/domain/message-facts.ts'
import { STANDUP_KIND } from '../../../src/checkins/standup/domain/standup-kind.ts'
import { renderStandupCard } from '../../../src/checkins/standup/slack/standup-card.ts'
import { messages } from '../../../src/outbox/db/messages.sql.ts'
import { dueItems } from '../../../src/schedule/db/due.sql.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { standupTeam } from './team.ts'

const en = BOT.translator('en')
const BERLIN = 'Europe/Berlin'

let on: TestDatabase
beforeAll(async () => {
  on = await freshDatabase()
})
afterAll(() => on.close())

type Team = Awaited<ReturnType<typeof standupTeam>>

const keyOf = (team: Team, name: string) => `standup:${team.memberId(name)}:2026-03-03`
const cardOf = async (team: Team, name: string) =>
  renderStandupCard((await team.facts(keyOf(team, name))) as unknown as StandupCardFacts, en)
const buttonsOn = async (team: Team, name: string) =>
  (await cardOf(team, name)).blocks.filter(({ type }) => type === 'actions').length
/** Those whose card waits to be edited. */
async function waiting(team: Team): Promise<string[]> {
  const rows = await on.db
    .select()
    .from(messages)
    .where(and(eq(messages.workspaceId, team.workspaceId), eq(messages.kind, 'standup-card')))
  return rows
    .filter(({ version, deliveredVersion }) => version > deliveredVersion)
    .map(({ toUserId }) => toUserId!)
    .sort()
}
const planned = (team: Team) =>
  on.db
    .select()
    .from(dueItems)
    .where(
      and(
        eq(dueItems.workspaceId, team.workspaceId),
        inArray(dueItems.kind, [STANDUP_KIND.dueKinds['edit-over'], STANDUP_KIND.dueKinds['late-over']]),
      ),
    )

async function morning(zones: Record<string, string>): Promise<Team> {
  const team = await standupTeam(on.db, { zones, now: '2026-03-02T00:00:00Z' })
  await team.replan('2026-03-03')
  await team.tickAt('2026-03-02T20:00:00Z')
  await team.tickAt('2026-03-03T08:00:00Z')
  return team
}
const answer = (team: Team, name: string) =>
  team.submit(team.person(name), '2026-03-03', { numbers: { calls: 30 }, plan: ['Call Acme'] })

describe('the day after', () => {
  test('"Edit" goes a minute after the close, the late answer at midnight, and nothing is edited before', async () => {
    const team = await morning({ ana: BERLIN, ben: BERLIN })
    await answer(team, 'ana')
    expect([await buttonsOn(team, 'ana'), await buttonsOn(team, 'ben')]).toEqual([1, 1])
    await team.tickAt('2026-03-03T10:00:00Z')
    await team.markDelivered()
    await team.tickAt('2026-03-03T10:01:00Z')
    expect(await waiting(team)).toEqual(['U-ana'])
    expect(await buttonsOn(team, 'ana')).toBe(0)
    await team.markDelivered()
    await team.tickAt('2026-03-03T22:59:00Z')
    expect(await waiting(team)).toEqual([])
    expect(await buttonsOn(team, 'ben')).toBe(1)
    await team.tickAt('2026-03-03T23:00:00Z')
    expect(await waiting(team)).toEqual(['U-ben'])
    expect(await buttonsOn(team, 'ben')).toBe(0)
    expect((await cardOf(team, 'ben')).text).toContain('is over, without your answer')
  })

  test('whoever answered late has no button left, and is not edited at midnight', async () => {
    const team = await morning({ ana: BERLIN })
    await team.tickAt('2026-03-03T10:00:00Z')
    await answer(team, 'ana')
    expect(await buttonsOn(team, 'ana')).toBe(0)
    await team.markDelivered()
    await team.tickAt('2026-03-03T23:00:00Z')
    expect(await waiting(team)).toEqual([])
  })

  test('each at their own close and midnight', async () => {
    const team = await morning({ ana: BERLIN, joe: 'America/New_York' })
    await team.tickAt('2026-03-03T14:00:00Z')
    await answer(team, 'joe')
    const seen: [string, string[]][] = []
    await team.tickAt('2026-03-03T16:00:00Z')
    for (const at of ['2026-03-03T16:01:00Z', '2026-03-03T23:00:00Z', '2026-03-04T05:00:00Z']) {
      await team.markDelivered()
      await team.tickAt(at)
      seen.push([at.slice(8, 16), await waiting(team)])
    }
    expect(seen).toEqual([
      ['03T16:01', ['U-joe']],
      ['03T23:00', ['U-ana']],
      ['04T05:00', []],
    ])
  })

  test('nothing is planned for a member who was not asked', async () => {
    const team = await standupTeam(on.db, { zones: { ana: BERLIN }, now: '2026-03-02T00:00:00Z' })
    await team.leave('U-ana', '2026-03-03')
    await team.replan('2026-03-03')
    await team.tickAt('2026-03-02T20:00:00Z')
    await team.tickAt('2026-03-03T10:30:00Z')
    expect(await planned(team)).toEqual([])
  })
})

test('in a large team a few cards in each minute, each of them once', async () => {
  const names = Array.from({ length: 2 * CARDS_A_MINUTE + 3 }, (_, index) => `p${index}`)
  const team = await morning(Object.fromEntries(names.map((name) => [name, BERLIN])))
  for (const name of names) await answer(team, name)
  await team.tickAt('2026-03-03T10:00:00Z')
  const edited: string[] = []
  for (const minute of [1, 2, 3, 4]) {
    await team.markDelivered()
    await team.tickAt(`2026-03-03T10:0${minute}:00Z`)
    const now = await waiting(team)
    expect(now.length).toBeLessThanOrEqual(CARDS_A_MINUTE)
    edited.push(...now)
  }
  expect(edited.sort()).toEqual(names.map((name) => `U-${name}`).sort())
  expect((await planned(team)).every(({ state }) => state === 'done')).toBe(true)
})

// Warnings on Home: the manager's wait in what is to be done first, a rep has their own; both are answered there.
import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Person } from '../../src/core/person.ts'
import { workspaces } from '../../src/org/db/people.sql.ts'
import { teams } from '../../src/org/db/teams.sql.ts'
import { saveWorkspaceSettings } from '../../src/org/db/workspace-settings.ts'
import { dueItems } from '../../src/schedule/db/due.sql.ts'
import { drawHome, homeView } from '../../src/slack/home.ts'
import type { ActionRequest } from '../../src/slack/requests.ts'
import { warningEpisodes } from '../../src/warnings/db/warnings.sql.ts'
import type { WarningView } from '../../src/warnings/domain/warning-view.ts'
import { answerWarning } from '../../src/warnings/flows/answer-warning.ts'
import { warningsReached } from '../../src/warnings/flows/list-warnings.ts'
import { loadWarning } from '../../src/warnings/flows/load-warning.ts'
import { ownBlocks } from '../../src/warnings/slack/home-section.ts'
import { WARNINGS } from '../../src/warnings/slack/ids.ts'
import { day } from '../checkins/standup/team.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { CALLS } from '../targets/samples.ts'
import { bothBehind } from './both-behind.ts'
import { sampleWarning } from './sample-warning.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(() => database.db.delete(dueItems))
afterAll(() => database.close())

async function homes() {
  const both = await bothBehind(database.db)
  const home = async (who: Person) => {
    const view = await drawHome(BOT.home, who, BOT.translator('en'), both.team.context)
    expect(checkView({ ...view })).toEqual([])
    return JSON.stringify(view)
  }
  return { ...both, home }
}

test('the manager has both in the queue, the urgent one first, and nobody a second time as behind', async () => {
  const { boss, home } = await homes()
  const shown = await home(boss)
  expect(shown.indexOf('Urgent: ben')).toBeGreaterThan(0)
  expect(shown.indexOf('Urgent: ben')).toBeLessThan(shown.indexOf('Warning: eva'))
  expect(shown.split(WARNINGS.takeOn)).toHaveLength(3)
  expect(shown).not.toContain('of pace')
  expect(shown).not.toContain('Nothing waits for you here')
})

test('what somebody is on waits for nobody', async () => {
  const { team, boss, home } = await homes()
  const [first] = await team.open()
  const answer = { kind: 'acknowledge', action: 'Two more calls', until: day('2026-03-10') } as const
  expect(await answerWarning(team.context, boss, first!.episodeId, answer)).toEqual({ ok: true })
  const shown = await home(boss)
  expect(shown.split(WARNINGS.takeOn)).toHaveLength(2)
  expect(shown).not.toContain(first!.episodeId)
})

test('a rep has their own, also when somebody is on it, and nobody else’s', async () => {
  const { team, boss, ben, eva, home } = await homes()
  expect(await home(ben)).toContain('Your open warnings')
  expect(await home(ben)).toContain('Urgent: calls')
  expect(await home(eva)).toContain('Warning: calls')
  expect(await home(eva)).not.toContain('Urgent')
  expect(await home(boss)).not.toContain('Your open warnings')
  const answer = { kind: 'acknowledge', action: 'Two more calls', until: day('2026-03-10') } as const
  for (const { episodeId } of await team.open())
    expect(await answerWarning(team.context, boss, episodeId, answer)).toEqual({ ok: true })
  expect(await home(ben)).toContain('is on it until Tue, Mar 10: Two more calls')
})

test('what has come up to the director, or to the one of last resort, waits on their Home until somebody is on it', async () => {
  const { team, boss, director, home } = await homes()
  const deputy = team.leads[1]!
  expect(await home(director)).not.toContain('Urgent: ben')
  await team.tickAt('2026-03-06T10:00:00Z')
  const [red] = (await team.open()).filter(({ episode }) => episode.level === 'red')
  const shown = await home(director)
  expect(shown).toContain('One warning has come up to you')
  expect(shown).toContain(`${WARNINGS.takeOn}#${red!.episodeId}`)
  expect(shown).not.toContain('Warning: eva')
  expect(await home(boss)).not.toContain('come up to you')
  // As the last step would have it.
  const told = [...red!.episode.told, deputy.userId]
  await database.db.update(warningEpisodes).set({ told }).where(eq(warningEpisodes.episodeId, red!.episodeId))
  expect(await home(deputy)).not.toContain('Urgent: ben')
  const { workspaceId } = team
  const workspace = { workspaceId, name: 'Acme', botUserId: 'UBOT', firstSeenAt: team.context.clock.now() }
  await database.db.insert(workspaces).values(workspace).onConflictDoNothing()
  await saveWorkspaceSettings(database.db, workspaceId, { lastResortUserId: deputy.userId })
  expect(await home(deputy)).toContain(`${WARNINGS.takeOn}#${red!.episodeId}`)
  const answer = { kind: 'acknowledge', action: 'Two more calls', until: day('2026-03-10') } as const
  expect(await answerWarning(team.context, boss, red!.episodeId, answer)).toEqual({ ok: true })
  for (const who of [director, deputy]) expect(await home(who)).not.toContain('Urgent: ben')
})

test('what has come up to somebody who directs is no early sign, and of no team that they run themselves', async () => {
  const { team, director } = await homes()
  await team.tickAt('2026-03-06T10:00:00Z')
  const reached = async () => warningsReached(database.db, director, team.context.clock.now())
  const [red] = await reached()
  const of = eq(warningEpisodes.episodeId, red!.warning.episodeId)
  await database.db.update(warningEpisodes).set({ level: 'blue' }).where(of)
  expect(await reached()).toEqual([])
  await database.db.update(warningEpisodes).set({ level: 'red' }).where(of)
  expect(await reached()).toHaveLength(1)
  const { workspaceId, teamId } = team
  await database.db
    .update(teams)
    .set({ managerUserId: director.userId })
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.teamId, teamId)))
  expect(await reached()).toEqual([])
})

test('it has reached whoever leads from above, not whoever stands in for the manager and was told after them', async () => {
  const { team, boss, director } = await homes()
  await team.tickAt('2026-03-06T10:00:00Z')
  const red = (await team.open()).find(({ episode }) => episode.level === 'red')!
  const told = [...red.episode.told, team.leads[1]!.userId]
  const of = eq(warningEpisodes.episodeId, red.episodeId)
  await database.db.update(warningEpisodes).set({ told }).where(of)
  const wanted = { workspaceId: team.workspaceId, episodeId: red.episodeId, readerId: boss.userId }
  const view = await loadWarning(database.db, wanted, team.context.clock.now())
  expect(view?.reached).toBe(director.userId)
})

test('answered from Home, Home is drawn anew; from a message it is not', async () => {
  const { team, boss } = await homes()
  const [first, second] = await team.open()
  const submitted = async (episodeId: string, channelId: string | null) => {
    let metadata = ''
    const t = BOT.translator('en')
    await BOT.handlers.actions[WARNINGS.noRisk]!(
      {
        ...{ who: boss, now: team.context.clock.now(), t, value: episodeId, channelId },
        open: async (view: { private_metadata?: string }) => {
          metadata = view.private_metadata ?? ''
        },
      } as unknown as ActionRequest,
      team.context,
    )
    const state = { note: { field: { type: 'plain_text_input', value: 'Signed' } } }
    const of = { who: boss, now: team.context.clock.now(), t, triggerId: '', viewId: 'V1' }
    return BOT.handlers.submits[WARNINGS.noRiskForm]!(
      { ...of, open: async () => {}, metadata, state },
      team.context,
    )
  }
  expect(await submitted(first!.episodeId, null)).toEqual({ kind: 'close', redrawHome: true })
  expect(await submitted(second!.episodeId, 'D1')).toEqual({ kind: 'close', redrawHome: false })
})

describe.each(LOCALES)('%s', (locale) => {
  test('a rep’s part stays within Slack’s limits', () => {
    const own: WarningView[] = Array.from({ length: 30 }, () => ({
      warning: sampleWarning({
        workspaceId: 'T1',
        teamId: crypto.randomUUID(),
        memberId: crypto.randomUUID(),
      }),
      team: { teamName: '<!channel> '.repeat(30), channelId: 'C1', managerUserId: 'U-boss' },
      zone: 'Europe/Berlin',
      ...{ metric: CALLS, repUserId: 'U-ben', name: '长'.repeat(200), own: true, target: null },
      can: { takeOn: true, close: true },
    }))
    const t = BOT.translator(locale)
    const view = homeView(ownBlocks(own, 'Asia/Taipei', t), t)
    expect(checkView({ ...view })).toEqual([])
    expect(JSON.stringify(view)).toContain('27')
    expect(ownBlocks([], 'Asia/Taipei', t)).toEqual([])
  })
})

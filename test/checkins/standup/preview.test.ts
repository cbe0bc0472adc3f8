// What a manager sees of tomorrow's prompt after the set-up: as a rep will get it, with nobody's data, in every language.
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { checkView } from '../../../sandbox/checker/view.ts'
import { BOT } from '../../../src/app/features.ts'
import { previewStandup } from '../../../src/checkins/standup/flows/preview-standup.ts'
import { previewView } from '../../../src/checkins/standup/slack/preview.ts'
import { LOCALES } from '../../../src/core/i18n/locale.ts'
import { saveSettings } from '../../../src/org/db/settings.ts'
import { members } from '../../../src/org/db/teams.sql.ts'
import { messages } from '../../../src/outbox/db/messages.sql.ts'
import { testPerson } from '../../support/context.ts'
import { usesDatabase } from '../../support/database.ts'
import { day, standupTeam } from './team.ts'

const database = usesDatabase()
let team: Awaited<ReturnType<typeof standupTeam>>
beforeAll(async () => {
  // A Friday.
  team = await standupTeam(database.db, { zones: { ben: 'Europe/Berlin' }, now: '2026-03-06T09:00:00Z' })
})

const boss = () => testPerson(team.workspaceId, 'U-boss')
const preview = (who = boss()) => previewStandup(team.context, who, team.teamId)

test('is of the next working day, asks what the role is asked, and sends nothing', async () => {
  const seen = await preview()
  expect(seen).toMatchObject({
    prompt: { date: day('2026-03-09'), phase: 'prompt', known: null },
    form: { date: day('2026-03-09'), numbersDate: day('2026-03-06') },
  })
  expect(seen!.form.numbers.map(({ metric }) => metric.key)).toEqual(['calls', 'visits'])
  expect(await database.db.select().from(messages)).toEqual([])
})

test('greets as on a first day only where nobody has taken part yet', async () => {
  expect((await preview())!.prompt.firstTime).toBeNull()
  const fresh = await standupTeam(database.db, {
    ...{ zones: { cleo: 'Europe/Berlin' }, now: '2026-03-06T09:00:00Z' },
  })
  await database.db
    .update(members)
    .set({ joinedOn: day('2026-03-09') })
    .where(eq(members.teamId, fresh.teamId))
  const seen = await previewStandup(fresh.context, testPerson(fresh.workspaceId, 'U-boss'), fresh.teamId)
  expect(seen!.prompt.firstTime).toMatchObject({ managerUserId: 'U-boss' })
})

test('shows nothing that a rep wrote or entered', async () => {
  await team.submit(team.person('ben'), '2026-03-06', { plan: ['Call Acme'], numbers: { calls: 77 } })
  expect(JSON.stringify(await preview())).not.toMatch(/Acme|\b77\b/)
})

test('follows settings that apply from then on', async () => {
  await saveSettings(database.db, team, {
    ...{ effectiveFrom: day('2026-03-09'), setBy: 'U-boss', setAt: team.context.clock.now() },
    settings: {
      ...team.settings,
      promptTime: '08:00',
      questions: { standup: [{ key: 'blockers', on: false }] },
    },
  })
  const seen = await preview()
  expect(seen!.promptAt.toString()).toBe('2026-03-09T07:00:00Z')
  expect(seen!.form.asks).not.toContain('blockers')
})

test('is for whoever leads the team, and admins', async () => {
  const admin = testPerson(team.workspaceId, 'U-admin', { isAdmin: true })
  expect(await preview(admin)).not.toBeNull()
  for (const who of [team.person('ben'), { ...boss(), isGuest: true }, testPerson('T-ABROAD', 'U-boss')])
    expect(await preview(who)).toBeNull()
})

test.each(LOCALES)('fits into a view, with no button that would do something: %s', async (locale) => {
  const view = previewView((await preview())!, BOT.translator(locale))
  expect(checkView(view)).toEqual([])
  expect(view.blocks.filter(({ type }) => type === 'actions')).toEqual([])
  expect(JSON.stringify(view)).toContain(BOT.translator(locale)('standup.asPlanned'))
})

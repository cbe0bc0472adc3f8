// People whose Slack profile has no time zone, or a name of emoji alone: they are set up, asked and named like everybody else.
import { beforeEach, describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { loadHomeTeams } from '../../src/checkins/standup/flows/home.ts'
import { teamsBlocks } from '../../src/checkins/standup/slack/home-section.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { initialInput, setupView } from '../../src/setup/slack/setup-form.ts'
import { homeView } from '../../src/slack/home.ts'
import { personOf, type SlackUser } from '../../src/slack/person-of.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { waiting } from './due.ts'
import { CHANNEL, manager, openSetup, salesWithoutTeams, setUp, WORKSPACE } from './people.ts'

const database = usesDatabase()
let context: TestContext
beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
})

const of = (user: SlackUser) => personOf(WORKSPACE, { id: 'UODD', name: 'odd', ...user })!

describe('a profile', () => {
  test.each([undefined, null, '', 'Mars/Olympus', 'Etc/Unknown'])('with the time zone %j is in UTC', (tz) => {
    expect(of(tz === undefined ? {} : { tz }).zone).toBe('UTC')
  })

  test.each([
    ['🦊', undefined, '🦊'],
    ['🇩🇪👩‍💻', 'Ana', '🇩🇪👩‍💻'],
    [':fox_face:', undefined, ':fox_face:'],
    ['', '🎉🎉', '🎉🎉'],
    [' \u200b ', null, 'odd'],
  ])('with the display name %j and the real name %j is named %j', (display_name, real_name, name) => {
    expect(of({ profile: { display_name }, real_name }).name).toBe(name)
  })
})

describe('a team of them', () => {
  const fox = of({ id: 'UFOX', profile: { display_name: '🦊' } })
  const boss = of({ id: 'UBOSS', profile: { display_name: '👩‍💻' }, tz: null })
  beforeEach(() => {
    for (const person of [fox, boss]) context.people.set(person.userId, person)
    context.channels.set(CHANNEL, [manager.userId, fox.userId, boss.userId])
  })

  test('is set up from UTC without holidays, in every language', async () => {
    const facts = await openSetup(context, boss)
    expect(facts.settings).toMatchObject({ zone: 'UTC', holidayCountry: null, zoneRule: 'member' })
    for (const locale of LOCALES)
      expect(checkView(setupView(facts, initialInput(facts), true, BOT.translator(locale)))).toEqual([])
  })

  test('is asked at nine UTC, and has a Home tab', async () => {
    const { teamId } = await setUp(context, { holidayCountry: null }, [fox.userId, boss.userId])
    expect(await waiting(context, teamId)).toEqual(['UBOSS 2026-03-02 09:00Z', 'UFOX 2026-03-02 09:00Z'])
    const teams = await loadHomeTeams(context.db, fox, context.clock.now())
    expect(teams).toHaveLength(1)
    const t = BOT.translator('en')
    expect(checkView(homeView(teamsBlocks(teams, fox.userId, t), t))).toEqual([])
  })
})

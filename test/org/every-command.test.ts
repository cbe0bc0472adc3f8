// Every command, shortcut and the Home tab, typed by people who report in no team: each is told why, and what to do instead.

import { beforeAll, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { STANDUP } from '../../src/checkins/standup/slack/ids.ts'
import type { Context } from '../../src/core/context.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import type { MessageKey } from '../../src/core/i18n/translate.ts'
import type { Person } from '../../src/core/person.ts'
import { NUMBERS } from '../../src/numbers/slack/ids.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { loadTeam, setDelegate } from '../../src/org/db/teams.ts'
import { recordLeave } from '../../src/org/flows/record-leave.ts'
import { type Move, perform, tried } from '../security/listeners.ts'
import { buildWorld, HOME, ROLES, type World } from '../security/world.ts'
import { usesDatabase } from '../support/database.ts'

const KINDS = {
  'manager who does not report': ROLES.manager,
  director: ROLES.director,
  'delegate who acts, of another department': ROLES.stranger,
  admin: ROLES.admin,
  guest: ROLES['guest who is nobody'],
  'person in no team': ROLES['member who was removed'],
} as const
type Kind = keyof typeof KINDS
/** A form or a board opens, or a sentence is said: the first words of it, by key. */
type Answer = 'form' | 'board' | MessageKey
const LEADS: readonly Kind[] = [
  'manager who does not report',
  'director',
  'delegate who acts, of another department',
]
const NONE: Record<Kind, MessageKey> = {
  'manager who does not report': 'standing.leads',
  director: 'standing.leads',
  'delegate who acts, of another department': 'standing.leads',
  admin: 'standing.admin',
  guest: 'standing.guest',
  'person in no team': 'standing.nobody',
}
const each = (answerOf: (kind: Kind) => Answer) =>
  Object.fromEntries((Object.keys(KINDS) as Kind[]).map((kind) => [kind, answerOf(kind)])) as Record<
    Kind,
    Answer
  >
const steering: Record<Kind, Answer> = {
  'manager who does not report': 'form',
  // The settings of the director's own team.
  director: 'form',
  'delegate who acts, of another department': 'form',
  admin: 'team.inItsChannel',
  guest: 'team.notManager',
  'person in no team': 'team.noTeam',
}

/** Typed where there is no team, as in a direct message. */
const ANYWHERE: Record<string, Record<Kind, Answer>> = {
  standup: each((kind) => NONE[kind]),
  report: each((kind) => NONE[kind]),
  insight: each((kind) => (LEADS.includes(kind) ? 'insight.newest' : NONE[kind])),
  log: each((kind) => NONE[kind]),
  'log calls 5': each((kind) => NONE[kind]),
  undo: each((kind) => NONE[kind]),
  me: each((kind) => NONE[kind]),
  board: each((kind) => (LEADS.includes(kind) ? 'board' : NONE[kind])),
  'board week': each((kind) => (LEADS.includes(kind) ? 'board' : NONE[kind])),
  leave: {
    ...each(() => 'form'),
    ...{ admin: 'leave.noTeam', guest: 'leave.noTeam', 'person in no team': 'leave.noTeam' },
  },
  setup: each(() => 'setup.notAChannel'),
  members: steering,
  metrics: steering,
  days: steering,
  rep: each(() => 'rep.who'),
  team: {
    ...each((kind) => (LEADS.includes(kind) ? 'board' : 'overview.forManagers')),
    ...{ admin: 'overview.notAdmin', 'person in no team': 'team.noTeam' },
  },
  teams: { ...each(() => 'teams.none'), director: 'board' },
  review: {
    ...each((kind) => (LEADS.includes(kind) ? 'board' : 'overview.forManagers')),
    ...{ admin: 'overview.notAdmin', 'person in no team': 'team.noTeam' },
  },
  target: { ...steering, director: 'team.whichTeam', admin: 'target.notAdmin' },
  'target history': {
    ...each(() => 'target.history'),
    director: 'team.whichTeam',
    ...{ admin: 'target.notAdmin', guest: 'team.notManager', 'person in no team': 'team.noTeam' },
  },
  'target company': each(() => 'cascade.noCompany'),
  correct: each(() => 'correct.who'),
  audit: {
    ...each((kind) => (LEADS.includes(kind) ? 'audit.ofTeams' : 'audit.ofYou')),
    admin: 'audit.ofWorkspace',
  },
  seen: each(() => 'seen.channels'),
  privacy: each(() => 'privacy.title'),
  help: each(() => 'help.title'),
  hello: {
    ...each((kind) => (LEADS.includes(kind) ? 'hello.manager' : 'help.title')),
  },
  'weekly-meeting': each(() => 'help.noReports'),
  'leave-team': each(() => 'leave-team.noTeam'),
  todo: each((kind) => (LEADS.includes(kind) ? 'todo.howToAdd' : NONE[kind])),
  rules: { ...steering, director: 'team.whichTeam' },
  risks: each((kind) => (LEADS.includes(kind) ? 'risks.nobodyYet' : NONE[kind])),
  risk: each((kind) => (LEADS.includes(kind) ? 'form' : NONE[kind])),
  'risks-report': each((kind) => (LEADS.includes(kind) ? 'quality.nothing' : 'warning.notAllowed')),
  workspace: { ...each(() => 'workspace.onlyTheseAdmins'), admin: 'form' },
  rates: { ...each(() => 'rates.askThese'), admin: 'form' },
}
/** Typed in the channel of North. */
const IN_NORTH: Record<string, Record<Kind, Answer>> = {
  ...ANYWHERE,
  board: each((kind) => (LEADS.includes(kind) ? 'board' : 'board.notAllowed')),
  'board week': each((kind) => (LEADS.includes(kind) ? 'board' : 'board.notAllowed')),
  team: each((kind) => (LEADS.includes(kind) ? 'board' : 'overview.onlyManager')),
  review: each((kind) => (LEADS.includes(kind) ? 'board' : 'overview.onlyManager')),
  rules: { ...each(() => 'form'), guest: 'team.onlyManager', 'person in no team': 'team.onlyManager' },
  setup: {
    ...each(() => 'form'),
    ...{ director: 'setup.notAllowed', guest: 'setup.notAllowed', 'person in no team': 'setup.notAllowed' },
  },
}
for (const [command, answer] of [
  ['target', 'form'],
  ['target history', 'target.history'],
] as const)
  IN_NORTH[command] = {
    ...each((kind) => (LEADS.includes(kind) ? answer : 'team.onlyManager')),
  }
for (const command of ['members', 'metrics', 'days'])
  IN_NORTH[command] = {
    ...each(() => 'form'),
    ...{ director: 'team.onlyManager', guest: 'team.onlyManager', 'person in no team': 'team.onlyManager' },
  }

test('every command is in the table', () => {
  const typed = Object.keys(ANYWHERE).map((text) => text.split(' ')[0])
  expect([...new Set(typed)].sort()).toEqual(BOT.handlers.commands.map(({ word }) => word).sort())
})

const database = usesDatabase()
let world: World
beforeAll(async () => {
  world = await buildWorld(database.db)
  const { context, north } = world
  // Mara is on leave today, so Stan acts, and she may still do all that she could.
  await setDelegate(context.db, north, ROLES.stranger)
  const mara = context.people.get(`${HOME} ${ROLES.manager}`)!
  const today = Temporal.PlainDate.from('2026-03-03')
  const leave = await recordLeave(context, mara, mara.userId, { from: today, to: today, part: 'whole' })
  expect(leave).toMatchObject({ ok: true })
})

async function told(kind: Kind, locale: Locale, move: Move) {
  return tried(world.context, async (context) => {
    const person: Person = { ...world.context.people.get(`${HOME} ${KINDS[kind]}`)!, locale }
    await savePeople(context.db, [person], context.clock.now())
    return perform(context, { userId: person.userId, workspaceId: HOME }, move)
  })
}

/** The fixed words of a sentence before its first variable, or those after it. */
function fixedWords(key: MessageKey, locale: Locale): string {
  const text = String(BOT.translator(locale)(key, PLACEHOLDERS as never))
  return text.split('§').sort((one, other) => other.length - one.length)[0]!
}
const PLACEHOLDERS = Object.fromEntries(
  ['manager', 'teams', 'who', 'team', 'channel', 'admins'].map((name) => [name, '§']),
)

async function expectAnswer(kind: Kind, locale: Locale, move: Move, expected: Answer) {
  const heard = await told(kind, locale, move)
  expect(heard.errors).toEqual([])
  const words = JSON.stringify(heard.told)
  expect(words).not.toBe('[]')
  // Nobody is told to ask themselves; the list of changes names whoever made them.
  const asks = expected !== 'form' && expected !== 'board' && !expected.startsWith('audit.')
  if (asks) expect(words).not.toContain(`<@${KINDS[kind]}>`)
  if (expected === 'form') return expect(heard.views.at(-1)?.type, words).toBe('modal')
  if (expected === 'board') return expect(words).toContain('Northside')
  expect(words.replaceAll('\\n', '\n')).toContain(
    fixedWords(expected, locale).replaceAll('"', '\\"').split('\n')[0],
  )
}

describe.each(LOCALES)('%s', (locale) => {
  describe.each(Object.keys(KINDS) as Kind[])('%s', (kind) => {
    const typed = (text: string, channelId: string): Move => ({ kind: 'command', text, channelId })
    test.each(Object.keys(ANYWHERE))('/kpi %s', async (text) => {
      await expectAnswer(kind, locale, typed(text, 'D0DIRECT'), ANYWHERE[text]![kind])
    })
    test.each(Object.keys(IN_NORTH))('/kpi %s in the channel of North', async (text) => {
      await expectAnswer(kind, locale, typed(text, world.north.channelId), IN_NORTH[text]![kind])
    })
    test.each([STANDUP.shortcut, NUMBERS.logShortcut])('the shortcut %s', async (name) => {
      await expectAnswer(kind, locale, { kind: 'shortcut', name }, NONE[kind])
    })
    test('the Home tab', async () => {
      const expected = LEADS.includes(kind) ? 'home.manages' : NONE[kind]
      await expectAnswer(kind, locale, { kind: 'home' }, expected)
    })
  })
})

describe('who leads several teams', () => {
  const teamsOfDirector = async ({ db }: Context) => {
    const { north, south } = world
    const company = (await loadTeam(db, HOME, north.teamId))!.parentTeamId
    await db.execute(`update teams set parent_team_id = '${company}' where team_id = '${south.teamId}'`)
  }
  test.each([
    ['target', 'targets.of-team'],
    ['target history', 'targets.of-team'],
    ['target table', 'targets.of-team'],
  ])('/kpi %s asks which, and goes on in the chosen one', async (text, actionId) => {
    await tried(world.context, async (context) => {
      await teamsOfDirector(context)
      const by = { userId: ROLES.director, workspaceId: HOME }
      const asked = await perform(context, by, { kind: 'command', text, channelId: 'D0DIRECT' })
      const words = JSON.stringify(asked.told)
      const value = `${world.south.teamId}${text.slice('target'.length)}`
      for (const said of [BOT.translator('en')('team.whichTeam'), value, actionId, 'Northside'])
        expect(words).toContain(said)
      const chosen = await perform(context, by, { kind: 'action', actionId, value })
      const history = text === 'target history'
      if (history) expect(JSON.stringify(chosen.told)).toContain(fixedWords('target.history', 'en'))
      else expect(JSON.stringify(chosen.views)).toContain(world.south.teamId)
      expect(chosen.views).toHaveLength(history ? 0 : 1)
    })
  })
  test.each([
    ['members', 'team.members-of'],
    ['days Dec 24 off', 'team.days-of'],
    ['metrics', 'team.metrics-of'],
  ])('/kpi %s asks which, and opens the form of the chosen one', async (text, actionId) => {
    await tried(world.context, async (context) => {
      const { north, south } = world
      await context.db.execute(
        `update teams set manager_user_id = '${ROLES.manager}' where team_id = '${south.teamId}'`,
      )
      const by = { userId: ROLES.manager, workspaceId: HOME }
      const asked = await perform(context, by, { kind: 'command', text, channelId: 'D0DIRECT' })
      const typed = text.includes(' ') ? text.slice(text.indexOf(' ')) : ''
      const words = JSON.stringify(asked.told)
      for (const { teamId } of [north, south]) expect(words).toContain(`${teamId}${typed}`)
      expect(words).toContain(actionId)
      const value = `${south.teamId}${typed}`
      const chosen = await perform(context, by, { kind: 'action', actionId, value })
      expect(chosen.views).toHaveLength(1)
      expect(JSON.stringify(chosen.views)).toContain(south.teamId)
    })
  })
})

describe('a director’s board', () => {
  const board = (channelId: string): Move => ({ kind: 'command', text: 'board week', channelId })

  test('of their own team without members is that of the only team below', async () => {
    const heard = await told('director', 'en', board('C0COMPANY'))
    expect(JSON.stringify(heard.told)).toContain('Northside')
  })

  test('of several teams below is chosen from a menu, with what was typed', async () => {
    await tried(world.context, async (context) => {
      const { south } = world
      const company = (await loadTeam(context.db, HOME, world.north.teamId))!.parentTeamId
      await context.db.execute(
        `update teams set parent_team_id = '${company}' where team_id = '${south.teamId}'`,
      )
      const by = { userId: ROLES.director, workspaceId: HOME }
      for (const channelId of ['C0COMPANY', 'D0DIRECT']) {
        const heard = await perform(context, by, board(channelId))
        const words = JSON.stringify(heard.told)
        expect(words).toContain(BOT.translator('en')('board.whichTeam'))
        for (const team of [world.north, south]) expect(words).toContain(`${team.teamId} week`)
      }
      const chosen = {
        kind: 'action',
        actionId: 'boards.choose-team',
        value: `${south.teamId} week`,
      } as const
      expect(JSON.stringify((await perform(context, by, chosen)).told)).toContain('Southside')
    })
  })

  test('of a team below opens by its name, wherever it is typed', async () => {
    await tried(world.context, async (context) => {
      const { south } = world
      const company = (await loadTeam(context.db, HOME, world.north.teamId))!.parentTeamId
      await context.db.execute(
        `update teams set parent_team_id = '${company}' where team_id = '${south.teamId}'`,
      )
      const by = { userId: ROLES.director, workspaceId: HOME }
      for (const channelId of ['C0COMPANY', 'D0DIRECT', world.north.channelId])
        for (const [text, team] of [
          ['board southside', 'Southside'],
          ['board last week Souths', 'Southside'],
          ['board northside calls', 'Northside'],
          ['board Norths week', 'Northside'],
        ] as const) {
          const words = JSON.stringify(
            (await perform(context, by, { kind: 'command', text, channelId })).told,
          )
          expect(words, text).toContain(`Team: *${team}`)
        }
    })
  })

  test('of a team that is not below does not open by its name', async () => {
    const move = { kind: 'command', text: 'board southside', channelId: 'D0DIRECT' } as const
    expect(JSON.stringify((await told('director', 'en', move)).told)).not.toContain('Southside ')
  })

  test('of a team that is not below is not shown, even with a forged choice', async () => {
    const value = `${world.south.teamId} week`
    const heard = await told('director', 'en', { kind: 'action', actionId: 'boards.choose-team', value })
    expect(JSON.stringify(heard.told)).not.toContain('Southside')
  })
})

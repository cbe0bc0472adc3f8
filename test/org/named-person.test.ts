// Whom a command is about: a mention, or a plain name as people type it; nobody is guessed, and no names of others are told.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { namedIn } from '../../src/org/domain/person-match.ts'
import { perform, tried } from '../security/listeners.ts'
import { buildWorld, HOME, ROLES, type World } from '../security/world.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const PEOPLE = [
  '陈晓东',
  '王伟',
  '王伟明',
  '孙雨桐（华东）',
  'Jonas Brandt',
  'Anna Brandt',
  'Ann',
  '趙磊',
  '黄丽华',
].map((name) => ({
  ...{ userId: `U${name}`, name },
}))

describe('a name in what was typed', () => {
  test.each([
    ['@陈晓东', ['陈晓东'], ''],
    ['陈晓东', ['陈晓东'], ''],
    ['晓东', ['陈晓东'], ''],
    ['@陈晓东 昨天', ['陈晓东'], '昨天'],
    ['昨天 @陈晓东', ['陈晓东'], '昨天'],
    ['@王伟 11月20日', ['王伟'], '11月20日'],
    ['孙雨桐', ['孙雨桐（华东）'], ''],
    ['@Jonas Brandt yesterday', ['Jonas Brandt'], 'yesterday'],
    ['brandt, jonas', ['Jonas Brandt'], ''],
    ['Brandt last Friday', ['Jonas Brandt', 'Anna Brandt'], 'last Friday'],
    ['@Ann', ['Ann'], ''],
    ['jbrandt', ['Jonas Brandt'], ''],
    ['李雷', [], '李雷'],
    // Either script finds the other.
    ['赵磊', ['趙磊'], ''],
    ['@趙磊 昨天', ['趙磊'], '昨天'],
    ['黃麗華', ['黄丽华'], ''],
    ['麗華', ['黄丽华'], ''],
    ['陳曉東', ['陈晓东'], ''],
    ['孫雨桐', ['孙雨桐（华东）'], ''],
    ['昨天', [], '昨天'],
    ['@', [], '@'],
  ])('%s', (typed, found, rest) => {
    const named = namedIn(typed, PEOPLE)
    expect(named.found.map(({ name }) => name)).toEqual(found)
    expect(named.rest).toBe(rest)
  })
})

describe('a command about a person', () => {
  let database: TestDatabase
  let world: World
  beforeAll(async () => {
    database = await freshDatabase()
    world = await buildWorld(database.db)
  })
  afterAll(() => database.close())

  const NAMES = { rep: '陈晓东', 'another rep': '赵磊', 'rep of another team': '孙雨桐' } as const

  async function said(text: string, userId: string = ROLES.manager, names: Record<string, string> = NAMES) {
    return tried(world.context, async (context) => {
      for (const [role, name] of Object.entries(names)) {
        const person = world.context.people.get(`${HOME} ${ROLES[role as keyof typeof ROLES]}`)!
        await savePeople(context.db, [{ ...person, name }], context.clock.now())
      }
      const move = { kind: 'command', text, channelId: world.north.channelId } as const
      return perform(context, { userId, workspaceId: HOME }, move)
    })
  }

  test.each([
    'rep @陈晓东',
    'rep 陈晓东',
    '组员 @晓东',
    'correct 陈晓东',
    'correct @陈晓东 昨天',
    'audit 陈晓东',
  ])('/kpi %s means the only one of that name whom the manager leads', async (text) => {
    const { told, views, errors } = await said(text)
    expect(errors).toEqual([])
    const words = JSON.stringify([told, views])
    if (!text.startsWith('audit')) expect(words).toMatch(/陈晓东|U0REP/)
    for (const key of ['people.which', 'rep.who', 'correct.who', 'audit.notUnderstood'] as const)
      expect(words).not.toContain(BOT.translator('en')(key))
  })

  test.each(['rep', 'correct', 'audit'])(
    '/kpi %s asks where two have the name, with a button for each',
    async (command) => {
      const names = { ...NAMES, 'another rep': '陈晓东' }
      const words = JSON.stringify((await said(`${command} 陈晓东`, ROLES.manager, names)).told)
      expect(words).toContain(BOT.translator('en')('people.which'))
      for (const role of ['rep', 'another rep'] as const)
        expect(words).toContain(`"value":"${command} <@${ROLES[role]}>"`)
    },
  )

  test.each(['rep', 'correct', 'audit'])('/kpi %s names nobody of another team', async (command) => {
    const words = JSON.stringify((await said(`${command} 孙雨桐`)).told)
    expect(words).toContain('nobody in your teams')
    expect(words).not.toContain(ROLES['rep of another team'])
  })

  test('who leads nobody is told what to type, whatever name they try', async () => {
    for (const name of ['赵磊', '孙雨桐', '李雷'])
      expect(JSON.stringify((await said(`rep ${name}`, ROLES.rep)).told)).toContain(
        BOT.translator('en')('rep.who'),
      )
  })
})

// Who may set up teams: the default by the size of the workspace, what an admin chose, and what a form that was open since is worth.

import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Person } from '../../src/core/person.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { workspaces } from '../../src/org/db/people.sql.ts'
import { savePeople, saveWorkspace } from '../../src/org/db/people.ts'
import { defaultSetupRight, hasSetupRight, type SetupRight } from '../../src/org/domain/workspace-settings.ts'
import { changeWorkspace, offerWorkspaceSetup } from '../../src/org/flows/change-workspace.ts'
import {
  readFiscalYear,
  readSetupRight,
  renderWorkspaceOffer,
  workspaceDoneView,
  workspaceErrors,
  workspaceSection,
  workspaceView,
} from '../../src/org/slack/workspace.ts'
import { loadSetup } from '../../src/setup/flows/load-setup.ts'
import { setUpTeam } from '../../src/setup/flows/set-up-team.ts'
import { initialInput, notEntitledText, setupErrors } from '../../src/setup/slack/setup-form.ts'
import {
  admin,
  ann,
  bot,
  CHANNEL,
  guest,
  li,
  manager,
  openSetup,
  salesWithoutTeams,
  WORKSPACE,
} from '../org/people.ts'
import { type TestContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { filled, stateOf } from '../support/form-state.ts'
import { toldByDm } from '../support/told-by-dm.ts'

const database = usesDatabase()
let context: TestContext

beforeEach(async () => {
  context = await salesWithoutTeams(database.db)
  await context.db.delete(workspaces)
  const named = { workspaceId: WORKSPACE, name: 'Sales', botUserId: 'UPACESETTER' }
  await saveWorkspace(context.db, named, context.clock.now())
  await savePeople(context.db, [...context.people.values()], context.clock.now())
  context.channels.get(CHANNEL)!.push(admin.userId, guest.userId)
})

const choose = (setupRight: SetupRight, who: Person = admin) =>
  changeWorkspace(context, who, { setupRight, fiscalYearStart: null })
const outcome = async (who: Person) => {
  const loaded = await loadSetup(context, who, CHANNEL)
  return loaded.ok ? 'open' : loaded.reason
}
const peopleCounted = (people: number) => {
  const everyone = Array.from({ length: people }, (_, n) =>
    testPerson(WORKSPACE, n === 0 ? 'UFARADMIN' : `UFAR${n}`, { name: 'Far', isAdmin: n === 0 }),
  )
  const others = [{ isBot: true }, { isGuest: true }, { deactivated: true }].map((more, n) =>
    testPerson(WORKSPACE, `UNOTCOUNTED${n}`, more),
  )
  const listed = [...others, ...everyone]
  context.directory.peoplePage = async (_, cursor) => {
    const from = Number(cursor ?? 0)
    const next = from + 200 < listed.length ? String(from + 200) : null
    return { people: listed.slice(from, from + 200), next }
  }
}

describe('by default', () => {
  test.each([
    [1, 'everybody'],
    [49, 'everybody'],
    [50, 'admins'],
    [5000, 'admins'],
  ] as const)('in a workspace of %i people: %s', (people, who) => {
    expect(defaultSetupRight(people)).toEqual({ who })
  })

  test('Slack is asked how many people there are: in a large workspace an admin is named, who can', async () => {
    peopleCounted(49)
    expect(await outcome(manager)).toBe('open')
    peopleCounted(50)
    expect(await loadSetup(context, manager, CHANNEL)).toEqual({
      ...{ ok: false, reason: 'not-entitled' },
      ask: [expect.objectContaining({ userId: admin.userId })],
    })
    expect(await outcome(admin)).toBe('open')
  })

  test('where we know no admin, the one whom Slack knows is named', async () => {
    await savePeople(context.db, [{ ...admin, isAdmin: false }], context.clock.now())
    peopleCounted(5000)
    expect(await loadSetup(context, manager, CHANNEL)).toMatchObject({ ask: [{ userId: 'UFARADMIN' }] })
  })
})

describe('what an admin chose', () => {
  test('holds whatever the size, for admins always, and never for guests', async () => {
    peopleCounted(5000)
    await choose({ who: 'everybody' })
    expect([await outcome(manager), await outcome(guest)]).toEqual(['open', 'guest'])
    await choose({ who: 'admins' })
    expect([await outcome(manager), await outcome(admin)]).toEqual(['not-entitled', 'open'])
    await choose({ who: 'named', userIds: [ann.userId] })
    expect([await outcome(manager), await outcome(ann), await outcome(admin)]).toEqual([
      'not-entitled',
      'open',
      'open',
    ])
  })

  test('names whom to ask: those who are named, before admins, and nobody who has left', async () => {
    await choose({ who: 'named', userIds: [ann.userId, li.userId] })
    await savePeople(context.db, [{ ...li, deactivated: true }], context.clock.now())
    const loaded = await loadSetup(context, manager, CHANNEL)
    expect(loaded).toMatchObject({ ask: [{ userId: ann.userId }, { userId: admin.userId }] })
  })

  test('counts for a form that was opened before: it is refused, and no team is there', async () => {
    const input = initialInput(await openSetup(context))
    await choose({ who: 'admins' })
    expect(await setUpTeam(context, manager, CHANNEL, input)).toMatchObject({
      ok: false,
      reason: 'not-entitled',
    })
    expect(await outcome(admin)).toBe('open')
  })

  test('does not touch the teams that are there: their managers still change them', async () => {
    const input = initialInput(await openSetup(context))
    expect(await setUpTeam(context, manager, CHANNEL, input)).toMatchObject({ ok: true })
    await choose({ who: 'admins' })
    expect(await outcome(manager)).toBe('open')
  })

  test('can be changed by admins alone, and is audited', async () => {
    await context.db.delete(auditEvents)
    for (const who of [manager, guest, { ...admin, deactivated: true }, { ...admin, isGuest: true }])
      expect(await choose({ who: 'everybody' }, who)).toEqual({ ok: false, reason: 'not-allowed' })
    await choose({ who: 'admins' })
    await choose({ who: 'named', userIds: [ann.userId] })
    const kept = await context.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.kind, 'setup-right-changed'))
    expect(kept.map(({ before, after }) => [before, after]).sort()).toEqual([
      [null, { who: 'admins' }],
      [{ who: 'admins' }, { who: 'named', userIds: [ann.userId] }],
    ])
  })

  test('cannot name apps, guests or strangers, nor nobody', async () => {
    expect(await choose({ who: 'named', userIds: [] })).toEqual({ ok: false, reason: 'nobody-named' })
    expect(
      await choose({ who: 'named', userIds: [bot.userId, guest.userId, 'UNOBODY', ann.userId] }),
    ).toEqual({
      ...{ ok: false, reason: 'unusable' },
      names: ['Build bot', 'UGUEST', 'UNOBODY'],
    })
  })
})

describe('the first admin', () => {
  const draw = async (who: Person) =>
    workspaceSection.draw(who, context.clock.now(), BOT.translator('en'), context)

  test('is offered the choice once; afterwards the message says what was chosen', async () => {
    await offerWorkspaceSetup(context, manager)
    expect(await toldByDm(context)).toEqual([])
    await Promise.all([offerWorkspaceSetup(context, admin), offerWorkspaceSetup(context, admin)])
    await offerWorkspaceSetup(context, { ...manager, isAdmin: true })
    const [offer, ...others] = await toldByDm(context)
    expect([offer?.userId, others]).toEqual([admin.userId, []])
    expect(JSON.stringify(offer?.message.blocks)).toContain('workspace.open')
    await context.db.execute("update messages set ts = '1.1', state = 'delivered', next_attempt_at = null")
    await choose({ who: 'admins' })
    const [chosen] = await toldByDm(context)
    expect(chosen?.message.text).toContain('Only admins')
    expect(JSON.stringify(chosen?.message.blocks)).not.toContain('workspace.open')
  })

  test('finds it on the Home tab until it is chosen; nobody else does', async () => {
    expect([(await draw(manager)).length, (await draw(admin)).length]).toEqual([0, 2])
    await choose({ who: 'everybody' })
    expect(await draw(admin)).toEqual([])
  })
})

test('nobody but the named, an admin, and in the default everybody has the right', () => {
  const rep = { userId: 'UREP', isAdmin: false }
  const rights: SetupRight[] = [{ who: 'everybody' }, { who: 'admins' }, { who: 'named', userIds: ['UREP'] }]
  expect(rights.map((right) => hasSetupRight(right, rep))).toEqual([true, false, true])
  expect(rights.map((right) => hasSetupRight(right, { ...rep, userId: 'U2' }))).toEqual([true, false, false])
  for (const right of rights) expect(hasSetupRight(right, { ...rep, isAdmin: true })).toBe(true)
})

describe.each(LOCALES)('in %s', (locale) => {
  const t = BOT.translator(locale)
  const many = Array.from({ length: 500 }, (_, n) => `U0${String(n).padStart(9, '0')}`)
  const rights: (SetupRight | null)[] = [
    null,
    { who: 'everybody' },
    { who: 'admins' },
    { who: 'named', userIds: many },
  ]

  test('Slack takes the form, the offer and what follows', () => {
    for (const right of rights) {
      expect(
        checkView(
          workspaceView(
            {
              setupRight: right,
              lastResortUserId: 'U2',
              fiscalYearStart: 12,
              company: { roots: [], chosen: null },
            },
            t,
          ),
        ),
      ).toEqual([])
      expect(checkMessage(renderWorkspaceOffer({ kind: 'workspace-offer', setupRight: right }, t))).toEqual(
        [],
      )
      if (right)
        expect(checkView(workspaceDoneView({ setupRight: right, fiscalYearStart: 12 }, t))).toEqual([])
    }
  })

  test('the form is read as it was filled in, and nothing else', () => {
    const state = stateOf(
      workspaceView(
        {
          setupRight: null,
          lastResortUserId: null,
          fiscalYearStart: 4,
          company: { roots: [], chosen: null },
        },
        t,
      ),
    )
    expect(readSetupRight(state)).toBeNull()
    expect(readFiscalYear(state)).toBe(4)
    const named = { who: { selected_option: { value: 'named' } }, named: { selected_users: ['U1', 'U2'] } }
    expect(readSetupRight(filled(state, named))).toEqual({ who: 'named', userIds: ['U1', 'U2'] })
    expect(readSetupRight(filled(state, { who: { selected_option: { value: 'anybody' } } }))).toBeNull()
    for (const value of ['0', '13', '1.5', 'May'])
      expect(readFiscalYear(filled(state, { year: { selected_option: { value } } }))).toBeNull()
  })

  test('every refusal is a sentence that names whom to ask', () => {
    const ask = [{ userId: 'U1', name: 'Ada' }]
    const sentences = [
      ...(['not-allowed', 'nobody-named', 'not-a-root'] as const).flatMap((reason) =>
        Object.values(workspaceErrors({ ok: false, reason }, t)),
      ),
      ...Object.values(workspaceErrors({ ok: false, reason: 'unusable', names: ['Bot'] }, t)),
      ...Object.values(setupErrors({ ok: false, reason: 'not-entitled', ask }, false, t)),
      notEntitledText([], t, ({ name }) => name),
    ]
    expect(new Set(sentences).size).toBe(6)
    expect(sentences[4]).toContain('Ada')
  })
})

// The permissions table: each action for each kind of person, and what is never allowed.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { type Actor, may } from '../../src/org/domain/permissions.ts'

const PERMISSIONS = [...BOT.permissions.values()]
const permission = (name: string) => BOT.permissions.get(name)!

const NOBODY: Actor = {
  userId: 'U-me',
  workspaceId: 'W',
  isAdmin: false,
  isGuest: false,
  isBot: false,
  deactivated: false,
  memberOf: [],
  manages: [],
  actsFor: [],
  directs: [],
}
/** All relations of a person to the team. The last three are shut out for one reason each. */
const ALL_OF_IT: Actor = {
  ...NOBODY,
  isAdmin: true,
  memberOf: ['T'],
  manages: ['T'],
  actsFor: ['T'],
  directs: ['T'],
}
const PEOPLE = {
  rep: { ...NOBODY, memberOf: ['T'] },
  manager: { ...NOBODY, manages: ['T'] },
  // While the manager is away; otherwise a delegate is what they are without it.
  delegate: { ...NOBODY, actsFor: ['T'] },
  'other team’s rep': { ...NOBODY, memberOf: ['other'] },
  'other team’s manager': { ...NOBODY, memberOf: ['other'], manages: ['other'] },
  director: { ...NOBODY, manages: ['above'], directs: ['T', 'other'] },
  admin: { ...NOBODY, isAdmin: true },
  guest: { ...NOBODY, isGuest: true, memberOf: ['T'] },
  // A removed member is in no team, so the rules treat them as a stranger; the tests of flows cover this.
  stranger: NOBODY,
  deactivated: { ...ALL_OF_IT, deactivated: true },
  'other workspace': { ...ALL_OF_IT, workspaceId: 'W2' },
  bot: { ...ALL_OF_IT, isBot: true },
} satisfies Record<string, Actor>
type Person = keyof typeof PEOPLE

const TEAM: Person[] = ['rep', 'guest']
/** About oneself as long as one is in the team, and for whoever leads it. */
const SEEING: Person[] = ['rep', 'guest', 'manager', 'delegate', 'director']
const STEERING: Person[] = ['manager', 'delegate', 'admin']
const LOOKING: Person[] = ['manager', 'delegate', 'director']
const COLLEAGUES: Person[] = [
  'rep',
  'manager',
  'delegate',
  'other team’s rep',
  'other team’s manager',
  'director',
  'admin',
  'stranger',
]

/** Who may do it: on their own data, on another member's data, and on another member's data when asked for help. */
const TABLE: Record<string, { own: Person[]; others: Person[]; asked?: Person[] }> = {
  'set-up-team': { own: STEERING, others: STEERING },
  'use-shared-channel': { own: ['admin'], others: ['admin'] },
  'change-settings': { own: STEERING, others: STEERING },
  'change-members': { own: STEERING, others: STEERING },
  // Not one's own request, nor about one's own leave.
  'answer-join-request': { own: [], others: ['manager', 'delegate'] },
  'answer-leave-request': { own: [], others: ['manager', 'delegate'] },
  'change-workspace': { own: ['admin'], others: ['admin'] },
  'leave-team': { own: TEAM, others: TEAM },
  // Not the delegate, who would hand on what is not theirs.
  'hand-over': { own: ['manager', 'admin'], others: ['manager', 'admin'] },
  'name-manager': { own: ['director', 'admin'], others: ['director', 'admin'] },
  'accept-parent': { own: ['manager'], others: ['manager'] },
  'record-own-leave': {
    own: [...TEAM, 'manager', 'director', 'other team’s rep', 'other team’s manager'],
    others: [],
  },
  'record-leave-of': { own: ['manager', 'delegate'], others: ['manager', 'delegate'] },
  'set-holidays': {
    own: [...TEAM, 'other team’s rep', 'other team’s manager', 'manager', 'delegate', 'admin'],
    others: ['manager', 'delegate', 'admin'],
  },
  'change-home-team': {
    own: [...TEAM, 'other team’s rep', 'other team’s manager', 'manager'],
    others: ['manager'],
  },
  'file-standup': { own: TEAM, others: [] },
  'file-report': { own: TEAM, others: [] },
  'log-numbers': { own: TEAM, others: [] },
  'correct-numbers': { own: ['manager', 'delegate'], others: ['manager', 'delegate'] },
  'see-own-numbers': { own: [...COLLEAGUES, 'guest'], others: [] },
  'see-numbers-of': { own: [...COLLEAGUES, 'guest'], others: LOOKING },
  'see-leave': { own: [...COLLEAGUES, 'guest'], others: ['manager', 'delegate'] },
  'see-audit-of-workspace': { own: ['admin'], others: ['admin'] },
  'see-audit-of-team': { own: LOOKING, others: LOOKING },
  'see-own-audit': { own: [...COLLEAGUES, 'guest'], others: [] },
  'see-own-readings': { own: [...COLLEAGUES, 'guest'], others: [] },
  // What the subject's team made itself; who may change what is the company's, is in a table below.
  'edit-catalogue': { own: [...STEERING, 'director'], others: [...STEERING, 'director'] },
  'see-warning': { own: SEEING, others: LOOKING, asked: [...COLLEAGUES, 'guest'] },
  'take-on-early-sign': { own: SEEING, others: LOOKING, asked: [...COLLEAGUES, 'guest'] },
  // Nobody closes a warning about themselves.
  'answer-warning': { own: [], others: LOOKING, asked: COLLEAGUES },
  // Where nobody else is left to answer it.
  'answer-own-warning-alone': { own: ['manager'], others: [] },
  'raise-risk': { own: SEEING, others: LOOKING },
  'end-own-risk': { own: SEEING, others: [] },
  // What is watched is no secret from those whom it is about.
  'see-rules': { own: [...TEAM, ...LOOKING, 'admin'], others: [...TEAM, ...LOOKING, 'admin'] },
  'change-rules': { own: LOOKING, others: LOOKING },
  'see-warning-quality': { own: LOOKING, others: LOOKING },
  'see-team-numbers': { own: LOOKING, others: LOOKING },
  'nudge-members': { own: LOOKING, others: LOOKING },
  'preview-standup': { own: [...LOOKING, 'admin'], others: [...LOOKING, 'admin'] },
  'review-answers': { own: LOOKING, others: LOOKING },
  'lead-review': { own: LOOKING, others: LOOKING },
  'see-insights': { own: [...TEAM, ...LOOKING], others: [...TEAM, ...LOOKING] },
  'see-unnamed-insights': { own: LOOKING, others: LOOKING },
  'see-own-insights': { own: TEAM, others: [] },
  'set-targets': { own: LOOKING, others: LOOKING },
  'see-own-targets': { own: TEAM, others: [] },
  'see-targets-of': { own: [...COLLEAGUES, 'guest'], others: LOOKING },
  'see-board': { own: [...TEAM, ...LOOKING], others: [...TEAM, ...LOOKING] },
  'add-action': { own: [...TEAM, ...LOOKING], others: [...TEAM, ...LOOKING] },
  // One's own, wherever one is by now.
  'change-action': { own: [...COLLEAGUES, 'guest'], others: LOOKING },
  'see-action': { own: [...COLLEAGUES, 'guest'], others: LOOKING, asked: [...COLLEAGUES, 'guest'] },
  // One's own only as long as one is in the team.
  'close-blocker': {
    own: [...TEAM, 'manager', 'delegate'],
    others: ['manager', 'delegate'],
    asked: [...COLLEAGUES, 'guest'],
  },
  'help-with-blocker': {
    own: [...TEAM, ...LOOKING],
    others: [...TEAM, ...LOOKING],
    asked: [...COLLEAGUES, 'guest'],
  },
}

test('the table has every permission', () => {
  expect(Object.keys(TABLE).sort()).toEqual([...BOT.permissions.keys()].sort())
})

describe.each(PERMISSIONS)('$name', (action) => {
  const { own, others, asked = others } = TABLE[action.name]!
  test.each(Object.keys(PEOPLE) as Person[])('%s', (person) => {
    const of = { workspaceId: 'W', teamId: 'T' }
    const allowed = (subject: object) => may(PEOPLE[person], action, { ...of, ...subject })
    expect(allowed({ userId: 'U-me' })).toBe(own.includes(person))
    expect(allowed({ userId: 'U-other' })).toBe(others.includes(person))
    expect(allowed({ userId: 'U-other', askedUserId: 'U-third' })).toBe(others.includes(person))
    expect(allowed({ userId: 'U-other', askedUserId: 'U-me' })).toBe(asked.includes(person))
    expect(may(PEOPLE[person], action, { workspaceId: 'W3', teamId: 'T', userId: 'U-me' })).toBe(false)
  })
})

test('a new team may be set up by any colleague, not by a guest', () => {
  for (const person of ['rep', 'stranger', 'admin', 'other team’s manager'] as const)
    expect(may(PEOPLE[person], permission('set-up-team'), { workspaceId: 'W' })).toBe(true)
  for (const person of ['guest', 'deactivated', 'other workspace', 'bot'] as const)
    expect(may(PEOPLE[person], permission('set-up-team'), { workspaceId: 'W' })).toBe(false)
})

test('a guest who is still recorded as manager or director may do no more than a guest who is a member', () => {
  const guest = { ...NOBODY, isGuest: true, manages: ['T'], actsFor: ['T'], directs: ['T'], isAdmin: true }
  for (const action of PERMISSIONS)
    expect(may(guest, action, { workspaceId: 'W', teamId: 'T', userId: 'U-other' })).toBe(false)
})

test('own leave needs no team in the subject, but the person must be in a team', () => {
  expect(may(PEOPLE.rep, permission('record-own-leave'), { workspaceId: 'W', userId: 'U-me' })).toBe(true)
  expect(may(NOBODY, permission('record-own-leave'), { workspaceId: 'W', userId: 'U-me' })).toBe(false)
})

const teams = fc.subarray(['T', 'other'])
const anyActor: fc.Arbitrary<Actor> = fc.record({
  userId: fc.constantFrom('U-me', 'U-other'),
  workspaceId: fc.constant('W'),
  isAdmin: fc.boolean(),
  isGuest: fc.boolean(),
  isBot: fc.boolean(),
  deactivated: fc.boolean(),
  memberOf: teams,
  manages: teams,
  actsFor: teams,
  directs: teams,
})
const anySubject = fc.record(
  {
    workspaceId: fc.constantFrom('W', 'W2'),
    teamId: fc.constantFrom('T', 'third'),
    userId: fc.constant('U-me'),
  },
  { requiredKeys: ['workspaceId'] },
)
const anyAction = fc.constantFrom(...PERMISSIONS)

describe('for anyone', () => {
  test('no action is allowed across workspaces, nor for deactivated people and bots', () => {
    fc.assert(
      fc.property(anyActor, anyAction, anySubject, (actor, action, subject) => {
        if (subject.workspaceId !== 'W' || actor.deactivated || actor.isBot)
          expect(may(actor, action, subject)).toBe(false)
      }),
    )
  })

  test('being an admin gives no access to anyone’s numbers', () => {
    fc.assert(
      fc.property(anyActor, anySubject, (actor, subject) => {
        for (const action of ['see-board', 'see-own-numbers', 'correct-numbers'].map(permission))
          expect(may({ ...actor, isAdmin: true }, action, subject)).toBe(
            may({ ...actor, isAdmin: false }, action, subject),
          )
      }),
    )
  })

  test('a guest may do nothing that a full member with the same teams may not', () => {
    fc.assert(
      fc.property(anyActor, anyAction, anySubject, (actor, action, subject) => {
        if (may({ ...actor, isGuest: true }, action, subject))
          expect(may({ ...actor, isGuest: false }, action, subject)).toBe(true)
      }),
    )
  })

  test('other teams give no permission in a team that the person does not belong to', () => {
    fc.assert(
      fc.property(anyActor, anyAction, (actor, action) => {
        const subject = { workspaceId: 'W', teamId: 'third', userId: 'U-third' }
        const plain = { ...actor, isAdmin: false }
        expect(may(plain, action, subject)).toBe(false)
      }),
    )
  })
})

describe('what a metric of the company means', () => {
  const changes = (teamIds: readonly string[]) =>
    (Object.keys(PEOPLE) as Person[]).filter((person) =>
      may(PEOPLE[person], permission('edit-catalogue'), { workspaceId: 'W', teamIds }),
    )

  test.each<[string, string[], Person[]]>([
    ['where all teams that count it are below the director', ['T', 'other'], ['director', 'admin']],
    ['where the director’s own team counts it too', ['above', 'T'], ['director', 'admin']],
    ['where a team counts it that is not below', ['T', 'elsewhere'], ['admin']],
    ['where one team alone counts it: its manager has no say', ['T'], ['director', 'admin']],
    ['where no team counts it', [], ['admin']],
  ])('%s', (_, teamIds, who) => {
    expect(changes(teamIds)).toEqual(who)
  })
})

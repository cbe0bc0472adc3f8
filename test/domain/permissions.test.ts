// The whole table of who may do what: each action against each kind of person, and the walls that nothing opens.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTIONS, type Action, type Actor, may } from '../../src/domain/permissions.ts'

const NOBODY: Actor = {
  userId: 'U-me',
  workspaceId: 'W',
  isAdmin: false,
  isGuest: false,
  deactivated: false,
  memberOf: [],
  manages: [],
  directs: [],
}
const PEOPLE = {
  member: { ...NOBODY, memberOf: ['T'] },
  manager: { ...NOBODY, manages: ['T'] },
  director: { ...NOBODY, directs: ['T'] },
  admin: { ...NOBODY, isAdmin: true },
  guest: { ...NOBODY, isGuest: true, memberOf: ['T'] },
  outsider: { ...NOBODY, memberOf: ['other'], manages: ['other'], directs: ['other'] },
} satisfies Record<string, Actor>
type Person = keyof typeof PEOPLE

/** Who may do it when it concerns themselves, and who when it concerns somebody else in the team. */
const TABLE: Record<Action, { own: Person[]; others: Person[] }> = {
  'set-up-team': { own: ['manager', 'admin'], others: ['manager', 'admin'] },
  'change-settings': { own: ['manager', 'admin'], others: ['manager', 'admin'] },
  'change-members': { own: ['manager', 'admin'], others: ['manager', 'admin'] },
  'record-own-leave': { own: ['member', 'guest', 'outsider'], others: [] },
  'record-leave-of': { own: ['manager'], others: ['manager'] },
  'file-standup': { own: ['member', 'guest'], others: [] },
  'log-numbers': { own: ['member', 'guest'], others: [] },
  'correct-numbers': { own: ['manager'], others: ['manager'] },
  'see-own-numbers': { own: ['member', 'manager', 'director', 'admin', 'guest', 'outsider'], others: [] },
  'see-member-numbers': {
    own: ['member', 'manager', 'director', 'admin', 'outsider'],
    others: ['manager', 'director'],
  },
  'see-board': {
    own: ['member', 'manager', 'director', 'guest'],
    others: ['member', 'manager', 'director', 'guest'],
  },
  'see-place': { own: ['member', 'guest'], others: [] },
  'raise-blocker': { own: ['member', 'guest'], others: [] },
  'close-blocker': {
    own: ['member', 'manager', 'director', 'admin', 'guest', 'outsider'],
    others: ['manager'],
  },
  'help-with-blocker': {
    own: ['member', 'manager', 'director', 'guest'],
    others: ['member', 'manager', 'director', 'guest'],
  },
}

describe.each(ACTIONS)('%s', (action) => {
  test.each(Object.keys(PEOPLE) as Person[])('%s', (person) => {
    const allowed = (userId: string) => may(PEOPLE[person], action, { workspaceId: 'W', teamId: 'T', userId })
    expect(allowed('U-me')).toBe(TABLE[action].own.includes(person))
    expect(allowed('U-other')).toBe(TABLE[action].others.includes(person))
  })
})

test('a new team may be set up by any colleague, not by a guest', () => {
  for (const person of ['member', 'outsider', 'admin'] as const)
    expect(may(PEOPLE[person], 'set-up-team', { workspaceId: 'W' })).toBe(true)
  expect(may(PEOPLE.guest, 'set-up-team', { workspaceId: 'W' })).toBe(false)
})

test('a guest who still stands as manager or director has no more than a member who is a guest', () => {
  const guest = { ...NOBODY, isGuest: true, manages: ['T'], directs: ['T'], isAdmin: true }
  for (const action of ACTIONS)
    expect(may(guest, action, { workspaceId: 'W', teamId: 'T', userId: 'U-other' })).toBe(false)
})

test('leave is a person’s own: no team need be named, but there must be one', () => {
  expect(may(PEOPLE.member, 'record-own-leave', { workspaceId: 'W', userId: 'U-me' })).toBe(true)
  expect(may(NOBODY, 'record-own-leave', { workspaceId: 'W', userId: 'U-me' })).toBe(false)
})

const teams = fc.subarray(['T', 'other'])
const anyActor: fc.Arbitrary<Actor> = fc.record({
  userId: fc.constantFrom('U-me', 'U-other'),
  workspaceId: fc.constant('W'),
  isAdmin: fc.boolean(),
  isGuest: fc.boolean(),
  deactivated: fc.boolean(),
  memberOf: teams,
  manages: teams,
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
const anyAction = fc.constantFrom(...ACTIONS)

describe('for anyone', () => {
  test('no action reaches into another workspace, and deactivated people may nothing', () => {
    fc.assert(
      fc.property(anyActor, anyAction, anySubject, (actor, action, subject) => {
        if (subject.workspaceId !== 'W' || actor.deactivated) expect(may(actor, action, subject)).toBe(false)
      }),
    )
  })

  test('being an admin opens no one’s performance', () => {
    fc.assert(
      fc.property(anyActor, anySubject, (actor, subject) => {
        for (const action of ['see-member-numbers', 'see-board', 'see-place', 'correct-numbers'] as const)
          expect(may({ ...actor, isAdmin: true }, action, subject)).toBe(
            may({ ...actor, isAdmin: false }, action, subject),
          )
      }),
    )
  })

  test('a guest may do nothing that a colleague in the same place may not', () => {
    fc.assert(
      fc.property(anyActor, anyAction, anySubject, (actor, action, subject) => {
        if (may({ ...actor, isGuest: true }, action, subject))
          expect(may({ ...actor, isGuest: false }, action, subject)).toBe(true)
      }),
    )
  })

  test('teams elsewhere give no right in a team in which one is nobody', () => {
    fc.assert(
      fc.property(anyActor, anyAction, (actor, action) => {
        const subject = { workspaceId: 'W', teamId: 'third', userId: 'U-third' }
        const plain = { ...actor, isAdmin: false }
        expect(may(plain, action, subject)).toBe(false)
      }),
    )
  })
})

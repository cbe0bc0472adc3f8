// An id of one thing is not taken for another: the compiler refuses it, and this file does not compile where it does not.
import { expect, test } from 'vitest'
import type { MemberId, TeamId, UserId } from '../../src/core/ids.ts'
import type { members } from '../../src/org/db/teams.sql.ts'

type Member = typeof members.$inferSelect

test('the compiler keeps ids apart, also those that come from the database', () => {
  const memberId: MemberId = 'a member'
  const ofMember = (id: MemberId) => id
  const ofUser = (id: UserId) => id
  const ofTeam = (id: TeamId) => id
  const row = { userId: 'U1', teamId: 'a team' } as Pick<Member, 'userId' | 'teamId'>
  expect([ofMember(memberId), ofUser(row.userId), ofTeam(row.teamId)]).toEqual(['a member', 'U1', 'a team'])
  // @ts-expect-error a member's id is no user's
  ofUser(memberId)
  // @ts-expect-error a user's id is no member's
  ofMember(row.userId)
  // @ts-expect-error a team's id is no user's
  ofUser(row.teamId)
})

// The channel's summary shows every stored answer of its day and none that is not stored.

import type { Invariant } from '../evidence.ts'
import { TEAMS } from '../world.ts'

const invariant = 'the channel shows what is stored'

export const summariesTrue: Invariant = ({ said, standups, journal }) =>
  said.flatMap(({ key, content }) => {
    const [kind, teamId, date] = key.split(':')
    const team = TEAMS.find((one) => one.teamId === teamId)
    if (kind !== 'summary' || !team) return []
    return team.reps.flatMap(({ memberId, name }) => {
      const standup = standups.find((one) => one.memberId === memberId && one.date === date)
      const answered = standup?.state === 'answered' || standup?.state === 'late'
      const own = journal.answers.filter((one) => one.memberId === memberId && one.date === date)
      return own.flatMap(({ token }) => {
        const isStored = answered && standup.plan.includes(token)
        if (isStored === content.includes(token)) return []
        const what = isStored
          ? 'stored, and the channel does not show it'
          : 'shown in the channel, and not stored'
        return [{ invariant, what: `“${token}” of ${name} is ${what}`, about: [key, token] }]
      })
    })
  })

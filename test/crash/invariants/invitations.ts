// Whoever added the bot to a channel got exactly one invitation to set up a team, even when Slack's event was lost or repeated.
import type { Invariant } from '../evidence.ts'

export const invitationsSent: Invariant = ({ journal, said }) =>
  journal.addedTo
    .filter((channelId) => !said.some(({ key }) => key === `invite:${channelId}`))
    .map((channelId) => ({
      invariant: 'no event is lost',
      what: `the bot was added to ${channelId}, and nobody was invited to set it up`,
      about: [channelId],
    }))

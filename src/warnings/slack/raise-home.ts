// The Home tab's button by which a risk is raised, below the other links.
import { actorOf } from '../../org/flows/actor.ts'
import type { HomeSection } from '../../slack/home.ts'
import { raiseButton } from './raise-risk.ts'

export const raiseLink: HomeSection = {
  place: 31,
  draw: async (who, now, t, { db }) => {
    const { memberOf, manages, actsFor } = await actorOf(db, who, now)
    return memberOf.length + manages.length + actsFor.length === 0 ? [] : [raiseButton(t)]
  },
}

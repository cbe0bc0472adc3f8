// The Home tab's part about a person's targets, for each of their teams.
import { membershipsOf } from '../../numbers/flows/memberships.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block } from '../../slack/blocks.ts'
import type { HomeSection } from '../../slack/home.ts'
import { maySeeOwnTargets } from '../domain/permissions.ts'
import { ownTargets } from '../flows/own-targets.ts'
import { targetBlocks } from './target-lines.ts'

/** More would crowd the rest out of the view. */
const TEAMS_SHOWN = 3
const TARGETS_SHOWN = 6

export const myTargets: HomeSection = {
  place: 20,
  draw: async (who, now, t, { db }) => {
    const memberships = (await membershipsOf(db, who, maySeeOwnTargets, now)).slice(0, TEAMS_SHOWN)
    const blocks: Block[] = []
    for (const membership of memberships) {
      const targets = (await ownTargets(db, membership, now)).slice(0, TARGETS_SHOWN)
      if (targets.length === 0) continue
      const team = teamLabel(identityOf(membership.team, membership.settings), t)
      const title = t('target.homeTeam', { title: t('target.yours'), team })
      blocks.push(...targetBlocks(membership.member.teamId, targets, t, title), { type: 'divider' })
    }
    return blocks
  },
}

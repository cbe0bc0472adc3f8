// The Home tab's part about a person's targets: one table for all of their teams.

import type { Translate } from '../../core/i18n/translate.ts'
import { membershipsOf } from '../../numbers/flows/memberships.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { Block } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import type { HomeSection } from '../../slack/home.ts'
import type { OwnTarget } from '../domain/own-target.ts'
import { maySeeOwnTargets } from '../domain/permissions.ts'
import { ownTargets } from '../flows/own-targets.ts'
import { forecastHint, whyButton } from './target-lines.ts'
import { targetTable } from './target-table.ts'

/** More would crowd the rest out of the view. */
const TEAMS_SHOWN = 3
const TARGETS_SHOWN = 6

export interface TargetsOfTeam {
  teamId: string
  team: TeamIdentity
  targets: readonly OwnTarget[]
}

export const myTargets: HomeSection = {
  place: 20,
  draw: async (who, now, t, { db }) => {
    const memberships = (await membershipsOf(db, who, maySeeOwnTargets, now)).slice(0, TEAMS_SHOWN)
    const held: TargetsOfTeam[] = []
    for (const membership of memberships) {
      const targets = (await ownTargets(db, membership, now)).slice(0, TARGETS_SHOWN)
      const team = identityOf(membership.team, membership.settings)
      if (targets.length > 0) held.push({ teamId: membership.member.teamId, team, targets })
    }
    return homeTargets(held, t)
  },
}

/** A view has one table at most, so that of several teams each row says which it is of. */
export function homeTargets(held: readonly TargetsOfTeam[], t: Translate): Block[] {
  if (held.length === 0) return []
  const several = held.length > 1
  const rows = held.flatMap(({ team, targets }) =>
    targets.map((target) => ({ target, team: several ? team.teamName : null })),
  )
  const title = several
    ? t('target.yours')
    : t('target.homeTeam', { title: t('target.yours'), team: teamLabel(held[0]!.team, t) })
  const buttons = held.map(({ teamId, team }) =>
    whyButton(teamId, t, { label: several ? t('target.whyOf', { team: team.teamName }) : t('target.why') }),
  )
  return [
    section(`*${title}*`),
    targetTable(rows, t),
    ...forecastHint(
      rows.map(({ target }) => target),
      t,
    ),
    { type: 'actions', elements: buttons },
    { type: 'divider' },
  ]
}

// What of a report is kept as an insight, whose insights a person may see, and how many stand on a page.
import type { TeamId } from '../../../core/ids.ts'
import { type Actor, may } from '../../../org/domain/permissions.ts'
import type { BoardNames } from '../../../org/domain/team.ts'
import { maySeeInsights, maySeeUnnamedInsights } from './permissions.ts'
import type { ReportEntry } from './report.ts'
import type { ReportDefinition } from './report-kind.ts'

export const INSIGHTS_ON_PAGE = 10
export const SEARCH_LENGTH = 100

export interface Insight extends Pick<ReportEntry, 'workspaceId' | 'memberId' | 'kind' | 'date' | 'teamId'> {
  section: string
  text: string
  writtenAt: Temporal.Instant
}

export function insightsIn(
  { sections }: ReportDefinition,
  { workspaceId, memberId, kind, date, teamId, answeredAt, sections: said }: ReportEntry,
): Insight[] {
  return sections.flatMap(({ key, insight }): Insight[] => {
    const text = insight ? said[key] : undefined
    return text && answeredAt
      ? [{ workspaceId, memberId, kind, date, teamId, section: key, text, writtenAt: answeredAt }]
      : []
  })
}

/** The teams of which the actor may see what everybody wrote. In one that shows no names members see their own alone. */
export function teamsToSearch(actor: Actor, namesOf: ReadonlyMap<TeamId, BoardNames>): TeamId[] {
  const { workspaceId, memberOf, manages, actsFor, directs } = actor
  return [...new Set([...memberOf, ...manages, ...actsFor, ...directs])].filter((teamId) => {
    const permission = namesOf.get(teamId) === 'none' ? maySeeUnnamedInsights : maySeeInsights
    return may(actor, permission, { workspaceId, teamId })
  })
}

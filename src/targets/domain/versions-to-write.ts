// The versions that a plan writes: all with the same reason, by the same person, in force from the same day.
import { besideTeams, type TeamWholes } from './cascade.ts'
import type { PlannedVersion, TargetPlan } from './plan.ts'
import type { PlannedPart } from './plan-month.ts'
import type { TargetRef, TargetVersion } from './target.ts'

/** What they have in common. */
export type Setting = Pick<
  TargetVersion,
  'split' | 'role' | 'effectiveFrom' | 'reason' | 'setBy' | 'setAt'
> & { sourceKey: string }

type Written = Omit<TargetVersion, keyof Setting | keyof TargetRef | 'monthWeights'> &
  Pick<PlannedVersion, 'period' | 'parts'>

/** `beside`: the team's targets so far, of which some may be parts of one above, or shared with teams below. */
export const versionsToWrite = (
  { versions }: Extract<TargetPlan, { ok: true }>,
  target: TargetRef,
  setting: Setting,
  { wholes, hasTeams }: { wholes: TeamWholes; hasTeams: boolean },
): NewVersion[] =>
  asSet(
    versions.map((version) => besideTeams(version, wholes, hasTeams)),
    target,
    setting,
  )

export interface NewVersion {
  version: TargetVersion & { sourceKey: string }
  /** Those that it changes. */
  parts: readonly PlannedPart[]
}

export const asSet = (
  versions: readonly Written[],
  { teamId, metricKey }: Pick<TargetRef, 'teamId' | 'metricKey'>,
  setting: Setting,
): NewVersion[] =>
  versions.map(({ parts, ...version }) => ({
    version: { ...setting, ...version, teamId, metricKey, monthWeights: null },
    parts,
  }))

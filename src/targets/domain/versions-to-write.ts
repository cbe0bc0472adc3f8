// The versions that a plan writes: all with the same reason, by the same person, in force from the same day.
import type { TargetPlan } from './plan.ts'
import type { PlannedPart } from './plan-month.ts'
import type { TargetRef, TargetVersion } from './target.ts'

/** What they have in common. */
export type Setting = Pick<
  TargetVersion,
  'split' | 'role' | 'effectiveFrom' | 'reason' | 'setBy' | 'setAt'
> & { sourceKey: string }

export const versionsToWrite = (
  { versions }: Extract<TargetPlan, { ok: true }>,
  { teamId, metricKey }: TargetRef,
  setting: Setting,
): { version: TargetVersion & { sourceKey: string }; parts: readonly PlannedPart[] }[] =>
  versions.map(({ parts, ...version }) => ({
    version: { ...setting, ...version, teamId, metricKey, monthWeights: null },
    parts,
  }))

// What each screen says of a person's targets: their own, their manager's view of them, and the team's.
import type { Queryable } from '../../src/core/db/client.ts'
import { localDate } from '../../src/core/time.ts'
import { periodOf } from '../../src/numbers/domain/period.ts'
import { membershipsOf } from '../../src/numbers/flows/memberships.ts'
import { findPerson } from '../../src/org/db/people.ts'
import { settingsNow } from '../../src/org/db/settings.ts'
import { loadTeam } from '../../src/org/db/teams.ts'
import { maySeeOwnTargets } from '../../src/targets/domain/permissions.ts'
import type { Progress } from '../../src/targets/domain/progress.ts'
import { memberProgress } from '../../src/targets/flows/member-progress.ts'
import { ownTargets } from '../../src/targets/flows/own-targets.ts'
import { teamProgress } from '../../src/targets/flows/team-progress.ts'
import type { SmallTeam } from '../numbers/small-team.ts'

interface Said {
  own: Progress
  rep: Progress | null
  team: Progress | null
}

/** Of the month's targets, by metric. Empty: by the person's clock it is another month than by the team's. */
export async function saidOnEveryScreen(
  q: Queryable,
  of: SmallTeam,
  userId: string,
  now: Temporal.Instant,
): Promise<Map<string, Said>> {
  const person = (await findPerson(q, of.workspaceId, userId))!
  const [membership] = await membershipsOf(q, person, maySeeOwnTargets, now)
  if (!membership) return new Map()
  const team = (await loadTeam(q, of.workspaceId, of.teamId))!
  const settings = (await settingsNow(q, team, now))!
  const period = periodOf('month', membership.today, 1)
  if (!periodOf('month', localDate(now, settings.zone), 1).from.equals(period.from)) return new Map()
  const own = await ownTargets(q, membership, now)
  const [rep] = await memberProgress(q, membership, [period], now)
  const shown = await teamProgress(q, { team, settings, period }, now)
  const inTeam = shown.people.find(({ member }) => member.userId === userId)
  const found = (metrics: typeof inTeam, key: string) =>
    metrics?.metrics.find(({ metric }) => metric.key === key)?.progress ?? null
  return new Map(
    own
      .filter((target) => target.period.kind === 'month')
      .map(({ metric: { key }, progress }) => [
        key,
        { own: progress, rep: found(rep, key), team: found(inTeam, key) },
      ]),
  )
}

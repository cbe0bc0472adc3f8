// The demo's managers set their teams' targets, and the director that of all, in the form that any manager uses.
import type { UserSession } from '../sandbox/user/user-session.ts'
import { BLOCKS } from '../src/targets/slack/target-form.ts'
import { COMPANY, type DemoTarget, type DemoTeam, handleOf, TEAMS } from './company.ts'
import type { Harness } from './harness/harness.ts'

/** Ten minutes before the team is asked. */
const SET_AT = '08:50'

type TargetTeam = Pick<DemoTeam, 'manager' | 'channelName' | 'zone' | 'targets'>

interface TargetMorning {
  at: Temporal.Instant
  team: TargetTeam
}

/** In the order of time. */
export function targetMornings(date: Temporal.PlainDate): TargetMorning[] {
  return [COMPANY, ...TEAMS]
    .map((team: TargetTeam) => ({
      at: date.toZonedDateTime({ timeZone: team.zone, plainTime: SET_AT }).toInstant(),
      team,
    }))
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at))
}

/** Resolves when the reps have been told. */
export async function setTargets(harness: Harness, team: TargetTeam): Promise<void> {
  const manager = harness.user(handleOf(team.manager))
  for (const target of team.targets) await setTarget(manager, team.channelName, target)
  await harness.settled()
}

async function setTarget(
  manager: UserSession,
  channel: string,
  { metric, period, value }: DemoTarget,
): Promise<void> {
  const { modal } = manager
  await manager.command('/kpi', 'target', { in: channel })
  await modal.fill({ [BLOCKS.metric]: metric, [BLOCKS.period]: period, [BLOCKS.value]: value })
  // The form becomes the preview, and the preview says what is saved.
  for (let step = 0; step < 2; step += 1) {
    const result = await modal.submit()
    if (!('updated' in result))
      throw new Error(`The target for ${metric} was not taken: ${JSON.stringify(result)}`)
  }
  modal.close({ all: true })
}

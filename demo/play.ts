// Plays one whole working day of the demo, logs what each user sees, and fails when something does not happen.
import type { UserSession } from '../sandbox/user/user-session.ts'
import { DEMO_DATE } from './company.ts'
import { DAY, type Scene } from './day.ts'
import type { Harness } from './harness/harness.ts'

type Log = (line: string) => void

/** Exit code: 0 when the day went as it should. */
export async function playDay(harness: Harness, log: Log): Promise<number> {
  const began = performance.now()
  await playScenes(harness, DAY, log)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const { sandbox } = harness
  const refused = sandbox.refused()
  for (const call of refused) log(`!! refused: ${call.method} ${JSON.stringify(call)}`)
  const acks = sandbox
    .deliveries()
    .map((delivery) => Math.ceil(delivery.tookMs))
    .sort((one, other) => one - other)
  log(`\nThe day took ${seconds} s and ${sandbox.calls().length} calls to Slack, ${refused.length} refused.`)
  log(
    `${acks.length} acknowledgements: half within ${acks[acks.length >> 1]} ms, the slowest ${acks.at(-1)} ms.`,
  )
  return refused.length === 0 ? 0 : 1
}

export async function playScenes(harness: Harness, scenes: readonly Scene[], log: Log): Promise<void> {
  for (const scene of scenes) {
    const at = { timeZone: scene.zone, plainTime: scene.at }
    await harness.moveTo(Temporal.PlainDate.from(DEMO_DATE).toZonedDateTime(at).toInstant())
    log(`\n── ${scene.at} ${scene.zone} · ${scene.title}`)
    await scene.play({
      user: (name) => harness.user(name),
      show: async (who, read) => {
        await harness.settled()
        show(log, harness.user(who), read())
      },
    })
    await harness.settled()
  }
}

function show(log: Log, user: UserSession, seen: string): void {
  log(`\n${user.user.realName} sees:`)
  for (const line of seen.trimEnd().split('\n')) log(`  │ ${line}`)
}

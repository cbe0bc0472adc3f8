// Plays one whole working day of the demo, tells what each person saw, and fails when something did not happen.
import type { UserSession } from '../sandbox/user/user-session.ts'
import { DEMO_DATE } from './company.ts'
import { DAY, type Scene } from './day.ts'
import type { Harness } from './harness/harness.ts'

type Say = (line: string) => void

/** Exit code: 0 when the day went as it should. */
export async function playDay(harness: Harness, say: Say): Promise<number> {
  const began = performance.now()
  await playScenes(harness, DAY, say)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const { sandbox } = harness
  const refused = sandbox.refused()
  for (const call of refused) say(`!! refused: ${call.method} ${JSON.stringify(call)}`)
  const acks = sandbox
    .deliveries()
    .map((delivery) => Math.ceil(delivery.tookMs))
    .sort((one, other) => one - other)
  say(`\nThe day took ${seconds} s and ${sandbox.calls().length} calls to Slack, ${refused.length} refused.`)
  say(
    `${acks.length} acknowledgements: half within ${acks[acks.length >> 1]} ms, the slowest ${acks.at(-1)} ms.`,
  )
  return refused.length === 0 ? 0 : 1
}

export async function playScenes(harness: Harness, scenes: readonly Scene[], say: Say): Promise<void> {
  for (const scene of scenes) {
    const at = { timeZone: scene.zone, plainTime: scene.at }
    await harness.moveTo(Temporal.PlainDate.from(DEMO_DATE).toZonedDateTime(at).toInstant())
    say(`\n── ${scene.at} ${scene.zone} · ${scene.title}`)
    await scene.play({
      user: (name) => harness.user(name),
      tell: async (who, look) => {
        await harness.settled()
        tell(say, harness.user(who), look())
      },
    })
    await harness.settled()
  }
}

function tell(say: Say, user: UserSession, seen: string): void {
  say(`\n${user.user.realName} sees:`)
  for (const line of seen.trimEnd().split('\n')) say(`  │ ${line}`)
}

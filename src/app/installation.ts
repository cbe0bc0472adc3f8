// Notices that the app was uninstalled or its token stopped working, and that it is back: teams pause and go on.
import type { Context } from '../core/context.ts'
import { reasonOf } from '../core/fault-reason.ts'
import { appInstalled, appRemoved } from '../org/flows/sync-channel.ts'
import { askIdentity } from '../slack/identity.ts'
import type { SlackPorts } from './wiring.ts'

/** How often a dead token is tried again, in case an admin gave the access back. */
const PROBE_EVERY_MINUTES = 10

export interface Installation {
  /** Called by each tick. */
  check(): Promise<void>
}

/** Called once the token was seen to work. */
export async function watchInstallation(
  { client, guard }: Pick<SlackPorts, 'client' | 'guard'>,
  context: Context,
  workspaceId: string,
): Promise<Installation> {
  const { clock, log } = context
  let isRecorded = true
  let probeAt = clock.now()
  const record = async () => {
    isRecorded = false
    probeAt = clock.now().add({ minutes: PROBE_EVERY_MINUTES })
    await appRemoved(context, workspaceId, 'token-refused')
    isRecorded = true
  }
  guard.onDead((error) => {
    log.error({ workspaceId, error }, 'Slack does not accept the token any more')
    // Where the database does not answer, the next tick records it.
    void record().catch(() => {})
  })
  await appInstalled(context, workspaceId)
  return {
    check: async () => {
      if (guard.error() === null) return
      if (!isRecorded) await record()
      if (Temporal.Instant.compare(clock.now(), probeAt) < 0) return
      probeAt = clock.now().add({ minutes: PROBE_EVERY_MINUTES })
      const identity = await askIdentity(client).catch((fault: unknown) => {
        log.debug({ reason: reasonOf(fault) }, 'the token still does not work')
        return null
      })
      if (identity) await appInstalled(context, workspaceId)
    },
  }
}

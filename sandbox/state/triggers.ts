// Trigger ids of interactions, each of which opens one view within three seconds.
import { randomBytes, randomInt } from 'node:crypto'
import type { Trigger } from './entities.ts'
import type { Workspace } from './workspace.ts'

const LIFE_MS = 3_000
/** Older triggers are deleted. */
const KNOWN_MS = 60_000

export function makeTrigger(workspace: Workspace, userId: string, inModal: boolean): string {
  const now = Date.now()
  for (const [id, old] of workspace.triggers) {
    if (now - old.madeAtMs <= KNOWN_MS) break
    workspace.triggers.delete(id)
  }
  const id = `${randomInt(1e12, 9e12)}.${randomInt(1e12, 9e12)}.${randomBytes(16).toString('hex')}`
  workspace.triggers.set(id, { userId, madeAtMs: now, exchanged: false, inModal })
  return id
}

export type Exchange =
  | { ok: true; trigger: Trigger }
  | { ok: false; reason: 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' }

/** `invalid_trigger_id` also stands for triggers of more than a minute ago, which are deleted. */
export function exchangeTrigger(workspace: Workspace, id: string): Exchange {
  const trigger = workspace.triggers.get(id)
  if (trigger === undefined) return { ok: false, reason: 'invalid_trigger_id' }
  if (trigger.exchanged) return { ok: false, reason: 'exchanged_trigger_id' }
  if (Date.now() - trigger.madeAtMs > LIFE_MS) return { ok: false, reason: 'expired_trigger_id' }
  trigger.exchanged = true
  return { ok: true, trigger }
}

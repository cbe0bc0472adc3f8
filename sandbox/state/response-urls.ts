// Response URLs: five responses to an interaction within thirty minutes, without a token.
import { randomBytes, randomInt } from 'node:crypto'
import type { ResponseUrl } from './entities.ts'
import type { PlatformState, Workspace } from './workspace.ts'

const LIFE_MS = 30 * 60_000
const USES = 5

/** @param kind the first part of the path, as in Slack's response URLs */
export function makeResponseUrl(
  state: PlatformState,
  workspace: Workspace,
  kind: 'commands' | 'actions',
  about: { userId: string; channelId: string; messageTs?: string },
): string {
  for (const [old, { madeAtMs }] of workspace.responseUrls) {
    if (!isOver(state, madeAtMs)) break
    workspace.responseUrls.delete(old)
  }
  const path = `/${kind}/${workspace.id}/${randomInt(1e12, 9e12)}/${randomBytes(18).toString('base64url')}`
  workspace.responseUrls.set(path, { ...about, madeAtMs: state.clock.now(), uses: 0 })
  return state.origin + path
}

export type Use = { ok: true; url: ResponseUrl } | { ok: false; reason: 'expired_url' | 'used_url' }

/** The thirty minutes are counted by the sandbox's clock, so that tests can let them pass. */
export function spendResponseUrl(state: PlatformState, workspace: Workspace, path: string): Use {
  const url = workspace.responseUrls.get(path)
  if (url === undefined || isOver(state, url.madeAtMs)) return { ok: false, reason: 'expired_url' }
  if (url.uses >= USES) return { ok: false, reason: 'used_url' }
  url.uses += 1
  return { ok: true, url }
}

function isOver(state: PlatformState, madeAtMs: number): boolean {
  return state.clock.now() - madeAtMs > LIFE_MS
}

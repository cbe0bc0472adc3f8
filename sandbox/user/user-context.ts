// The user who acts, and in which workspace.
import type { Found } from '../changes.ts'
import type { Platform } from '../platform.ts'
import type { User } from '../state/entities.ts'
import type { Workspace } from '../state/workspace.ts'

export interface UserContext {
  platform: Platform
  workspace: Workspace
  user: User
}

/** A user who waits for something to show on their screen. */
export interface WaitingUser extends UserContext {
  /** Resolves with the first value of `query` that is neither undefined, null nor false; see Changes. */
  waitFor<T>(query: () => T, timeoutMs?: number): Promise<Found<T>>
}

// Teams against each other as a board: a higher feature knows them, and this room asks it.
import type { Context } from '../../core/context.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import type { CommandRequest } from '../../slack/requests.ts'

/** Null: what was typed is not about teams. */
export type TeamsBoard = (
  asked: Pick<CommandRequest, 'who' | 't'>,
  typed: string,
  context: Context,
) => Promise<RenderedMessage | null>

declare module '../../core/context.ts' {
  interface Contributions {
    teamsBoards: readonly TeamsBoard[]
  }
}

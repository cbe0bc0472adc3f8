// Says who is on the ladder for one person's warning: nobody has to answer for their own.
import type { UserId } from '../../core/ids.ts'
import type { Answerer, Ladder } from './procedure.ts'

/** Who is there now, the first to be asked first. */
export interface TeamLadder {
  /** The manager and the delegate. */
  inTeam: readonly Answerer[]
  /** The managers of the teams above, the nearest first. */
  above: readonly Answerer[]
}

export function ladderOf({ inTeam, above }: TeamLadder, rep: UserId | null): Ladder {
  const manager = inTeam.find(({ userId }) => userId !== rep) ?? null
  const others = above.filter(({ userId }) => userId !== rep && userId !== manager?.userId)
  const director = others[0] ?? null
  const top = others.at(-1) ?? null
  return { rep, manager, director, lastResort: top && top.userId !== director?.userId ? top : null }
}

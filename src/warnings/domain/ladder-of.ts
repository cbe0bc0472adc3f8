// Says who is on the ladder for one person's warning: nobody has to answer for their own.
import type { UserId } from '../../core/ids.ts'
import type { Leads } from './kept-target.ts'
import type { Level } from './level.ts'
import type { Answerer, Ladder } from './procedure.ts'

/** Who is there now, the first to be asked first. */
export interface TeamLadder {
  /** The manager and the delegate. */
  inTeam: readonly Answerer[]
  /** The managers of the teams above, the nearest first. */
  above: readonly Answerer[]
  /** Whom the workspace names for what nobody answers. Null: nobody, or they are away. */
  named?: Answerer | null
  /** Whoever leads, also who is away. Missing: who is there. */
  leads?: Leads
}

export function ladderOf(team: TeamLadder, rep: UserId | null): Ladder {
  const { inTeam, above, named } = team
  const manager = inTeam.find(({ userId }) => userId !== rep) ?? null
  const others = above.filter(({ userId }) => userId !== rep && userId !== manager?.userId)
  const director = others[0] ?? null
  const known = [rep, manager?.userId, director?.userId]
  const last = [named, others.at(-1)].find((one) => one && !known.includes(one.userId))
  const leads = leadsOf(team)
  const isAlone = [...leads.inTeam, ...leads.above].every((userId) => userId === rep)
  return { ...{ rep, manager, director, lastResort: last ?? null }, ...(isAlone && { isAlone }) }
}

/** Whether somebody leads above to whom it goes up, and yet another one has what nobody answers. Whoever is away counts as well. */
export interface Above {
  director: boolean
  lastResort: boolean
}

/** Whoever leads, and whom the workspace names for what nobody answers. */
export interface Chain extends Leads {
  named: UserId | null
}

export function aboveOf(chain: Chain, rep: UserId | null): Above {
  const { manager, others } = onLadder(chain, rep)
  const known = [rep, manager, others[0]]
  const last = [chain.named, others.at(-1)].find((one) => one && !known.includes(one))
  return { director: others.length > 0, lastResort: last !== undefined }
}

/** Whether there is yet another one to whom it goes when what somebody promises is not kept. */
export function hasNext(
  chain: Chain,
  { rep, promiser, level }: { rep: UserId | null; promiser: UserId; level: Level },
): boolean {
  const { manager, others } = onLadder(chain, rep)
  const next = [...(level === 'blue' ? [manager] : []), ...others, chain.named]
  return next.some((one) => one && one !== promiser && one !== rep)
}

function onLadder({ inTeam, above }: Leads, rep: UserId | null) {
  const manager = inTeam.find((userId) => userId !== rep)
  return { manager, others: above.filter((userId) => userId !== rep && userId !== manager) }
}

/** Whoever the workspace names for what nobody answers is above everybody. */
export function leadsOf({ inTeam, above, named, leads }: TeamLadder): Leads {
  const idsOf = (who: readonly Answerer[]) => who.map(({ userId }) => userId)
  const known = leads ?? { inTeam: idsOf(inTeam), above: idsOf(above) }
  return named ? { ...known, above: [...known.above, named.userId] } : known
}

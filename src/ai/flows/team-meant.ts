// Which team a question without a name means, of several that the asker may see: the one on top, which stands with those below it as a whole.
import type { Queryable } from '../../core/db/client.ts'
import type { TeamId } from '../../core/ids.ts'
import type { NamedTeam } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import type { Asker } from './ask-tool.ts'
import { teamsOn } from './own-teams.ts'

/** `teamId` null: there are several on top. `notCovered`: that one of them is left out because it is off. */
export async function teamMeant(
  q: Queryable,
  asker: Asker,
  choices: readonly NamedTeam[],
): Promise<{ teamId: TeamId | null; notCovered: readonly string[] }> {
  const { directs } = await actorOf(q, asker.who, asker.now)
  const top = choices.filter(({ teamId }) => !directs.includes(teamId))
  const { on, notCovered } = await teamsOn(q, asker, top, ({ teamId }) => teamId)
  return { teamId: on.length === 1 ? on[0]!.teamId : null, notCovered }
}

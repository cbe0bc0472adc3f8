// Finds the team that `/kpi team` names, among those whose numbers the person may see.
import { teamsInWords } from '../../boards/domain/team-in-words.ts'
import type { Context } from '../../core/context.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { readPeriod } from '../../numbers/domain/asked-period.ts'
import type { NamedTeam } from '../../org/domain/team.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { namedTeams } from '../../org/flows/named-teams.ts'
import { teamsAllowed } from '../../org/flows/resolve-team.ts'
import { maySeeTeam } from '../domain/permissions.ts'

/** More ways to cut the words are not tried. */
const MAX_TRIED = 10

/** `typed`: without the name. Several: the words fit more than one. Null: none is named, or all of it is a period. */
export async function teamByName(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  who: Person,
  typed: string,
): Promise<{ teams: readonly NamedTeam[]; typed: string } | null> {
  const now = clock.now()
  const isPeriod = (text: string) => {
    const read = readPeriod(text, {
      ...{ today: localDate(now, who.zone), weekStartsOn: 1, yearStarts: 1, locale: who.locale },
    })
    return read.ok || read.reason !== 'unread'
  }
  if (isPeriod(typed)) return null
  const found = teamsInWords(typed, await teamsByName({ db, clock }, who))
    .slice(0, MAX_TRIED)
    .find(({ rest }) => isPeriod(rest))
  return found ? { teams: found.teams, typed: found.rest } : null
}

/** All that have a name. */
export async function teamsByName({ db, clock }: Pick<Context, 'db' | 'clock'>, who: Person) {
  const now = clock.now()
  const teams = await teamsAllowed(db, await actorOf(db, who, now), maySeeTeam)
  return (await namedTeams(db, who.workspaceId, teams, now)).flatMap((team) =>
    team.name ? [{ ...team, name: team.name }] : [],
  )
}

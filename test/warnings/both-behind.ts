// The team of two on Friday 6 March at nine: Ben's warning is urgent, Eva's is not; nobody has taken them on.
import type { Database } from '../../src/core/db/client.ts'
import type { Person } from '../../src/core/person.ts'
import { typist } from '../numbers/typist.ts'
import { warningTeam } from './warning-team.ts'

export async function bothBehind(db: Database) {
  const team = await warningTeam(db)
  const dates = ['02', '03', '04', '05', '06'].map((date) => `2026-03-${date}`)
  await team.replan('2026-03-02')
  await team.calls('eva', Object.fromEntries(dates.map((date) => [date, 8])))
  await team.calls('ben', Object.fromEntries(dates.map((date) => [date, 2])))
  await team.mornings('2026-03-02', '2026-03-05')
  await team.tickAt('2026-03-06T08:00:00Z')
  const [boss, , director] = team.leads
  const asks = async (who: Person) => {
    const typing = typist(team.context, who)
    return { typing, text: await typing.command('risks') }
  }
  return { team, boss: boss!, director: director!, ben: team.person('ben'), eva: team.person('eva'), asks }
}

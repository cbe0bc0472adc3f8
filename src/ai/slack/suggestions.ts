// Suggests questions, three or four by what the reader does: reports, leads a team, leads teams.
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import type { Actor } from '../../org/domain/permissions.ts'

const MOST = 4

export function suggestionsFor(
  { memberOf, manages, actsFor, directs }: Pick<Actor, 'memberOf' | 'manages' | 'actsFor' | 'directs'>,
  t: Translate,
): string[] {
  const leads = manages.length + actsFor.length > 0
  const keys: MessageKey[] = [
    ...(directs.length > 0 ? (['ask.suggestTeams'] as const) : []),
    ...(leads ? (['ask.suggestMissing', 'ask.suggestTeam', 'ask.suggestWarnings'] as const) : []),
    ...(memberOf.length > 0 ? (['ask.suggestGap', 'ask.suggestTasks', 'ask.suggestPlace'] as const) : []),
  ]
  return keys.slice(0, MOST).map((key) => t(key))
}

// The Home tab's part with the warnings that have come up to whoever leads from above, and that nobody has taken on.
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Person } from '../../core/person.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import type { Block } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import type { WarningView } from '../../warnings/domain/warning-view.ts'
import { readingOf, warningsReached } from '../../warnings/flows/list-warnings.ts'
import { listedButtons, listedText } from '../../warnings/slack/list-message.ts'

const SHOWN = 3

/** `shownTeams`: of these the reader sees what waits already. */
export async function reachedHome(
  context: Context,
  who: Person,
  now: Temporal.Instant,
  shownTeams: readonly string[],
  t: Translate,
): Promise<Block[]> {
  const reached = (await warningsReached(context.db, who, now)).filter(
    ({ warning }) => !shownTeams.includes(warning.teamId),
  )
  await recordReading(context.db, context, who, reached.slice(0, SHOWN).map(readingOf))
  return reachedBlocks(reached, who.zone, t)
}

export function reachedBlocks(reached: readonly WarningView[], zone: string, t: Translate): Block[] {
  if (reached.length === 0) return []
  const rest = reached.length - SHOWN
  return [
    section(t('overview.homeReached', { count: reached.length })),
    ...reached
      .slice(0, SHOWN)
      .flatMap((view) => [section(listedText(view, { zone, isMixed: true }, t)), ...listedButtons(view, t)]),
    ...(rest > 0 ? [section(t('overview.homeWarned', { count: rest }))] : []),
    { type: 'divider' },
  ]
}

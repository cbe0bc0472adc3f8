// The Home tab's part with a person's own open warnings.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block } from '../../slack/blocks.ts'
import { plain, section } from '../../slack/fields.ts'
import type { HomeSection } from '../../slack/home.ts'
import type { WarningView } from '../domain/warning-view.ts'
import { ownWarnings } from '../flows/list-warnings.ts'
import { listedButtons, listedText } from './list-message.ts'

const SHOWN = 3

export const ownWarningsSection: HomeSection = {
  place: 8,
  draw: async (who, now, t, { db }) => ownBlocks(await ownWarnings(db, who, now), who.zone, t),
}

export function ownBlocks(own: readonly WarningView[], zone: string, t: Translate): Block[] {
  if (own.length === 0) return []
  const rest = own.length - SHOWN
  const isMixed = new Set(own.map(({ warning }) => warning.teamId)).size > 1
  return [
    { type: 'header', text: plain(t('risks.homeTitle')) },
    ...own
      .slice(0, SHOWN)
      .flatMap((view) => [section(listedText(view, { zone, isMixed }, t)), ...listedButtons(view, t)]),
    ...(rest > 0 ? [section(t('risks.homeMore', { count: rest }))] : []),
    { type: 'divider' },
  ]
}

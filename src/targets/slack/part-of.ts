// Says of which target above a team's target is a part.
import type { Translate } from '../../core/i18n/translate.ts'
import { escapeWithin } from '../../slack/lines.ts'
import type { TargetAbove } from '../domain/message-facts.ts'

const NAME_LENGTH = 100

export const partOfText = (
  { teamName, isCompany }: TargetAbove,
  key: 'cascade.partOf' | 'cascade.historyPartOf',
  t: Translate,
): string => t(key, { company: isCompany ? 'yes' : 'no', above: escapeWithin(teamName, NAME_LENGTH) })

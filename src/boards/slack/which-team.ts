// Asks which team's board a person means, with a menu of those that they may see.
import type { Translate } from '../../core/i18n/translate.ts'
import type { NamedTeam } from '../../org/domain/team.ts'
import { teamMenu } from '../../org/slack/team-menu.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { BOARDS } from './ids.ts'

/** `typed`: kept, so that the board that is chosen is of the period and the metric that were asked for. */
export const whichTeamMessage = (teams: readonly NamedTeam[], typed: string, t: Translate): RenderedMessage =>
  teamMenu({ question: t('board.whichTeam'), actionId: BOARDS.choose }, teams, typed, t)

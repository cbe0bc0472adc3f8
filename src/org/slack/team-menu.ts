// Asks which team a person means, with a menu of those that are possible.
import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { option, plain } from '../../slack/fields.ts'
import { limits } from '../../slack/limits.ts'
import { clip } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { NamedTeam } from '../domain/team.ts'
import { inGroups } from './country-and-zone-choices.ts'
import { teamInMenu } from './team-line.ts'

const LABEL_PART = 30
/** Slack's limit for the value of an option, less the team's id. */
const TYPED_LENGTH = 100

/** The value of a choice is the team's id, followed by what was typed. */
export function teamMenu(
  { question, actionId }: { question: string; actionId: string },
  teams: readonly NamedTeam[],
  typed: string,
  t: Translate,
): RenderedMessage {
  const kept = typed && typed.length <= TYPED_LENGTH ? ` ${typed}` : ''
  const choices = teams.map((team) => ({ value: `${team.teamId}${kept}`, text: teamInMenu(team, t) }))
  const groups = inGroups(choices, ([first, last]) =>
    [first, last].map(({ text }) => clip(text, LABEL_PART)).join(' – '),
  )
  const message = textMessage(question)
  message.blocks.push({
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: actionId,
        placeholder: plain(t('team.choose')),
        option_groups: groups.map((group) => ({
          label: plain(clip(group.label, limits.optionGroup.label.maxLength)),
          options: group.choices.map(option),
        })),
      },
    ],
  })
  return message
}

// Names a team together with its channel and its manager, so that it cannot be taken for another of the same name.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block } from '../../slack/blocks.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { channelLink, clip, mention, mrkdwn } from '../../slack/mrkdwn.ts'
import type { TeamIdentity } from '../domain/message-facts.ts'
import type { NamedTeam } from '../domain/team.ts'

const NAME_LENGTH = 100

/** 'North (#north)': what a sentence calls a team outside its own channel. */
export const teamLabel = (
  { teamName, channelId }: Pick<TeamIdentity, 'teamName' | 'channelId'>,
  t: Translate,
  maxLength = NAME_LENGTH,
): string => t('team.label', { team: escapeWithin(teamName, maxLength), channel: channelLink(channelId) })

/** 'North · #north · manager @Mara'. */
export const teamLine = (team: TeamIdentity, t: Translate): string =>
  t('team.line', {
    team: escapeWithin(team.teamName, NAME_LENGTH),
    channel: channelLink(team.channelId),
    manager: mention(team.managerUserId),
  })

/** The same as the small print under a message. */
export const teamLineBlock = (team: TeamIdentity, t: Translate): Block => ({
  type: 'context',
  elements: [mrkdwn(teamLine(team, t))],
})

const MENU_NAME_LENGTH = 40
const MENU_CHANNEL_LENGTH = 28

/** 'North · #north': where Slack renders no links. */
export function teamInMenu({ name, channelName }: Omit<NamedTeam, 'teamId'>, t: Translate): string {
  if (name === null) return t('team.private')
  const team = clip(name, MENU_NAME_LENGTH)
  return channelName ? `${team} · #${clip(channelName, MENU_CHANNEL_LENGTH)}` : team
}

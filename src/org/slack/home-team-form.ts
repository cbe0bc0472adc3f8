// The form in which a person's home team is moved, which looks after their leave.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { chosenIn, field, groupedMenu, modal, section } from '../../slack/fields.ts'
import { isSlackId } from '../../slack/ids.ts'
import { limits } from '../../slack/limits.ts'
import type { FormState } from '../../slack/requests.ts'
import type { HomeChoice } from '../flows/home-teams.ts'
import { TEAM } from './ids.ts'
import { teamInMenu } from './team-line.ts'

export const HOME_TEAM = 'home-team'

/** One group of options for each person: their other teams. Further people and teams than Slack takes are left out. */
export function homeTeamView(choices: readonly HomeChoice[], t: Translate): ModalView {
  const groups = choices.slice(0, limits.select.optionGroups.maxItems).map((choice) => ({
    label: t('leave.homeNow', { person: choice.name, team: teamInMenu(choice.home, t) }),
    choices: choice.others.slice(0, limits.select.options.maxItems).map((team) => ({
      value: `${choice.userId} ${team.teamId}`,
      text: teamInMenu(team, t),
    })),
  }))
  return modal({
    callbackId: TEAM.homeTeamForm,
    title: t('leave.homeTitle'),
    submit: groups.length > 0 ? t('common.save') : null,
    close: t('common.cancel'),
    metadata: {},
    blocks: [
      section(t('leave.homeIntro')),
      ...(groups.length > 0 ? [field(HOME_TEAM, t('leave.homeNew'), groupedMenu(groups, ''))] : []),
    ],
  })
}

/** Null: nothing was chosen, or the value is invalid. */
export function readHomeTeam(state: FormState): { userId: UserId; teamId: TeamId } | null {
  const [userId = '', id] = (chosenIn(state, HOME_TEAM) ?? '').split(' ')
  const teamId = z.uuid().safeParse(id).data
  return teamId && isSlackId(userId) ? { userId, teamId } : null
}

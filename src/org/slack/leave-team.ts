// `/kpi leave-team`: a person leaves a team, after a form that says what follows.

import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { chosenIn, field, menu, modal, section } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { CommandHandler, FormState, SubmitHandler } from '../../slack/requests.ts'
import { type LeavableTeam, leavableTeams, leaveTeam, type TeamLeft } from '../flows/leave-team.ts'
import { TEAM } from './ids.ts'

const TEAM_FIELD = 'team'
const TEAM_LENGTH = 300
/** Slack's limit for a menu. */
const MAX_TEAMS = 100

const Metadata = z.object({
  /** Null: the person is in several teams and chooses one. */
  teamId: z.uuid().nullable(),
})

export const leaveTeamCommand: CommandHandler = async (call, context) => {
  const teams = await leavableTeams(context, call.who)
  if (teams.length === 0) return call.reply(textMessage(call.t('leave-team.noTeam')))
  await call.open(leaveTeamView(teams, call.t))
}

export const submitLeaveTeam: SubmitHandler = async ({ who, t, metadata, state }, context) => {
  const teamId = readLeaveTeam(metadata, state)
  const left: TeamLeft = teamId ? await leaveTeam(context, who, teamId) : { ok: false, reason: 'not-allowed' }
  return { kind: 'update', view: leftTeamView(left, who.userId, t) }
}

export function leaveTeamView(teams: readonly LeavableTeam[], t: Translate): ModalView {
  const [first, ...others] = teams
  const single = first && others.length === 0 ? first : null
  const choices = teams.slice(0, MAX_TEAMS).map(({ teamId, teamName }) => ({ value: teamId, text: teamName }))
  return modal({
    callbackId: TEAM.leaveTeamForm,
    title: t('leave-team.title'),
    submit: t('leave-team.leave'),
    close: t('common.cancel'),
    metadata: { teamId: single?.teamId ?? null } satisfies z.infer<typeof Metadata>,
    blocks: [
      ...(single
        ? [section(t('leave-team.sure', { team: escapeWithin(single.teamName, TEAM_LENGTH) }))]
        : [field(TEAM_FIELD, t('leave-team.which'), menu(choices, null))]),
      section(t('leave-team.follows')),
    ],
  })
}

/** Null: nothing valid is chosen. */
export function readLeaveTeam(metadata: string, state: FormState): string | null {
  const teamId = readJson(metadata, Metadata)?.teamId ?? chosenIn(state, TEAM_FIELD)
  return z.uuid().safeParse(teamId).data ?? null
}

export function leftTeamView(left: TeamLeft, userId: string, t: Translate): ModalView {
  const lines = left.ok
    ? [t('leave-team.left', { team: escapeWithin(left.teamName, TEAM_LENGTH) })]
    : [t('leave-team.gone')]
  if (left.ok && left.managerUserId === userId) lines.push(t('leave-team.stillManager'))
  else if (left.ok) lines.push(t('leave-team.managerTold', { manager: mention(left.managerUserId) }))
  return modal({
    callbackId: TEAM.leaveTeamForm,
    title: t('leave-team.title'),
    submit: null,
    close: t('setup.finish'),
    metadata: {},
    blocks: [section(lines.join('\n'))],
  })
}

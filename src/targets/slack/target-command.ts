// `/kpi target`: opens the form for whoever sets targets, shows reps their own, and lists the changes.
import type { Context } from '../../core/context.ts'
import { foldText } from '../../core/text.ts'
import { membershipsOf, resolveMembership } from '../../numbers/flows/memberships.ts'
import { standingOf } from '../../org/domain/standing.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { companyTeam } from '../../org/flows/company.ts'
import { isAllowedInTeam, resolveTeam } from '../../org/flows/resolve-team.ts'
import { whoActsFor } from '../../org/flows/who-acts-for.ts'
import { inChosenTeam } from '../../org/slack/chosen-team.ts'
import { resolveTeamOrReply } from '../../org/slack/resolve-team-or-reply.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { CommandHandler, CommandRequest } from '../../slack/requests.ts'
import { maySeeOwnTargets, maySetTargets } from '../domain/permissions.ts'
import { openTarget } from '../flows/open-target.ts'
import { ownTargets } from '../flows/own-targets.ts'
import { ownTargetHistory, teamTargetHistory } from '../flows/target-history.ts'
import { TARGETS } from './ids.ts'
import { openTable } from './submit-table.ts'
import { targetView } from './target-form.ts'
import { renderHistory } from './target-history.ts'
import { targetBlocks, targetWords } from './target-lines.ts'

const HISTORY = ['history', 'changes', '历史', '歷史', '记录', '紀錄', '記錄']

const TABLE = [
  ...['table', 'paste', 'paste a table', 'import', 'upload', '表格', '粘贴', '粘贴表格', '导入'],
  ...['貼上', '貼上表格', '匯入'],
]

/** For the team that an admin has named, from anywhere. */
const COMPANY = ['company', 'the company', 'whole company', '公司', '全公司']

export const targetCommand: CommandHandler = async (call, context) => {
  if (COMPANY.includes(foldText(call.rest))) return openCompany(call, context)
  const history = HISTORY.includes(foldText(call.rest))
  if (await answerRep(call, context, history)) return
  const team = await resolveTeamOrReply(call, context, maySetTargets, TARGETS.targetOf)
  if (!team) return
  if (history) call.reply(renderHistory(await teamTargetHistory(context.db, team, call.now), call.t))
  else if (TABLE.includes(foldText(call.rest))) await openTable(call, context, team.teamId)
  else await call.open(targetView(await openTarget(context.db, team, call.now), call.t))
}

export const targetOfChosen = inChosenTeam(targetCommand, maySetTargets)

async function openCompany(call: CommandRequest, { db }: Context): Promise<void> {
  const { who, now, t } = call
  const team = await companyTeam(db, who.workspaceId)
  if (!team) return call.reply(textMessage(t('cascade.noCompany')))
  if (await isAllowedInTeam(db, who, maySetTargets, team.teamId, now))
    return call.open(targetView(await openTarget(db, team, now), t))
  const leader = await whoActsFor(db, team, now, [who.userId])
  call.reply(
    textMessage(leader ? t('cascade.onlyLeader', { leader: mention(leader) }) : t('team.nobodyActs')),
  )
}

/** True: the person sets no targets here, and was shown their own, or told who sets them. */
async function answerRep(call: CommandRequest, { db }: Context, history: boolean): Promise<boolean> {
  const { who, now, t, channelId } = call
  const actor = await actorOf(db, who, now)
  const resolved = await resolveTeam(db, actor, maySetTargets, channelId, now)
  if (resolved.ok || resolved.reason === 'which-team' || standingOf(actor) === 'leads') return false
  const membership = resolveMembership(await membershipsOf(db, who, maySeeOwnTargets, now), channelId)
  if (!membership && who.isAdmin && resolved.reason === 'no-team') {
    call.reply(textMessage(t('target.notAdmin')))
    return true
  }
  if (!membership) return false
  if (history) {
    call.reply(renderHistory(await ownTargetHistory(db, membership), t))
    return true
  }
  const targets = await ownTargets(db, membership, now)
  if (targets.length === 0) call.reply(textMessage(t('target.none')))
  else
    call.reply({
      text: targetWords(targets, t, t('target.yours')).join('\n'),
      blocks: targetBlocks(membership.member.teamId, targets, t, t('target.yours')),
    })
  return true
}

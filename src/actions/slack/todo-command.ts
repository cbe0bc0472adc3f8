// `/kpi todo`: shows what is to be done, and adds what is typed behind it. Only the person sees the answer.
import type { Context } from '../../core/context.ts'
import { formatDate } from '../../core/i18n/format.ts'
import type { UserId } from '../../core/ids.ts'
import { dateReadingOf } from '../../org/flows/date-view.ts'
import { loadStanding } from '../../org/flows/load-standing.ts'
import { noTeamMessage, renderNoTeam } from '../../org/slack/no-team.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { dateQuestion } from '../../slack/date-questions.ts'
import { section } from '../../slack/fields.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { CommandHandler, CommandRequest } from '../../slack/requests.ts'
import { ACTION_TEXT_LENGTH } from '../domain/action-item.ts'
import { addAction } from '../flows/add-action.ts'
import { namedColleague } from '../flows/named-colleague.ts'
import { showActions } from '../flows/show-actions.ts'
import { changeButton } from './item-line.ts'
import { listMessage } from './list-message.ts'
import { readTodoLine, splitMentions } from './todo-line.ts'

export const todoCommand: CommandHandler = async (call, context) => {
  const { who, t, rest, reply } = call
  if (rest === '') return reply(await ownList(call, context))
  const meant = await peopleMeant(call, context)
  if (!meant.ok) return reply(textMessage(meant.problem))
  const read = readTodoLine(meant.rest, await dateReadingOf(context.db, who, call.now))
  const mentions = meant.userIds.map(mention).join(' ')
  if (!read.ok)
    return reply(
      read.reason === 'no-text'
        ? textMessage(t('todo.howToAdd'))
        : dateQuestion(read.problem.problem, t, {
            noDate: t('todo.howToAdd'),
            commandWith: (dates) => `todo ${mentions} ${read.problem.rest} ${dates}`.replaceAll(/ +/g, ' '),
          }),
    )
  const added = await addAction(context, who, { ...read.line, userIds: meant.userIds })
  if (!added.ok) {
    if (added.reason === 'no-team') return reply(await noTeamMessage(call, context))
    return reply(textMessage(t(added.reason === 'past' ? 'todo.past' : 'todo.notInTeam')))
  }
  const { action } = added
  const said = {
    text: escapeWithin(action.text, ACTION_TEXT_LENGTH),
    date: formatDate(action.dueOn, t.locale),
    owner: mention(action.ownerUserId),
  }
  const text = t(action.ownerUserId === who.userId ? 'todo.added' : 'todo.addedFor', said)
  const buttons = { type: 'actions' as const, elements: [changeButton(action.actionId, 'list', t)] }
  reply({ text, blocks: [section(text), buttons] })
}

/** Whoever is in no team and leads none is told why there is nothing. */
async function ownList({ who, now, t }: CommandRequest, context: Context): Promise<RenderedMessage> {
  const shown = await showActions(context, who, 'own-and-team')
  const facts = shown.own.length === 0 ? await loadStanding(context.db, who, now) : null
  const isOutside = facts && facts.standing !== 'reports' && facts.standing !== 'leads'
  return isOutside ? renderNoTeam(facts, t) : listMessage(shown, t)
}

type Meant = { ok: true; userIds: readonly UserId[]; rest: string } | { ok: false; problem: string }

/** Mentions, and one plain name behind an '@'. */
async function peopleMeant({ who, rest, t, now }: CommandRequest, { db }: Context): Promise<Meant> {
  const mentioned = splitMentions(rest)
  if (mentioned.userIds.length > 0 || !/(?:^|\s)[@＠]\S/u.test(rest)) return { ok: true, ...mentioned }
  const named = await namedColleague(db, who, rest, now)
  if (named.found.length === 1) return { ok: true, userIds: [named.found[0]!.userId], rest: named.rest }
  return { ok: false, problem: t(named.found.length === 0 ? 'todo.nobodyNamed' : 'todo.severalNamed') }
}

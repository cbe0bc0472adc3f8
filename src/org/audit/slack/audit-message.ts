// Renders the list of what was changed: who, whom, what, before and after, when, and by which screen.
import { formatFullDate, withTime } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import type { Block, RenderedMessage } from '../../../slack/blocks.ts'
import { plain, section } from '../../../slack/fields.ts'
import { sectionsOf, wordsOf } from '../../../slack/lines.ts'
import { channelLink, mention, mrkdwn } from '../../../slack/mrkdwn.ts'
import type { AuditEvent } from '../domain/audit-event.ts'
import type { ChangeInWords } from '../flows/audit-kind.ts'
import type { AuditPage, ListedEvent } from '../flows/list-audit.ts'
import { AUDIT } from './ids.ts'

/** `zone`: the reader's. */
export function auditMessage(page: AuditPage, zone: string, t: Translate): RenderedMessage {
  const title = titleOf(page, t)
  if (page.events.length === 0) {
    const nothing = t('audit.nothing')
    return { text: `${title}\n${nothing}`, blocks: [section(title), section(nothing)] }
  }
  const listed = page.events.map((one) => ({
    lines: linesOf(one, t),
    written: t('audit.when', { when: whenText(one.event.at, zone, t), screen: screenText(one.event, t) }),
  }))
  return {
    text: wordsOf([title, ...listed.flatMap(({ lines, written }) => [...lines, written])]),
    blocks: [
      section(title),
      ...listed.flatMap(({ lines, written }): Block[] => [
        ...sectionsOf(lines),
        { type: 'context', elements: [mrkdwn(written)] },
      ]),
      ...pageButtons(page, t),
    ],
  }
}

function titleOf({ reader, userId }: AuditPage, t: Translate): string {
  const titles = { admin: 'audit.ofWorkspace', manager: 'audit.ofTeams', person: 'audit.ofYou' } as const
  const title = t(titles[reader])
  return userId ? `${title}\n${t('audit.onlyOf', { person: mention(userId) })}` : title
}

/** The sentence, then what changed. */
export function linesOf({ event, kind, channelId, facts, open }: ListedEvent, t: Translate): string[] {
  const who = event.actorUserId ? mention(event.actorUserId) : t('audit.nobody')
  const whom = event.userId ? mention(event.userId) : t('audit.nobody')
  const team = channelId ? channelLink(channelId) : t('audit.aTeam')
  if (!kind) return [t('audit.unknownKind', { who })]
  const said = t(kind.sentenceOf(event), { who, whom, team })
  if (!open) return [said]
  return [said, ...kind.describe(event, t, facts as never).map((change) => changeLine(change, t))]
}

function changeLine({ label, before, after }: ChangeInWords, t: Translate): string {
  const change =
    before !== null && after !== null
      ? t('audit.change', { before, after })
      : (before ?? after ?? t('audit.changed'))
  return `> ${label === undefined ? change : t('common.labelled', { label, value: change })}`
}

function whenText(at: Temporal.Instant, zone: string, t: Translate): string {
  const day = at.toZonedDateTimeISO(zone).toPlainDate()
  return withTime(formatFullDate(day, t.locale), at, zone, t.locale)
}

/** A command by the word that the reader types. */
function screenText({ screen }: AuditEvent, t: Translate): string {
  if (isCommand(screen)) return `\`/kpi ${t(COMMANDS[screen])}\``
  if (screen.startsWith('/kpi ')) return `\`${screen}\``
  if (screen.startsWith('message:')) return t('audit.byMessage')
  return t(screen === 'clock' ? 'audit.byClock' : 'audit.bySlack')
}

const COMMANDS = {
  '/kpi correct': 'audit.wordCorrect',
  '/kpi days': 'audit.wordDays',
  '/kpi leave': 'audit.wordLeave',
  '/kpi leave-team': 'audit.wordLeaveTeam',
  '/kpi members': 'audit.wordMembers',
  '/kpi metrics': 'audit.wordMetrics',
  '/kpi privacy': 'audit.wordPrivacy',
  '/kpi rates': 'audit.wordRates',
  '/kpi report': 'audit.wordReport',
  '/kpi rules': 'audit.wordRules',
  '/kpi review': 'audit.wordReview',
  '/kpi setup': 'audit.wordSetup',
  '/kpi standup': 'audit.wordStandup',
  '/kpi target': 'audit.wordTarget',
  '/kpi todo': 'audit.wordTodo',
  '/kpi workspace': 'audit.wordWorkspace',
} as const

const isCommand = (screen: string): screen is keyof typeof COMMANDS => screen in COMMANDS

/** None where the list has only one page. */
function pageButtons({ userId, next, first }: AuditPage, t: Translate): Block[] {
  const button = (id: string, text: string, value: object) => ({
    type: 'button' as const,
    action_id: `${AUDIT.page}#${id}`,
    text: plain(text),
    value: JSON.stringify(value),
  })
  const buttons = [
    ...(first ? [] : [button('newest', t('audit.newest'), { u: userId })]),
    ...(next
      ? [button('older', t('audit.older'), { u: userId, a: next.at.toString(), e: next.eventId })]
      : []),
  ]
  return buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : []
}

// Raising a risk by hand: the command, the button on the list and on Home, and the form.

import { randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanNote, cleanText } from '../../core/text.ts'
import { noTeamMessage } from '../../org/slack/no-team.ts'
import type { Block, Button, ModalView } from '../../slack/blocks.ts'
import { dateIn } from '../../slack/dates.ts'
import { chosenIn, plain, typedIn, userIn } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { mention, unescapeText } from '../../slack/mrkdwn.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type {
  ActionHandler,
  CommandHandler,
  CommandRequest,
  FormState,
  SubmitHandler,
} from '../../slack/requests.ts'
import { TEXT_LENGTH } from '../domain/answer.ts'
import { GRADES, type Grade, type Rating } from '../domain/signals/raised-by-hand.ts'
import { type RiskRaised, raisableTeams, raiseRisk } from '../flows/raise-risk.ts'
import { WARNINGS } from './ids.ts'
import { ABOUT, CUSTOMER_LENGTH, RISK, raiseView } from './risk-forms.ts'
import { LEVEL_NAMES } from './warning-message.ts'

export const RAISE_WORDS = [
  ...['raise risk', 'raise a risk', 'new risk', 'add risk', 'add a risk', 'report risk', 'report a risk'],
  ...[
    'flag risk',
    'flag a risk',
    '上报风险',
    '风险上报',
    '报风险',
    '提风险',
    '风险报备',
    '报备风险',
    '新增风险',
  ],
  ...['登记风险', '回報風險', '風險回報', '通報風險', '風險通報', '提報風險', '新增風險', '登記風險'],
]

export const raiseElement = (t: Translate): Button => ({
  ...{ type: 'button', action_id: WARNINGS.raise, text: plain(t('risk.raise')), value: 'raise' },
})

export const raiseButton = (t: Translate): Block => ({ type: 'actions', elements: [raiseElement(t)] })

export const raiseCommand: CommandHandler = (call, context) => openRaise(call, context)

/** What is typed behind the command stands in the form. */
export async function openRaise(call: CommandRequest, context: Context): Promise<void> {
  const view = await newRisk(call, context, { text: cleanNote(unescapeText(call.rest), TEXT_LENGTH) })
  if (view) await call.open(view)
  else call.reply(await noTeamMessage(call, context))
}

export const pressRaise: ActionHandler = async (call, context) => {
  const view = await newRisk(call, context, { home: call.channelId === null })
  await call.open(view ?? messageAsModal(textMessage(call.t('risk.notAllowed'))))
}

/** Null: they are in no team and lead none. */
async function newRisk(
  { who, now, t }: Pick<CommandRequest, 'who' | 'now' | 't'>,
  { db }: Context,
  { text = '', home = false }: { text?: string; home?: boolean },
): Promise<ModalView | null> {
  const teams = await raisableTeams(db, who, now)
  return teams.length === 0 ? null : raiseView({ riskId: randomUUIDv7(), teams, text, home }, t)
}

const Metadata = z.object({ risk: z.uuid(), home: z.boolean().default(false), team: z.uuid().optional() })
const About = z.tuple([z.enum(ABOUT), z.uuid()])
const TeamId = z.uuid()

export const submitRaise: SubmitHandler = async (call, context) => {
  const { who, state, t } = call
  const metadata = readJson(call.metadata, Metadata)
  const text = cleanNote(typedIn(state, RISK.text), TEXT_LENGTH)
  const read = readRating(state, t)
  const about = metadata && readAbout(state, who.userId, metadata.team)
  const errors = {
    ...(text === '' && { [RISK.text]: t('risk.textMissing') }),
    ...(read.ok ? {} : read.errors),
    ...(!about && RISK.about in state && { [RISK.about]: t('risk.gradeMissing') }),
  }
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors }
  if (!metadata || !about || !read.ok)
    return { kind: 'update', view: messageAsModal(textMessage(t('risk.notAllowed'))) }
  const customer = cleanText(typedIn(state, RISK.customer), CUSTOMER_LENGTH)
  const risk = { text, customer, expectedOn: dateIn(state, RISK.expectedOn), ...read.rating }
  const raised = await raiseRisk(context, who, { ...about, riskId: metadata.risk, risk })
  if (raised.ok) return { kind: 'update', view: messageAsModal(textMessage(raisedText(raised, t))) }
  if (raised.reason === 'past') return { kind: 'errors', errors: { [RISK.expectedOn]: t('risk.past') } }
  const key = { 'not-allowed': 'risk.notAllowed', 'not-in-team': 'risk.notInTeam', off: 'risk.off' } as const
  return { kind: 'update', view: messageAsModal(textMessage(t(key[raised.reason]))) }
}

function raisedText({ level, told }: Extract<RiskRaised, { ok: true }>, t: Translate): string {
  const said = { level: t(LEVEL_NAMES[level]), people: told.map(mention).join(t('common.listSeparator')) }
  return t(told.length === 0 ? 'risk.raisedQuiet' : 'risk.raisedTold', said)
}

/** A person who is chosen goes before the team as a whole. */
function readAbout(
  state: FormState,
  userId: string,
  only: string | undefined,
): { teamId: string; userId: string | null } | null {
  if (RISK.about in state) {
    const about = About.safeParse(chosenIn(state, RISK.about)?.split(' '))
    return about.success
      ? { teamId: about.data[1], userId: about.data[0] === ABOUT.me ? userId : null }
      : null
  }
  const team = TeamId.safeParse(only ?? chosenIn(state, RISK.team))
  return team.success ? { teamId: team.data, userId: userIn(state, RISK.person) } : null
}

export function readRating(
  state: FormState,
  t: Translate,
): { ok: true; rating: Rating } | { ok: false; errors: Record<string, string> } {
  const gradeOf = (blockId: string) => GRADES.find((grade) => String(grade) === chosenIn(state, blockId))
  const [probability, impact] = [gradeOf(RISK.probability), gradeOf(RISK.impact)]
  const missing = (blockId: string, grade: Grade | undefined) =>
    grade === undefined ? { [blockId]: t('risk.gradeMissing') } : {}
  return probability && impact
    ? { ok: true, rating: { probability, impact } }
    : { ok: false, errors: { ...missing(RISK.probability, probability), ...missing(RISK.impact, impact) } }
}

// Lets a model answer a question: it calls tools that read with the asker's rights, and what it writes is checked against what they returned.
import type { Context } from '../../core/context.ts'
import type { TeamId } from '../../core/ids.ts'
import { localDate } from '../../core/time.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { offTeams } from '../db/settings.ts'
import { checkClaims } from '../domain/check-text.ts'
import { Claims } from '../domain/claims.ts'
import type { RenderedClaim } from '../domain/fact.ts'
import { answerInstructions, MOST_ROUNDS } from '../domain/instructions.ts'
import { refusalText } from '../domain/refusal-text.ts'
import { answerSheet } from '../domain/tool-answer.ts'
import type { Asker, AskTool } from './ask-tool.ts'
import { type ModelReply, type ModelUnavailable, modelOf } from './model.ts'
import { type AskedTool, answersOf, runCalls, type Talk } from './run-calls.ts'
import { withoutIds } from './without-ids.ts'

export type AnsweredQuestion =
  | {
      kind: 'written'
      claims: readonly RenderedClaim[]
      notCovered: readonly string[]
      asked: readonly AskedTool[]
    }
  /**
   * `not-checked`: what it wrote may not be shown. `nothing-read`: no fact stands behind it. `asked`: which screens show
   * what it wanted to say.
   */
  | {
      kind: 'plain'
      reason: ModelUnavailable | 'not-checked' | 'nothing-read' | 'too-many-rounds'
      asked: readonly AskedTool[]
    }

const QUESTION_LENGTH = 500
/** The answer is posted within the ten seconds, too. */
const WITHIN_MS = 9000

/** `onRound`: told which tools are being asked, before they are. */
export async function answerQuestion(
  context: Context,
  asker: Asker,
  question: string,
  tools: readonly AskTool[],
  onRound: (tools: readonly string[]) => Promise<void> = async () => {},
): Promise<AnsweredQuestion> {
  const { who, now } = asker
  const model = modelOf(context)
  const deadline = performance.now() + WITHIN_MS
  const own = await switchesOf(context, asker)
  const asked = [...(await withoutIds(context.db, who.workspaceId, question))]
    .slice(0, QUESTION_LENGTH)
    .join('')
  const talk: Talk = { earlier: [], rounds: [], asked: [], dropped: [] }
  if (own.allOff) return plain(talk, 'off')
  let refused: string | null = null
  for (let round = 0; ; ) {
    const withinMs = Math.floor(deadline - performance.now())
    if (withinMs < 100) return plain(talk, 'timeout')
    const mayCall = round < MOST_ROUNDS && refused === null
    const reply: ModelReply<Claims> = await model.complete({
      ...{ purpose: 'answer', workspaceId: who.workspaceId, userId: who.userId, teamId: own.only },
      system: answerInstructions(who.locale, model.isStandIn),
      input: {
        question: asked,
        dates: { today: localDate(now, who.zone).toString() },
      },
      ...(mayCall ? { tools } : {}),
      ...{ earlier: talk.earlier, schema: Claims, withinMs },
      ...(refused === null ? {} : { refused }),
      subjects: [who.userId, ...talk.rounds.flat().flatMap(({ subjects }) => subjects)],
    })
    if (reply.kind === 'unavailable') return plain(talk, reply.reason)
    if (reply.kind === 'tool-calls') {
      if (!mayCall) return plain(talk, 'too-many-rounds')
      round += 1
      await onRound(reply.calls.map(({ name }) => name))
      await runCalls(context, { asker, tools, off: own.off }, reply.calls, talk)
      continue
    }
    const sheet = answerSheet(who.locale, answersOf(talk, asker))
    if (sheet.facts.length === 0) return plain(talk, 'nothing-read')
    const checked = checkClaims(reply.value, sheet, model.isStandIn)
    if (checked.ok) {
      const { claims, notCovered } = checked
      return { kind: 'written', claims, notCovered, asked: talk.asked }
    }
    if (refused !== null) return plain(talk, 'not-checked')
    refused = refusalText(checked.reason)
  }
}

const plain = (
  { asked }: Talk,
  reason: Extract<AnsweredQuestion, { kind: 'plain' }>['reason'],
): AnsweredQuestion => ({ kind: 'plain', reason, asked })

interface Switches {
  /** Its switch is asked by the model's own port. Null: there is none, or there are several. */
  only: TeamId | null
  /** Of several, nothing of those that are off is read; where all are, the question is not sent. */
  allOff: boolean
  off: ReadonlySet<TeamId>
}

async function switchesOf({ db, clock }: Context, { who }: Asker): Promise<Switches> {
  const { memberOf, manages, actsFor } = await actorOf(db, who, clock.now())
  const teams = [...new Set([...memberOf, ...manages, ...actsFor])]
  const off = await offTeams(db, who.workspaceId)
  return {
    only: teams.length === 1 ? teams[0]! : null,
    allOff: teams.length > 1 && teams.every((teamId) => off.has(teamId)),
    off,
  }
}

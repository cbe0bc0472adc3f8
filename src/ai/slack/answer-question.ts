// Answers what a person writes to the bot in plain words: by a model where there is one, else by the screen that comes nearest.
import type { Context } from '../../core/context.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { QuestionHandler, QuestionRequest } from '../../slack/requests.ts'
import { nearestScreen } from '../domain/nearest-screen.ts'
import { isSmallTalk } from '../domain/small-talk.ts'
import { type AnsweredQuestion, answerQuestion } from '../flows/answer-question.ts'
import { namesMentioned } from '../flows/names-mentioned.ts'
import { NOT_UNDERSTOOD } from '../flows/run-calls.ts'
import { questionsMessage, screenMessage, writtenMessage } from './answer-message.ts'
import { commandShown } from './command-shown.ts'
import { endingInTime } from './ending-in-time.ts'
import { suggestionsFor } from './suggestions.ts'
import { ASK_TOOLS } from './tools/tools.ts'

const STEPS: Readonly<Record<string, 'ask.stepOwn' | 'ask.stepTeam'>> = {
  ...{ my_numbers: 'ask.stepOwn', my_targets: 'ask.stepOwn', my_tasks: 'ask.stepOwn', board: 'ask.stepTeam' },
  ...{ team_numbers: 'ask.stepTeam', who_is_missing: 'ask.stepTeam', person_numbers: 'ask.stepTeam' },
}

/** The status stands within a second; the answer takes its place. */
export const answerInPlainWords: QuestionHandler = async (call, context) => {
  const nearest = nearestScreen(call.text)
  if (!context.model) {
    if (nearest === null) return false
    await showScreen(call, context, nearest, 'ask.nearest')
    return true
  }
  await call.status(textMessage(call.t('ask.looking')))
  call.later(() => endingInTime(call, (ending) => answerByModel(ending, context)))
  return true
}

async function answerByModel(call: QuestionRequest, context: Context): Promise<void> {
  const { t, text } = call
  const onRound = async ([tool = '']: readonly string[]) =>
    call.status(textMessage(t(STEPS[tool] ?? 'ask.stepOther')))
  const answered = await answerQuestion(context, call, text, ASK_TOOLS, onRound)
  if (answered.kind === 'written') {
    const names = await namesMentioned(context.db, call.who, answered.claims)
    return call.show(writtenMessage(answered, names, t))
  }
  const command = screenFor(answered, text)
  if (command !== null) return showScreen(call, context, command, introOf(answered))
  const actor = await actorOf(context.db, call.who, call.now)
  await call.show(
    questionsMessage(isSmallTalk(text) ? 'ask.smallTalk' : 'ask.cannot', suggestionsFor(actor, t), t),
  )
}

type Plain = Extract<AnsweredQuestion, { kind: 'plain' }>

/** What the model found says better than words what was meant; where it found nothing, words do better than its guess. */
export function screenFor({ asked }: Pick<Plain, 'asked'>, text: string): string | null {
  const found = asked.find(({ refused }) => !refused)
  const guessed = asked.find(({ command }) => command !== NOT_UNDERSTOOD)
  return found?.command ?? nearestScreen(text) ?? guessed?.command ?? null
}

/** Where nobody has set a model up, it is switched off, or it looked at nothing, nothing has gone wrong. */
const NEAREST: readonly Plain['reason'][] = ['off', 'no-key', 'over-budget', 'nothing-read']
const introOf = ({ reason }: Plain) => (NEAREST.includes(reason) ? 'ask.nearest' : 'ask.notInWords')

async function showScreen(
  call: QuestionRequest,
  context: Context,
  command: string,
  intro: 'ask.nearest' | 'ask.notInWords',
): Promise<void> {
  const { t } = call
  const [screen] = await call.run(command)
  const suggestions = suggestionsFor(await actorOf(context.db, call.who, call.now), t)
  if (!screen) return call.show(questionsMessage('ask.cannot', suggestions, t))
  await call.show(screenMessage(t(intro, { command: commandShown(command, t) }), screen, suggestions))
}

// Runs what a model calls to answer a question, with the asker's rights, and keeps what each call told the model and may tell the asker.
import type { Context } from '../../core/context.ts'
import type { TeamId } from '../../core/ids.ts'
import { MOST_CALLS } from '../domain/instructions.ts'
import { nothingTold, type ToolAnswer, toldToModel, withPrefix } from '../domain/tool-answer.ts'
import { notCalled } from '../domain/tool-call.ts'
import type { Asker, AskTool } from './ask-tool.ts'
import type { ToolCall, ToolResult } from './model.ts'

export interface AskedTool {
  tool: string
  command: string
  /** It told nothing: of a team that is off the screen still shows what it would have. */
  refused: boolean
}

/** Of one question, call by call. */
export interface Talk {
  earlier: ToolResult[]
  /** By rounds. A call that cannot be read tells the model what is wrong with it, and the asker nothing. */
  rounds: ToolAnswer[][]
  asked: AskedTool[]
  /** Over the limit of a round: not run. */
  dropped: ToolCall[]
}

export interface Round {
  asker: Asker
  tools: readonly AskTool[]
  /** Nothing of them is read. */
  off: ReadonlySet<TeamId>
}

/** The screen of a tool that was called as it cannot be. */
export const NOT_UNDERSTOOD = 'help'

export async function runCalls(
  context: Context,
  { asker, tools, off }: Round,
  calls: readonly ToolCall[],
  talk: Talk,
): Promise<void> {
  const answers: ToolAnswer[] = []
  talk.rounds.push(answers)
  for (const call of calls.slice(0, MOST_CALLS)) {
    const tool = tools.find(({ name }) => name === call.name)
    const answer = (await tool?.run(call.arguments, asker, context)) ?? null
    if (!answer) {
      const why = tool?.wrongIn(call.arguments) ?? notCalled('there is no tool of that name')
      talk.asked.push({ tool: call.name, command: NOT_UNDERSTOOD, refused: true })
      talk.earlier.push({ call, result: { 'not-covered': [why] } })
      continue
    }
    const told = withPrefix(unlessOff(answer, asker, off), `t${talk.earlier.length + 1}`)
    answers.push(told)
    talk.asked.push({ tool: call.name, command: told.command, refused: answer.facts.length === 0 })
    talk.earlier.push({ call, result: toldToModel(told) })
  }
  const why = notCalled(`at most ${MOST_CALLS} tools are called at once`)
  for (const call of calls.slice(MOST_CALLS)) talk.earlier.push({ call, result: { 'not-covered': [why] } })
  const run = new Set(calls.slice(0, MOST_CALLS).map(calledAs))
  const dropped = [...talk.dropped, ...calls.slice(MOST_CALLS)]
  talk.dropped = dropped.filter((call) => !run.has(calledAs(call)))
}

const calledAs = ({ name, arguments: given }: ToolCall): string => JSON.stringify([name, given])

const unlessOff = (answer: ToolAnswer, { t }: Asker, off: ReadonlySet<TeamId>): ToolAnswer =>
  answer.teamIds.some((teamId) => off.has(teamId)) ? nothingTold(t('ask.teamIsOff'), answer.command) : answer

/** That a name was not found, or that it is nobody's to see. */
const NOT_FOUND = [
  'ask.noSuchTeam',
  'ask.whichTeam',
  'ask.notYours',
  'ask.severalPeople',
  'ask.noSuchMetric',
] as const

/**
 * What stands behind the answer. Where a later round found what an earlier call did not, such as a person by a name that was
 * looked for among the teams, that it was not found is no news to whoever asked.
 */
export function answersOf({ rounds, dropped }: Talk, { t }: Asker): ToolAnswer[] {
  const notFound = new Set<string>(NOT_FOUND.map((key) => t(key)))
  const answers = rounds.flatMap((own, at) => {
    const isFound = rounds.slice(at + 1).some((later) => later.some(({ facts }) => facts.length > 0))
    return own.map((one) =>
      isFound && one.facts.length === 0
        ? { ...one, notCovered: one.notCovered.filter((said) => !notFound.has(said)) }
        : one,
    )
  })
  return dropped.length > 0 ? [...answers, nothingTold(t('ask.moreCalls'), NOT_UNDERSTOOD)] : answers
}

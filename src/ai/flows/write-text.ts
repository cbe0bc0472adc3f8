// Lets a model write a text from facts, checks it, asks once more with the reason where it is refused, and falls back on the plain version.
import type { Context } from '../../core/context.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import { checkClaims, type TextRefusal } from '../domain/check-text.ts'
import { Claims } from '../domain/claims.ts'
import type { FactSheet, RenderedClaim } from '../domain/fact.ts'
import { instructions } from '../domain/instructions.ts'
import { refusalText } from '../domain/refusal-text.ts'
import { toldFacts } from '../domain/told-facts.ts'
import { type ModelRequest, type ModelUnavailable, modelOf } from './model.ts'
import { someAreOff } from './teams-told.ts'

export interface TextWanted {
  purpose: Exclude<ModelRequest['purpose'], 'answer'>
  workspaceId: WorkspaceId
  /** Who asked, and reads it. */
  userId: UserId
  /** The team whose switch holds. */
  teamId: TeamId | null
  /** The facts hold sums of the teams below, too: the switch of each of them holds as well. */
  holdsBelow?: boolean
  /** Whose data the facts are. */
  subjects: readonly UserId[]
  /** What to write, in our words. */
  task: string
  /** Where sentences may belong. Empty: the text has no parts. */
  parts: readonly string[]
  sheet: FactSheet
  /** The same facts as sentences of ours. */
  plain: readonly RenderedClaim[]
}

export interface WrittenText {
  /** `model`: it has to be marked as such. */
  by: 'model' | 'plain'
  /** Why it is the plain version. Null: the model wrote it, or there was nothing to write. */
  why: ModelUnavailable | 'refused' | null
  claims: readonly RenderedClaim[]
  notCovered: readonly string[]
}

/** Two answers have to fit into ten seconds, with what is read before and shown afterwards. */
const ANSWER_WITHIN_MS = 4_400
const ANSWERS = 2

export async function writeText(
  context: Pick<Context, 'db' | 'log' | 'model'>,
  wanted: TextWanted,
): Promise<WrittenText> {
  const { sheet, plain } = wanted
  const inPlain = (why: WrittenText['why']): WrittenText => ({
    ...{ by: 'plain', why, claims: plain, notCovered: sheet.notCovered },
  })
  if (sheet.facts.length === 0 || !context.model) return inPlain(context.model ? null : 'no-key')
  const { workspaceId, teamId, holdsBelow = false } = wanted
  if (holdsBelow && teamId && (await someAreOff(context.db, { workspaceId, teamId }))) return inPlain('off')
  const refusals: TextRefusal[] = []
  while (refusals.length < ANSWERS) {
    const reply = await ask(context, wanted, refusals.at(-1))
    if (reply.kind === 'unavailable') return inPlain(reply.reason)
    if (reply.kind === 'tool-calls') return inPlain('bad-output')
    const checked = checkClaims(reply.value, sheet, context.model.isStandIn)
    if (checked.ok && partsFit(checked.claims, wanted)) {
      const { claims, notCovered } = checked
      return { by: 'model', why: null, claims, notCovered }
    }
    refusals.push(checked.ok ? 'wrong-part' : checked.reason)
  }
  context.log.info({ purpose: wanted.purpose, reasons: refusals }, 'a model text was refused twice')
  return inPlain('refused')
}

function ask(
  context: Pick<Context, 'model'>,
  { purpose, workspaceId, userId, teamId, subjects, task, parts, sheet }: TextWanted,
  refused: TextRefusal | undefined,
) {
  const model = modelOf(context)
  const { isStandIn: byStandIn = false } = model
  return model.complete({
    ...{ purpose, workspaceId, userId, teamId, subjects },
    ...{ system: instructions(task, { ...sheet, parts, byStandIn }), schema: Claims },
    input: toldFacts(sheet.facts),
    ...(refused && { refused: refusalText(refused, parts) }),
    withinMs: ANSWER_WITHIN_MS,
  })
}

const partsFit = (claims: readonly RenderedClaim[], { parts }: TextWanted): boolean =>
  parts.length === 0 || claims.every(({ part }) => part !== null && parts.includes(part))

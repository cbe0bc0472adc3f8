// Whether a question of a person would be put to the model now: it is set up, switched on for them, and within the month's budget.
import type { Context } from '../../core/context.ts'
import type { Person } from '../../core/person.ts'
import type { Actor } from '../../org/domain/permissions.ts'
import { usedTokens } from '../db/requests.ts'
import { loadModelSettings, offTeams } from '../db/settings.ts'
import { answerInstructions } from '../domain/instructions.ts'
import { monthOf } from '../domain/usage.ts'
import { reservedFor } from './metered-model.ts'
import type { ModelTool } from './model.ts'

export async function canAsk(
  { db, clock, model }: Context,
  { workspaceId, locale }: Person,
  { memberOf, manages, actsFor }: Pick<Actor, 'memberOf' | 'manages' | 'actsFor'>,
  tools: readonly ModelTool[],
): Promise<boolean> {
  if (!model) return false
  const settings = await loadModelSettings(db, workspaceId)
  if (settings.isOff) return false
  const off = await offTeams(db, workspaceId)
  const teams = [...memberOf, ...manages, ...actsFor]
  if (teams.every((teamId) => off.has(teamId))) return false
  const budget = settings.monthlyTokens ?? model.limits?.monthlyTokens ?? null
  if (budget === null) return true
  const used = await usedTokens(db, workspaceId, monthOf(clock.now()))
  const least = reservedFor({ system: answerInstructions(locale), input: {}, tools })
  return used + least <= budget
}

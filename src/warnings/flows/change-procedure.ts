// Changes who is told of a team's warnings, and when; warnings that run keep what held when they opened.
import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../core/context.ts'
import type { TeamId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import type { NotAllowed } from '../../org/flows/change-in-team.ts'
import { saveProcedure } from '../db/rules.ts'
import { type ProcedureChoice, procedureOf } from '../domain/procedure-choices.ts'
import { by, inRules } from './change-rules.ts'
import { procedureOfTeam } from './ensure-rules.ts'

export function changeProcedure(
  context: Context,
  who: Person,
  teamId: TeamId,
  choice: ProcedureChoice,
): Promise<{ ok: true } | NotAllowed> {
  return inRules(context, who, teamId, async (tx, { rules }): Promise<{ ok: true }> => {
    const before = procedureOfTeam(rules)
    const after = procedureOf(choice, before)
    if (isDeepStrictEqual(before, after)) return { ok: true }
    await saveProcedure(tx, { workspaceId: who.workspaceId, teamId }, after)
    const change = { before, after }
    await recordAudit(tx, context, [{ ...by(who, teamId), kind: 'warning-procedure-changed', ...change }])
    return { ok: true }
  })
}

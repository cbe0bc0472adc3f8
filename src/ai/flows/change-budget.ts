// An admin says how many tokens the workspace may use in a month. It holds from the next request on.
import type { Context } from '../../core/context.ts'
import type { Person } from '../../core/person.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { lockWorkspace } from '../../org/db/workspace-settings.ts'
import { mayChangeWorkspace } from '../../org/domain/org-permissions.ts'
import { may } from '../../org/domain/permissions.ts'
import { actorOf } from '../../org/flows/actor.ts'
import { usedTokens } from '../db/requests.ts'
import { loadModelSettings, saveModelSettings } from '../db/settings.ts'
import { monthOf } from '../domain/usage.ts'

export interface Budget {
  /** Null: nothing is set by an admin, and the operator's holds. */
  own: number | null
  /** Null: no model is set up. */
  operators: number | null
  /** In this month, with what is reserved by requests that have not ended. */
  used: number
}

type BudgetOf = ({ ok: true } & Budget) | { ok: false; reason: 'not-allowed' }

export async function loadBudget(context: Context, who: Person): Promise<BudgetOf> {
  const { db, clock, model } = context
  if (!(await mayChange(context, who))) return { ok: false, reason: 'not-allowed' }
  const { monthlyTokens: own } = await loadModelSettings(db, who.workspaceId)
  const used = await usedTokens(db, who.workspaceId, monthOf(clock.now()))
  return { ok: true, own, operators: model?.limits?.monthlyTokens ?? null, used }
}

/** @param tokens null: the operator's budget holds again */
export async function changeBudget(
  context: Context,
  who: Person,
  tokens: number | null,
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' }> {
  const { workspaceId, userId: actorUserId } = who
  if (!(await mayChange(context, who))) return { ok: false, reason: 'not-allowed' }
  await context.db.transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const settings = await loadModelSettings(tx, workspaceId)
    if (settings.monthlyTokens === tokens) return
    await saveModelSettings(tx, workspaceId, { ...settings, monthlyTokens: tokens })
    await recordAudit(tx, context, [
      {
        ...{ workspaceId, actorUserId, userId: null, teamId: null, kind: 'model-budget-changed' },
        screen: '/kpi privacy',
        before: { tokens: settings.monthlyTokens },
        after: { tokens },
      },
    ])
  })
  return { ok: true }
}

const mayChange = async ({ db, clock }: Context, who: Person) =>
  may(await actorOf(db, who, clock.now()), mayChangeWorkspace, { workspaceId: who.workspaceId })

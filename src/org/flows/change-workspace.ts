// Changes what holds for the whole workspace: who may set up teams, when the fiscal year starts, and which team is the company. Admins only.

import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { findMessage } from '../../outbox/db/messages.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import { recordAudit } from '../audit/flows/record-audit.ts'
import { fiscalYearStart, saveFiscalYearStart } from '../db/fiscal-year.ts'
import { activeAdmins } from '../db/people.ts'
import { loadWorkspaceSettings, lockWorkspace, saveWorkspaceSettings } from '../db/workspace-settings.ts'
import { mayChangeWorkspace } from '../domain/org-permissions.ts'
import { asMemberOf, may } from '../domain/permissions.ts'
import type { SetupRight, WorkspaceChoice } from '../domain/workspace-settings.ts'
import { type CompanyChoices, companyChoices, nameCompany } from './company.ts'
import { ensurePeople } from './ensure-people.ts'
import { nameLastResort, unusableAsLastResort } from './last-resort.ts'
import type { Entitled } from './setup-right.ts'

export type WorkspaceChanged =
  | ({ ok: true } & WorkspaceChoice)
  | { ok: false; reason: 'not-allowed' | 'nobody-named' }
  /** The team that was chosen as the company has a team above it by now, none below, or is paused. */
  | { ok: false; reason: 'not-a-root' }
  /** Bots, guests, deactivated people, and ids that Slack does not know. */
  | { ok: false; reason: 'unusable' | 'unusable-last-resort'; names: readonly string[] }

/** Of the fiscal year null: as it is. */
export type WorkspaceWish = Pick<WorkspaceChoice, 'setupRight'> & {
  fiscalYearStart: number | null
  /** Null: none. Missing: as it is. */
  companyTeamId?: TeamId | null
  /** Null: whoever manages at the top. Missing: as it is. */
  lastResortUserId?: UserId | null
}

export async function changeWorkspace(
  context: Context,
  who: Person,
  { setupRight, fiscalYearStart: wanted, companyTeamId, lastResortUserId }: WorkspaceWish,
): Promise<WorkspaceChanged> {
  const { workspaceId } = who
  if (!mayChange(who)) return { ok: false, reason: 'not-allowed' }
  const named = setupRight.who === 'named' ? setupRight.userIds : []
  if (setupRight.who === 'named' && named.length === 0) return { ok: false, reason: 'nobody-named' }
  const people = await ensurePeople(context, workspaceId, named)
  const unusable = named.flatMap((userId) => {
    const person = people.find((one) => one.userId === userId)
    return person && !person.isBot && !person.isGuest && !person.deactivated ? [] : [person?.name ?? userId]
  })
  if (unusable.length > 0) return { ok: false, reason: 'unusable', names: unusable }
  const cannot = lastResortUserId ? await unusableAsLastResort(context, who, lastResortUserId) : null
  if (cannot !== null) return { ok: false, reason: 'unusable-last-resort', names: [cannot] }
  return context.db.transaction(async (tx): Promise<WorkspaceChanged> => {
    await lockWorkspace(tx, workspaceId)
    if (companyTeamId !== undefined && !(await nameCompany(tx, context, who, companyTeamId)))
      return { ok: false, reason: 'not-a-root' }
    if (lastResortUserId !== undefined) await nameLastResort(tx, context, who, lastResortUserId)
    const { setupRight: before } = await loadWorkspaceSettings(tx, workspaceId)
    await saveWorkspaceSettings(tx, workspaceId, { setupRight })
    const by = { workspaceId, actorUserId: who.userId, userId: null, teamId: null } as const
    await recordAudit(tx, context, [
      { ...by, kind: 'setup-right-changed', screen: '/kpi workspace', before, after: setupRight },
    ])
    // The offer shows from now on what was chosen, and its button vanishes.
    const offered = await findMessage(tx, { workspaceId, messageKey: OFFER_KEY })
    if (offered?.toUserId) await enqueueMessage(tx, context, [offerTo(workspaceId, offered.toUserId)])
    const fiscalYearStart = await changeFiscalYear(tx, context, who, wanted)
    return { ok: true, setupRight, fiscalYearStart }
  })
}

/** Targets that are set keep their months. Returns the month that holds from now on. */
async function changeFiscalYear(
  tx: Transaction,
  context: Context,
  { workspaceId, userId }: Person,
  month: number | null,
): Promise<number> {
  const before = await fiscalYearStart(tx, workspaceId)
  if (month === null || before === month) return before
  await saveFiscalYearStart(tx, workspaceId, month)
  await recordAudit(tx, context, [
    {
      ...{ workspaceId, actorUserId: userId, userId: null, teamId: null, kind: 'fiscal-year-changed' },
      ...{ screen: '/kpi workspace', before: { month: before }, after: { month } },
    },
  ])
  return month
}

const OFFER_KEY = 'workspace-offer'

const offerTo = (workspaceId: WorkspaceId, userId: UserId): MessageDraft => ({
  ...{ workspaceId, key: OFFER_KEY, kind: 'workspace-offer', teamId: null },
  ...{ audience: { to: 'person', userId }, subject: {} },
})

/** Offers the choice to the first admin who meets the bot, once in a workspace. */
export async function offerWorkspaceSetup(context: Context, who: Person): Promise<void> {
  const { workspaceId, userId } = who
  if (!mayChange(who)) return
  await context.db.transaction(async (tx) => {
    // The lock makes another replica, which meets another admin, wait.
    if (!(await lockWorkspace(tx, workspaceId))) return
    if ((await loadWorkspaceSettings(tx, workspaceId)).setupRight) return
    if (await findMessage(tx, { workspaceId, messageKey: OFFER_KEY })) return
    await enqueueMessage(tx, context, [offerTo(workspaceId, userId)])
  })
}

export type WorkspaceLoaded =
  /** `setupRight` null: not chosen yet. */
  | ({
      ok: true
      setupRight: SetupRight | null
      company: CompanyChoices
      lastResortUserId: UserId | null
    } & Pick<WorkspaceChoice, 'fiscalYearStart'>)
  | { ok: false; reason: 'not-allowed'; admins: readonly Entitled[] }

const MAX_ADMINS = 5

export async function loadWorkspace({ db, clock }: Context, who: Person): Promise<WorkspaceLoaded> {
  const { workspaceId } = who
  if (mayChange(who)) {
    const { setupRight, lastResortUserId } = await loadWorkspaceSettings(db, workspaceId)
    const company = await companyChoices(db, workspaceId, clock.now())
    const year = await fiscalYearStart(db, workspaceId)
    return { ok: true, setupRight, fiscalYearStart: year, company, lastResortUserId }
  }
  const admins = await activeAdmins(db, workspaceId)
  return { ok: false, reason: 'not-allowed', admins: admins.slice(0, MAX_ADMINS) }
}

const mayChange = (who: Person): boolean =>
  may(asMemberOf(who, []), mayChangeWorkspace, { workspaceId: who.workspaceId })

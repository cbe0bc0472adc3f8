// Decides whether a person may set up a team, by what an admin has chosen for the workspace, and whom else to ask.

import type { Context, Directory } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { UserId, WorkspaceId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { activeAdmins, countPeople, findPeople } from '../db/people.ts'
import { loadWorkspaceSettings } from '../db/workspace-settings.ts'
import {
  defaultSetupRight,
  hasSetupRight,
  LARGE_WORKSPACE,
  type SetupRight,
} from '../domain/workspace-settings.ts'
import { peoplePages } from './people-pages.ts'

/** Someone who may set up teams. */
export interface Entitled {
  userId: UserId
  name: string
}

export type SetupEntitlement =
  | { ok: true }
  /** `ask`: some of those who may; empty where none of them is known. */
  | { ok: false; reason: 'not-entitled'; ask: readonly Entitled[] }

/** What is known of the workspace while no admin has chosen who may set up teams. */
export interface Census {
  people: number
  admins: readonly Entitled[]
}

const MAX_ASKED = 5

/**
 * How many people the workspace has, as far as the default depends on it; null: it does not. Call it outside a transaction:
 * it asks Slack, unless we know enough people ourselves.
 */
export async function takeCensus(context: Context, who: Person): Promise<Census | null> {
  const { db, directory } = context
  if (who.isAdmin || (await loadWorkspaceSettings(db, who.workspaceId)).setupRight) return null
  const known = await countPeople(db, who.workspaceId)
  const admins = await activeAdmins(db, who.workspaceId)
  if (known >= LARGE_WORKSPACE && admins.length > 0) return { people: known, admins }
  const counted = await countInSlack(directory, who.workspaceId)
  return {
    people: Math.max(known, counted.people),
    admins: admins.length > 0 ? admins : counted.admins.slice(0, MAX_ASKED),
  }
}

/** A workspace whose first pages hold almost only bots and former colleagues has been large. */
const MAX_PAGES = 5

/** Counts no further than it matters. */
async function countInSlack(directory: Directory, workspaceId: WorkspaceId): Promise<Census> {
  const found = new Map<UserId, Person>()
  const admins = () => [...found.values()].filter(({ isAdmin }) => isAdmin)
  const ask = (cursor: string | null) => directory.peoplePage(workspaceId, cursor)
  for await (const { people, isLast } of peoplePages(ask, MAX_PAGES)) {
    for (const person of people)
      if (!person.isBot && !person.isGuest && !person.deactivated) found.set(person.userId, person)
    if (isLast || (found.size >= LARGE_WORKSPACE && admins().length > 0))
      return { people: found.size, admins: admins() }
  }
  return { people: Math.max(LARGE_WORKSPACE, found.size), admins: admins() }
}

export async function setupEntitlement(
  q: Queryable,
  who: Person,
  census: Census | null,
): Promise<SetupEntitlement> {
  const { workspaceId } = who
  const { setupRight } = await loadWorkspaceSettings(q, workspaceId)
  const right = setupRight ?? defaultSetupRight(census?.people ?? LARGE_WORKSPACE)
  if (hasSetupRight(right, who)) return { ok: true }
  return { ok: false, reason: 'not-entitled', ask: await entitledPeople(q, workspaceId, right, census) }
}

async function entitledPeople(
  q: Queryable,
  workspaceId: WorkspaceId,
  right: SetupRight,
  census: Census | null,
): Promise<Entitled[]> {
  const named = right.who === 'named' ? await findPeople(q, workspaceId, right.userIds) : []
  const admins = census?.admins ?? (await activeAdmins(q, workspaceId))
  const able = [...named.filter(({ deactivated, isGuest }) => !deactivated && !isGuest), ...admins]
  const unique = new Map(able.map(({ userId, name }) => [userId, { userId, name }]))
  return [...unique.values()].slice(0, MAX_ASKED)
}

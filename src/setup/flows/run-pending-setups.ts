// Finishes set-ups in the background: looks people up within Slack's limits, sets the team up, and tells the person.
import type { Context } from '../../core/context.ts'
import type { Transaction } from '../../core/db/client.ts'
import { reasonOf } from '../../core/fault-reason.ts'
import type { Person } from '../../core/person.ts'
import { findPeople } from '../../org/db/people.ts'
import { ensurePerson } from '../../org/flows/ensure-person.ts'
import { fetchPeople } from '../../org/flows/fetch-people.ts'
import { cannotJoin } from '../../org/flows/join-and-leave.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import {
  claimPendingSetup,
  deletePendingSetup,
  type PendingSetup,
  putOffPendingSetup,
} from '../db/pending-setups.ts'
import { parseSetupInput } from '../db/setup-input.ts'
import type { SetupFailure, SetupResult } from '../domain/setup-finished.ts'
import { changeTeam } from './change-team.ts'
import { loadSetup } from './load-setup.ts'
import { type SetupInput, type SetupProblem, setUpTeam } from './set-up-team.ts'

/** After so long without a sign of life somebody else takes it over: longer than one wait for Slack. */
const LEASE_SECONDS = 120
const RETRY_AFTER_SECONDS = 60
/** Then the person is told that it did not work. */
const GIVE_UP_AFTER_HOURS = 6

/** Works until nothing is due. Any number of processes may run it: each takes what no other has. */
export async function runPendingSetups(context: Context): Promise<void> {
  for (;;) {
    const now = context.clock.now()
    const pending = await claimPendingSetup(context.db, now, now.add({ seconds: LEASE_SECONDS }))
    if (!pending) return
    await finish(context, pending)
  }
}

async function finish(context: Context, pending: PendingSetup): Promise<void> {
  const { db, clock, log } = context
  const { channelId } = pending
  try {
    const failure = await carryOut(context, pending)
    if (failure) await db.transaction((tx) => report(tx, context, pending, { failure }))
  } catch (fault) {
    const isOld = pending.requestedAt.until(clock.now()).total('hours') > GIVE_UP_AFTER_HOURS
    log.warn({ channelId, reason: reasonOf(fault), isOld }, 'a set-up could not be finished')
    if (isOld) await db.transaction((tx) => report(tx, context, pending, { failure: 'slack' }))
    else await putOffPendingSetup(db, pending, clock.now().add({ seconds: RETRY_AFTER_SECONDS }))
  }
}

/** Null: the team is set up, and the person is told. */
async function carryOut(context: Context, pending: PendingSetup): Promise<SetupFailure | null> {
  const { workspaceId, channelId, teamId, userId } = pending
  const input: SetupInput = parseSetupInput(pending.input, channelId)
  const keepClaim = () =>
    putOffPendingSetup(context.db, pending, context.clock.now().add({ seconds: LEASE_SECONDS }))
  await fetchPeople(
    context,
    workspaceId,
    [...input.memberUserIds, input.managerUserId, ...(input.delegateUserId ? [input.delegateUserId] : [])],
    keepClaim,
  )
  // It may have waited for hours.
  const who = await ensurePerson(context, workspaceId, userId, 'current')
  if (!who || who.deactivated) return 'not-allowed'
  const loaded = await loadSetup(context, who, channelId)
  if (!loaded.ok) return failureOf(loaded.reason)
  if (loaded.facts.teamId !== teamId) return 'already-set-up'
  const people = await findPeople(context.db, workspaceId, input.memberUserIds)
  const isUsable = ({ isBot, deactivated }: Person) => !isBot && !deactivated
  const usable = people.filter(isUsable).map((person) => person.userId)
  const memberUserIds = input.memberUserIds.filter((id) => usable.includes(id))
  if (memberUserIds.length === 0) return 'nobody'
  const unusable = cannotJoin(input.memberUserIds, people)
  return save(context, who, pending, { ...input, memberUserIds }, unusable)
}

async function save(
  context: Context,
  who: Person,
  pending: PendingSetup,
  input: SetupInput,
  unusable: readonly string[],
): Promise<SetupFailure | null> {
  const { channelId, teamId } = pending
  if (teamId === null) {
    const done = await setUpTeam(context, who, channelId, input, (tx, saved) =>
      report(tx, context, pending, { ...saved, unusable }),
    )
    return done.ok ? null : failureOf(done.reason)
  }
  const done = await changeTeam(context, who, teamId, channelId, input)
  if (!done.ok) return failureOf(done.reason)
  await context.db.transaction((tx) => report(tx, context, pending, { teamId, from: done.from, unusable }))
  return null
}

type Refused = SetupProblem['reason'] | Exclude<Awaited<ReturnType<typeof loadSetup>>, { ok: true }>['reason']

function failureOf(reason: Refused): SetupFailure {
  switch (reason) {
    case 'archived':
    case 'not-a-channel':
      return 'not-in-channel'
    case 'guest':
    case 'outsider':
      return 'not-allowed'
    case 'unusable':
      return 'nobody'
    default:
      return reason
  }
}

type Outcome =
  | { failure: SetupFailure }
  | { teamId: string; from: Temporal.PlainDate; unusable: readonly string[] }

/** Removes the row and enqueues the message in one transaction: the person is told once. */
async function report(
  tx: Transaction,
  context: Context,
  pending: PendingSetup,
  outcome: Outcome,
): Promise<void> {
  if (!(await deletePendingSetup(tx, pending))) return
  const { workspaceId, channelId, userId, requestedAt, teamId } = pending
  const common = { channelId, isNew: teamId === null }
  const subject: SetupResult =
    'failure' in outcome
      ? { ...common, teamId: null, from: null, unusable: [], failure: outcome.failure }
      : { ...common, ...outcome, from: outcome.from.toString(), failure: null }
  const message: MessageDraft = {
    workspaceId,
    key: `set-up:${channelId}:${requestedAt}`,
    kind: 'setup-finished',
    audience: { to: 'person', userId },
    // Without the team, so that a failed delivery is not told to its manager, who is the reader.
    teamId: null,
    subject,
  }
  await enqueueMessage(tx, context, [message])
}

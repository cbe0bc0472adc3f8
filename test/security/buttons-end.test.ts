// Every kind of message with a button says how the button ends, and none has a button of which nothing is said.
import { beforeAll, describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { STANDUP_MESSAGES } from '../../src/checkins/standup/domain/standup-messages.ts'
import type { Transaction } from '../../src/core/db/client.ts'
import { invitation } from '../../src/org/flows/team-messages.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import { findMessage } from '../../src/outbox/db/messages.ts'
import { enqueueMessage } from '../../src/outbox/flows/enqueue-message.ts'
import { usesDatabase } from '../support/database.ts'
import { factsOf } from '../support/message-facts.ts'
import { teamMessages } from './every-message.ts'
import { buildWorld, HOME, ROLES } from './world.ts'

/** Names of buttons and menus in a message, without what follows the `#`. */
function actionsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return []
  const own = 'action_id' in value ? [String(value.action_id).split('#')[0]!] : []
  return [...own, ...Object.values(value).flatMap(actionsIn)]
}

const database = usesDatabase()
/** By kind of message: the buttons that it was seen with. */
const seen = new Map<string, Set<string>>()

beforeAll(async () => {
  const world = await buildWorld(database.db)
  const { context } = world
  const { workspaceId, teamId, channelId, memberIds, joinRequestId } = world.north
  const date = Temporal.PlainDate.from(world.north.standupDate)
  const silent = { workspaceId, teamId, memberId: memberIds[1]!, userId: ROLES['another rep'], date }
  await database.db.transaction(async (tx: Transaction) =>
    enqueueMessage(tx, context, [
      STANDUP_MESSAGES.card(silent),
      STANDUP_MESSAGES.reminder(silent),
      STANDUP_MESSAGES.summary({ workspaceId, teamId, channelId }, date),
      invitation(workspaceId, 'C0NOTEAM', ROLES.manager),
      {
        ...{ workspaceId, key: 'asked:join-request', kind: 'join-request', teamId },
        ...{ audience: { to: 'person', userId: ROLES.manager }, subject: { requestId: joinRequestId } },
      },
      ...(await teamMessages(tx, context, world)),
    ]),
  )
  for (const { messageKey, workspaceId: of } of await database.db.select().from(messages)) {
    const message = of === HOME ? await findMessage(database.db, { workspaceId: HOME, messageKey }) : null
    // Also what is shown only where it was sent already.
    const facts =
      message &&
      ((await factsOf(database.db, message, context.clock.now())) ??
        (await factsOf(database.db, { ...message, ts: '1' }, context.clock.now())))
    if (!message || !facts) continue
    const rendered = BOT.messages.get(message.kind)!.render(facts as never, BOT.translator('en'))
    const known = seen.get(message.kind) ?? new Set()
    seen.set(message.kind, known.union(new Set(actionsIn(rendered))))
  }
})

const withButtons = [...BOT.messages.values()].filter(({ buttons }) => Object.keys(buttons).length > 0)

test('a message has no button of which its kind does not say how it ends', () => {
  const unsaid = [...seen].flatMap(([kind, actions]) =>
    [...actions].filter((id) => !(id in BOT.messages.get(kind)!.buttons)).map((id) => `${kind}: ${id}`),
  )
  expect(unsaid).toEqual([])
})

test.each(withButtons)('$kind was seen with a button', ({ kind }) => {
  expect([...(seen.get(kind) ?? [])]).not.toEqual([])
})

describe.each(withButtons)('$kind', ({ buttons }) => {
  test.each(Object.entries(buttons))('%s', (id, end) => {
    expect(Object.keys(BOT.handlers.actions)).toContain(id)
    if ('lasts' in end) expect(Object.keys(BOT.words.en)).toContain(end.lasts)
    else {
      expect(end.changes).not.toBe('')
      const unknown = (end.dueKinds ?? []).filter((kind) => !BOT.dueKinds.has(kind))
      expect(unknown).toEqual([])
    }
  })
})

// A team that celebrates deals, for tests: people log lines, and what the channel is told is rendered as it stands.
import { sql } from 'drizzle-orm'
import { BOT } from '../../src/app/features.ts'
import type { Database } from '../../src/core/db/client.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { findMessage, type OutboxMessage } from '../../src/outbox/db/messages.ts'
import type { WinFacts } from '../../src/wins/domain/message-facts.ts'
import { smallTeam, type Wish } from '../numbers/small-team.ts'
import { typist } from '../numbers/typist.ts'
import { testContext } from '../support/context.ts'
import { factsOf } from '../support/message-facts.ts'

export const MONDAY = Temporal.Instant.from('2026-03-02T10:00:00Z')

export async function winningTeam(db: Database, settings: Partial<TeamSettings>, wishes: readonly Wish[]) {
  const team = await smallTeam(db, wishes, { settings: { wins: 'all', ...settings } })
  const context = testContext(db)
  const reps = team.people.map((person) => typist(context, person))
  let now = MONDAY
  context.clock.now = () => {
    now = now.add({ milliseconds: 1 })
    return now
  }
  const type = async (line: string, who = 0) => {
    now = now.add({ minutes: 1 })
    return reps[who]!.command(`log ${line}`, team.channelId)
  }
  /** What the channel is told, in the order of the deals. */
  const told = async (isTold = true) => {
    const rows = await db.execute<{ message_key: string }>(sql`
      select message_key from messages where workspace_id = ${team.workspaceId} and kind = 'win' order by created_at, message_key`)
    const found: { message: OutboxMessage; facts: WinFacts | null; text: string }[] = []
    for (const { message_key: messageKey } of rows) {
      const stored = (await findMessage(db, { workspaceId: team.workspaceId, messageKey }))!
      const message = { ...stored, ts: isTold && stored.version > 1 ? '1.2' : stored.ts }
      const facts = await factsOf<WinFacts>(db, message, context.clock.now())
      const text = facts ? BOT.messages.get('win')!.render(facts as never, BOT.translator('en')).text : ''
      found.push({ message, facts, text })
    }
    return found
  }
  /** Delivers what waits, as the outbox does: what has nothing to show is dropped. */
  const deliver = async () => {
    for (const { message, facts } of await told(false))
      if (message.nextAttemptAt)
        await db.execute(sql`
          update messages set next_attempt_at = null, state = ${facts ? 'delivered' : 'dropped'}, channel_id = to_channel_id,
            ts = ${facts ? `1.${message.messageKey.slice(-4)}` : null}
          where workspace_id = ${team.workspaceId} and message_key = ${message.messageKey}`)
  }
  /** The deals whose messages wait to be edited, by place. */
  const edited = async () =>
    (await told()).flatMap(({ message }, index) => (message.nextAttemptAt ? [index + 1] : []))
  const wait = (duration: Temporal.DurationLike) => {
    now = now.add(duration)
  }
  const texts = async () => (await told()).map(({ text }) => text)
  return { team, context, reps, type, told, texts, deliver, edited, wait }
}

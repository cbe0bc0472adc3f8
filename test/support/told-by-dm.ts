// What each person is told by direct message, as delivery would render it now.
import { sql } from 'drizzle-orm'
import { BOT } from '../../src/app/features.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import type { OutgoingMessage } from '../../src/slack/messenger.ts'
import type { TestContext } from './context.ts'

export interface Told {
  workspaceId: string
  userId: string
  kind: string
  key: string
  message: OutgoingMessage
}

/** Every direct message that there is something to show in, in the language of its reader. */
export async function toldByDm(context: TestContext): Promise<Told[]> {
  const rows = await context.db.select().from(messages).where(sql`to_user_id is not null`)
  const told: Told[] = []
  for (const row of rows) {
    const kind = BOT.messages.get(row.kind)!
    const facts = await kind.load(context.db, row, context.clock.now())
    const locale = context.people.get(row.toUserId!)?.locale ?? 'en'
    const { workspaceId, toUserId, kind: name, messageKey: key } = row
    if (facts)
      told.push({
        ...{ workspaceId, userId: toUserId!, kind: name, key },
        message: kind.render(facts as never, BOT.translator(locale)),
      })
  }
  return told
}

/** As `userId kind`, sorted. */
export const toldKinds = async (context: TestContext): Promise<string[]> =>
  (await toldByDm(context)).map(({ userId, kind }) => `${userId} ${kind}`).sort()

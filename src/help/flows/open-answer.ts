// Keeps in the database that an answer is being written, until it stands.
import { randomUUID } from 'node:crypto'
import type { Context } from '../../core/context.ts'
import type { ChannelId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { deleteOpenAnswer, insertOpenAnswer, saveStatus } from '../db/open-answers.ts'

export interface OpenedAnswer {
  /** A status stands in the conversation, under Slack's id. */
  stands(ts: string): Promise<void>
  close(): Promise<void>
}

export async function openAnswer(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { workspaceId, userId }: Person,
  channelId: ChannelId,
): Promise<OpenedAnswer> {
  const ref = { workspaceId, answerId: randomUUID() }
  await insertOpenAnswer(db, { ...ref, channelId, userId }, clock.now())
  return { stands: (ts) => saveStatus(db, ref, ts), close: () => deleteOpenAnswer(db, ref) }
}

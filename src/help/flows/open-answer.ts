// Keeps in the database that an answer is being written, until it stands.
import { randomUUID } from 'node:crypto'
import type { Context } from '../../core/context.ts'
import type { ChannelId } from '../../core/ids.ts'
import type { OpenedAnswer } from '../../core/opened-answer.ts'
import type { Person } from '../../core/person.ts'
import { deleteOpenAnswer, insertOpenAnswer, saveStatus, saveStillWritten } from '../db/open-answers.ts'

/** Stands for the channel of an answer that is shown in a form. */
export const IN_FORM = ''

export async function openAnswer(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { workspaceId, userId }: Person,
  channelId: ChannelId,
): Promise<OpenedAnswer> {
  const ref = { workspaceId, answerId: randomUUID() }
  await insertOpenAnswer(db, { ...ref, channelId, userId }, clock.now())
  return {
    stands: (id) => saveStatus(db, ref, id),
    goesOn: () => saveStillWritten(db, ref, clock.now()),
    close: () => deleteOpenAnswer(db, ref),
  }
}
